/** Carries out the frame's gestures as commands on the map. */
import type { Command } from '#shared/map/commands/Command.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { FrameCommands } from './FrameCommands.ts';

export interface MapPort {
  readonly map: () => PartnershipMap;
  /** All of them as one act or none; answers with the id of the last one's entity, null when refused. */
  readonly run: (commands: readonly Command[]) => string | null;
}

export function frameCommandsOf({ map, run }: MapPort): FrameCommands {
  const placementsOf = (organizationId: string, interestId: string) =>
    map().placements.filter((one) => one.organization_id === organizationId && one.interest_id === interestId);
  const positionOf = (position: readonly [number, number] | null): [number, number] | null =>
    position === null ? null : [position[0], position[1]];
  const interestsOf = (organizationId: string) => [
    ...new Set(
      map().placements.flatMap((one) =>
        one.organization_id === organizationId && one.interest_id !== null ? one.interest_id : [],
      ),
    ),
  ];

  return {
    editGoalStatement(statement) {
      run([{ type: 'edit', collection: 'goal', id: map().goal.id, fields: { statement } }]);
    },
    addInterest({ title, after }) {
      return run([
        { type: 'add', collection: 'interests', fields: { title }, ...(after === undefined ? {} : { after }) },
      ]);
    },
    renameInterest(id, title) {
      run([{ type: 'edit', collection: 'interests', id, fields: { title } }]);
    },
    removeInterest(id) {
      run([{ type: 'remove', collection: 'interests', id }]);
    },
    addOrganization({ name, sector, interestId, position }) {
      const id = run([{ type: 'add', collection: 'organizations', fields: { name, sector } }]);
      if (id !== null && interestId !== null)
        run([{ type: 'place', organization_id: id, interest_id: interestId, position: positionOf(position) }]);
      return id;
    },
    renameOrganization(id, name) {
      run([{ type: 'edit', collection: 'organizations', id, fields: { name } }]);
    },
    removeOrganization(id) {
      run([{ type: 'remove', collection: 'organizations', id }]);
    },
    placeCard({ organizationId, interestId, position }) {
      run([
        {
          type: 'place',
          organization_id: organizationId,
          interest_id: interestId,
          ...(position === null ? {} : { position: positionOf(position) }),
        },
      ]);
    },
    moveCard({ organizationId, interestId }, to) {
      const position = positionOf(to.position);
      if (interestId === null) {
        run([{ type: 'place', organization_id: organizationId, interest_id: to.interestId, position }]);
        return;
      }
      run(
        placementsOf(organizationId, interestId).map((placement) => ({
          type: 'movePlacement',
          id: placement.id,
          interest_id: to.interestId,
          position,
        })),
      );
    },
    removePlacement({ organizationId, interestId }) {
      run(
        placementsOf(organizationId, interestId).map((placement) => ({
          type: 'remove',
          collection: 'placements',
          id: placement.id,
        })),
      );
    },
    addRepresentative({ kind, roleTitle, organizationId, interestId }) {
      // Whose organization stands in one interest only speaks for whatever it will stand in.
      const isOne = interestId === null || interestsOf(organizationId).length < 2;
      return run([
        {
          type: 'add',
          collection: 'representatives',
          fields: {
            kind,
            role_title: roleTitle,
            organization_id: organizationId,
            interest_ids: isOne || interestId === null ? null : [interestId],
          },
        },
      ]);
    },
    renameRepresentative(id, roleTitle) {
      run([{ type: 'edit', collection: 'representatives', id, fields: { role_title: roleTitle } }]);
    },
    moveRepresentative(id, from, to) {
      const person = map().representatives.find((one) => one.id === id);
      const commands: Command[] = [];
      if (from.organizationId !== to.organizationId) {
        commands.push({ type: 'moveRepresentative', id, organization_id: to.organizationId });
        // Who spoke for named interests speaks, in the new organization, for the one on whose card the token was dropped.
        if (to.interestId !== null && person?.interest_ids)
          commands.push({ type: 'edit', collection: 'representatives', id, fields: { interest_ids: [to.interestId] } });
      } else if (from.interestId !== to.interestId && to.interestId !== null) {
        if (from.interestId !== null) commands.push({ type: 'claim', id, interest_id: from.interestId, on: false });
        commands.push({ type: 'claim', id, interest_id: to.interestId, on: true });
      }
      if (commands.length > 0) run(commands);
    },
    removeRepresentative(id, { organizationId, interestId }) {
      const person = map().representatives.find((one) => one.id === id);
      const spokenFor = person?.interest_ids ?? interestsOf(organizationId);
      const staysElsewhere = interestId !== null && spokenFor.some((interest) => interest !== interestId);
      run([
        staysElsewhere
          ? { type: 'claim', id, interest_id: interestId, on: false }
          : { type: 'remove', collection: 'representatives', id },
      ]);
    },
  };
}

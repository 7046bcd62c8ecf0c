/** What people's gestures on the frame ask of the map. Each adds or changes at once, or does nothing. */
import type { Command } from '#shared/map/commands/Command.ts';
import type { RepresentativeKind } from '#shared/kinds/values.ts';
import type { CommandPort } from '../projected/View.ts';

/** Angle and radius in the wedge's own terms, as a placement stores them; null: where the layout puts it. */
type CardPosition = readonly [angle: number, radius: number] | null;

/** An organization in an interest; without interest: not placed. */
interface CardPlace {
  readonly organizationId: string;
  readonly interestId: string | null;
}

/** The card of an organization in an interest. */
interface PlacedCard {
  readonly organizationId: string;
  readonly interestId: string;
}

export class FrameCommands {
  readonly #map: CommandPort['map'];
  readonly #run: CommandPort['run'];

  constructor({ map, run }: Pick<CommandPort, 'map' | 'run'>) {
    this.#map = map;
    this.#run = run;
  }

  editGoalStatement(statement: string): void {
    this.#run([{ type: 'edit', collection: 'goal', id: this.#map().goal.id, fields: { statement } }]);
  }

  /** Answers with the id; `after`: the interest it follows on the ring, undefined = at the end. */
  addInterest({ title, after }: { readonly title: string; readonly after: string | undefined }): string | null {
    return this.#run([
      { type: 'add', collection: 'interests', fields: { title }, ...(after === undefined ? {} : { after }) },
    ]);
  }

  renameInterest(id: string, title: string): void {
    this.#run([{ type: 'edit', collection: 'interests', id, fields: { title } }]);
  }

  removeInterest(id: string): void {
    this.#run([{ type: 'remove', collection: 'interests', id }]);
  }

  addOrganization({
    name,
    sector,
    interestId,
    position,
  }: {
    readonly name: string;
    readonly sector: string | null;
    readonly interestId: string | null;
    readonly position: CardPosition;
  }): string | null {
    const id = this.#run([{ type: 'add', collection: 'organizations', fields: { name, sector } }]);
    if (id !== null && interestId !== null)
      this.#run([{ type: 'place', organization_id: id, interest_id: interestId, position: positionOf(position) }]);
    return id;
  }

  renameOrganization(id: string, name: string): void {
    this.#run([{ type: 'edit', collection: 'organizations', id, fields: { name } }]);
  }

  removeOrganization(id: string): void {
    this.#run([{ type: 'remove', collection: 'organizations', id }]);
  }

  /** Puts an organization into an interest, beside where it is already. */
  placeCard({ organizationId, interestId }: PlacedCard, position: CardPosition): void {
    this.#run([
      {
        type: 'place',
        organization_id: organizationId,
        interest_id: interestId,
        ...(position === null ? {} : { position: positionOf(position) }),
      },
    ]);
  }

  /** Moves all parts of work of an organization in one interest to another, or only its card within the wedge. */
  moveCard(
    { organizationId, interestId }: CardPlace,
    to: { readonly interestId: string; readonly position: CardPosition },
  ): void {
    const position = positionOf(to.position);
    if (interestId === null) {
      this.#run([{ type: 'place', organization_id: organizationId, interest_id: to.interestId, position }]);
      return;
    }
    this.#run(
      this.#placementsOf(organizationId, interestId).map((placement) => ({
        type: 'movePlacement',
        id: placement.id,
        interest_id: to.interestId,
        position,
      })),
    );
  }

  /** Takes an organization out of an interest; the organization stays. */
  removePlacement({ organizationId, interestId }: PlacedCard): void {
    this.#run(
      this.#placementsOf(organizationId, interestId).map((placement) => ({
        type: 'remove',
        collection: 'placements',
        id: placement.id,
      })),
    );
  }

  addRepresentative(
    { organizationId, interestId }: CardPlace,
    kind: RepresentativeKind,
    roleTitle: string,
  ): string | null {
    // Whose organization stands in one interest only speaks for whatever it will stand in.
    const isOne = interestId === null || this.#interestsOf(organizationId).length < 2;
    return this.#run([
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
  }

  renameRepresentative(id: string, roleTitle: string): void {
    this.#run([{ type: 'edit', collection: 'representatives', id, fields: { role_title: roleTitle } }]);
  }

  /** To another organization, or within one from speaking for one interest to speaking for another. */
  moveRepresentative(id: string, from: CardPlace, to: CardPlace): void {
    const person = this.#map().representatives.find((one) => one.id === id);
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
    if (commands.length > 0) this.#run(commands);
  }

  /** Takes the token off this card; the last one takes the representative off the board. */
  removeRepresentative(id: string, { organizationId, interestId }: CardPlace): void {
    const person = this.#map().representatives.find((one) => one.id === id);
    const spokenFor = person?.interest_ids ?? this.#interestsOf(organizationId);
    const staysElsewhere = interestId !== null && spokenFor.some((interest) => interest !== interestId);
    this.#run([
      staysElsewhere
        ? { type: 'claim', id, interest_id: interestId, on: false }
        : { type: 'remove', collection: 'representatives', id },
    ]);
  }

  #placementsOf(organizationId: string, interestId: string) {
    return this.#map().placements.filter(
      (one) => one.organization_id === organizationId && one.interest_id === interestId,
    );
  }

  #interestsOf(organizationId: string): readonly string[] {
    const placed = this.#map().placements.filter((one) => one.organization_id === organizationId);
    return [...new Set(placed.flatMap(({ interest_id }) => interest_id ?? []))];
  }
}

function positionOf(position: CardPosition): [number, number] | null {
  return position && [position[0], position[1]];
}

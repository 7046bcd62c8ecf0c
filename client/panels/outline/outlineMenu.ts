/** What can be done with a row, as data: the menu shows it, and keys of the tree use the same acts. */
import type { TFunction } from 'i18next';
import { kindOf } from '#shared/map/collections.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { representativeKinds, type RepresentativeKind } from '#shared/kinds/values.ts';
import { addInterest, addOrganization, addRepresentative, seatAtTable } from '#client/map/mapActions.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import type { WhyNot } from '#client/map/useWhyNot.ts';
import { entityName, organizationName } from '#client/panels/things/entityName.ts';
import type { MenuEntry } from '#client/panels/things/MenuEntry.ts';
import { ifMay } from '#client/panels/things/ifMay.ts';
import { moveAct, orderOf } from './moveAct.ts';
import { sheetEntries } from '../sheets/sheetEntries.ts';
import { sheetActsOf } from './sheetActsOf.ts';
import { sheetNodeMenu } from './sheetNodeMenu.ts';
import { groupMenu, isNamed, itemMenu } from './structureMenu.ts';
import { interestKey, notPlacedKey, type OutlineNode, organizationKey, representativeKey } from './outlineTree.ts';

export interface OutlineActs {
  readonly map: PartnershipMap;
  readonly t: TFunction;
  readonly newId: () => string;
  /** Runs as one act; says `done`; true when it was done. */
  readonly run: (commands: readonly Command[], done: string) => boolean;
  /** Goes to the row, once it is drawn; `edit` begins to rename it. */
  readonly goTo: (key: string, edit?: boolean) => void;
  /** Says why nothing was done. */
  readonly refuse: (sentence: string) => void;
  /** the ISO day where this person is */
  readonly today: () => string;
  readonly askRemove: (node: OutlineNode) => void;
  readonly open: (ref: EntityRef) => void;
  /** Shows it wherever it stands. */
  readonly show: (ref: EntityRef) => void;
  /** what the running workshop holds back from this person is not offered */
  readonly whyNot: WhyNot;
}

export function addInterestAct(acts: OutlineActs, after?: string): void {
  const { t, newId } = acts;
  const id = newId();
  const name = t('map.outline.newInterest');
  if (acts.run(addInterest(id, name, after), t('map.outline.added', { name }))) acts.goTo(interestKey(id), true);
}

export function addOrganizationAct(acts: OutlineActs, interest: string | null): void {
  const { t, newId } = acts;
  const id = newId();
  const name = t('map.outline.newOrganization');
  const parent = interest === null ? notPlacedKey : interestKey(interest);
  if (acts.run(addOrganization(id, name, interest), t('map.outline.added', { name })))
    acts.goTo(organizationKey(parent, id), true);
}

export function addRepresentativeAct(acts: OutlineActs, node: OutlineNode, kind: RepresentativeKind): void {
  const { t, newId, map } = acts;
  const organization = node.organization;
  if (organization === null) return;
  const parent = node.kind === 'organization' ? node.key : (node.parent ?? '');
  const id = newId();
  const title = t(`map.outline.newRepresentative.${kind}`);
  const commands = addRepresentative(map, id, { organization, kind, title }, node.interest);
  if (acts.run(commands, t('map.outline.added', { name: title }))) acts.goTo(representativeKey(parent, id), true);
}

/** Takes an organization out of an interest; where it stood nowhere else it becomes "not placed". */
export function takeOut(map: PartnershipMap, organization: string, interest: string): readonly Command[] {
  const its = map.placements.filter((one) => one.organization_id === organization && one.interest_id !== null);
  const here = its.filter((one) => one.interest_id === interest);
  if (its.length > here.length) return here.map(({ id }) => ({ type: 'remove', collection: 'placements', id }));
  const [first, ...rest] = here;
  return [
    ...rest.map(({ id }) => ({ type: 'remove', collection: 'placements', id }) as const),
    ...(first ? [{ type: 'movePlacement', id: first.id, interest_id: null } as const] : []),
  ];
}

export function takeOutAct(acts: OutlineActs, node: OutlineNode): void {
  const { map, t } = acts;
  if (node.organization === null || node.interest === null) return;
  const name = organizationName(map, node.organization, t);
  const interest = entityName(map, { collection: 'interests', id: node.interest }, t);
  acts.run(takeOut(map, node.organization, node.interest), t('map.outline.takenOut', { name, interest }));
}

/** Interests in which an organization could stand, except those it stands in. */
function interestEntries(
  acts: OutlineActs,
  organization: string,
  choose: (interest: string) => void,
): readonly MenuEntry[] {
  const { map, t } = acts;
  const here = new Set(
    map.placements.filter((one) => one.organization_id === organization).map((one) => one.interest_id),
  );
  return map.interests
    .filter(({ id }) => !here.has(id))
    .map(({ id }) => ({
      key: id,
      label: entityName(map, { collection: 'interests', id }, t),
      run: () => choose(id),
    }));
}

function organizationEntries(acts: OutlineActs, node: OutlineNode, organization: string): readonly MenuEntry[] {
  const { map, t } = acts;
  const name = organizationName(map, organization, t);
  const interestName = (id: string) => entityName(map, { collection: 'interests', id }, t);
  const place = (interest: string) => {
    const command = {
      type: 'place',
      organization_id: organization,
      interest_id: interest,
      part_of_work: null,
    } as const;
    if (acts.run([command], t('map.outline.placed', { name, to: interestName(interest) })))
      acts.goTo(organizationKey(interestKey(interest), organization));
  };
  const move = (interest: string) => {
    const here = map.placements.filter(
      (one) => one.organization_id === organization && one.interest_id === node.interest,
    );
    const commands = here.map(({ id }) => ({ type: 'movePlacement', id, interest_id: interest }) as const);
    if (acts.run(commands, t('map.outline.moved', { name, to: interestName(interest) })))
      acts.goTo(organizationKey(interestKey(interest), organization));
  };
  const placement = node.interest === null ? null : (node.ref?.id ?? null);
  return [
    ...ifMay(acts, ['representatives', null, null], {
      key: 'person',
      label: t('map.outline.addPerson'),
      entries: kindEntries(acts, (kind) => addRepresentativeAct(acts, node, kind)),
    }),
    ...(map.organizations.find(({ id }) => id === organization)?.engagement === 'partner'
      ? []
      : ifMay(acts, ['organizations', organization, 'engagement'], {
          key: 'table',
          label: t('map.outline.sitDown'),
          run: () => {
            if (acts.run(seatAtTable(organization), t('frame.table.done', { name }))) acts.goTo(node.key);
          },
        })),
    ...(placement === null
      ? []
      : ifMay(acts, ['placements', placement, 'interest_id'], {
          key: 'move',
          label: t('map.outline.moveTo'),
          entries: interestEntries(acts, organization, move),
        })),
    ...ifMay(acts, ['placements', null, null], {
      key: 'place',
      label: t('map.outline.placeIn'),
      entries: interestEntries(acts, organization, place),
    }),
    ...(placement === null
      ? []
      : ifMay(acts, ['placements', placement, null], {
          key: 'out',
          label: t('map.outline.takeOut'),
          run: () => takeOutAct(acts, node),
        })),
  ];
}

function kindEntries(acts: OutlineActs, choose: (kind: RepresentativeKind) => void): readonly MenuEntry[] {
  return representativeKinds.map((kind) => ({
    key: kind,
    label: acts.t(`map.value.${kind}`),
    run: () => choose(kind),
  }));
}

function representativeEntries(acts: OutlineActs, node: OutlineNode, id: string): readonly MenuEntry[] {
  const { map, t } = acts;
  const name = entityName(map, { collection: 'representatives', id }, t);
  const others = map.organizations.filter((one) => one.id !== node.organization);
  return [
    ...ifMay(acts, ['representatives', id, 'kind'], {
      key: 'kind',
      label: t('map.outline.changeKind'),
      entries: kindEntries(acts, (kind) =>
        acts.run([{ type: 'changeKind', id, kind }], t('map.outline.kindNow', { name, kind: t(`map.kind.${kind}`) })),
      ),
    }),
    ...ifMay(acts, ['representatives', id, 'organization_id'], {
      key: 'move',
      label: t('map.outline.moveTo'),
      entries: others.map((one) => ({
        key: one.id,
        label: organizationName(map, one.id, t),
        run: () =>
          acts.run(
            [{ type: 'moveRepresentative', id, organization_id: one.id }],
            t('map.outline.moved', { name, to: organizationName(map, one.id, t) }),
          ),
      })),
    }),
  ];
}

function interestMenu(acts: OutlineActs, interest: string): readonly MenuEntry[] {
  const { map, t } = acts;
  const here = new Set(map.placements.filter((one) => one.interest_id === interest).map((one) => one.organization_id));
  const others = map.organizations.filter(({ id }) => !here.has(id));
  const to = entityName(map, { collection: 'interests', id: interest }, t);
  return [
    { key: 'add', label: t('map.outline.addHere'), run: () => addOrganizationAct(acts, interest) },
    {
      key: 'place',
      label: t('map.outline.placeHere'),
      entries: others.map(({ id }) => ({
        key: id,
        label: organizationName(map, id, t),
        run: () => {
          const name = organizationName(map, id, t);
          const command = { type: 'place', organization_id: id, interest_id: interest, part_of_work: null } as const;
          if (acts.run([command], t('map.outline.placed', { name, to })))
            acts.goTo(organizationKey(interestKey(interest), id));
        },
      })),
    },
  ];
}

/** The menu of a row. */
export function outlineMenu(acts: OutlineActs, node: OutlineNode): readonly MenuEntry[] {
  const { t } = acts;
  const { ref } = node;
  if (node.group !== undefined) return groupMenu(acts, node.group);
  const onSheet = sheetNodeMenu(acts, node);
  if (onSheet !== null) return onSheet;
  const add = { key: 'add', label: t('map.outline.addHere'), run: () => addOrganizationAct(acts, null) };
  if (ref === null) return ifMay(acts, ['placements', null, null], add);
  const order = orderOf(node);
  const organization = node.kind === 'organization' ? node.organization : null;
  const [collection, id] =
    organization === null ? ([ref.collection, ref.id] as const) : (['organizations', organization] as const);
  const { name } = kindOf(collection);
  return [
    { key: 'details', label: t('map.outline.details'), run: () => acts.open(ref) },
    ...(organization === null && !isNamed(ref)
      ? []
      : ifMay(acts, [collection, id, name], {
          key: 'rename',
          label: t('map.outline.rename'),
          run: () => acts.goTo(node.key, true),
        })),
    ...(ref.collection === 'sheets' ? sheetEntries(sheetActsOf(acts), ref.id) : []),
    ...itemMenu(acts, node),
    ...(node.kind === 'interest' ? ifMay(acts, ['placements', null, null], ...interestMenu(acts, ref.id)) : []),
    ...(organization === null ? [] : organizationEntries(acts, node, organization)),
    ...(node.kind === 'representative' ? representativeEntries(acts, node, ref.id) : []),
    ...(order === null
      ? []
      : ifMay(
          acts,
          [order, ref.id, 'order'],
          { key: 'up', label: t('map.outline.moveUp'), run: () => moveAct(acts, node, -1) },
          { key: 'down', label: t('map.outline.moveDown'), run: () => moveAct(acts, node, 1) },
        )),
    ...(node.kind === 'goal' || ref.collection === 'partnership'
      ? []
      : ifMay(acts, [collection, id, null], {
          key: 'remove',
          label: t('map.outline.remove'),
          isDanger: true,
          run: () => acts.askRemove(node),
        })),
  ].filter((entry) => entry.entries === undefined || entry.entries.length > 0);
}

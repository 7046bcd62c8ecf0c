/** What can be done with what is chosen on a sheet, as data for a menu. */
import { representativeKinds, stages } from '#shared/kinds/values.ts';
import { madeCollections } from '#shared/map/readings/madeCollections.ts';
import { alikeNotes } from '#shared/map/readings/alikeNotes.ts';
import { entityName, organizationName, sectorName } from '#client/panels/things/entityName.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import type { MenuEntry } from '#client/panels/things/MenuEntry.ts';
import {
  type Chosen,
  groupAct,
  madeOf,
  makeAct,
  makeLabel,
  mergeAct,
  moveAct,
  removeChosen,
  type SheetActs,
  stepAct,
} from './SheetActs.ts';
import { sheetRights } from './sheetRights.ts';

/** Kinds of things that a note or a group becomes at one press. */
const plain = ['actions', 'indicators', 'trust_notes', 'parking_lot'] as const;

const standardSectors = ['business', 'government', 'nonprofit', 'philanthropy', 'labor', 'community', 'education'];

/** All kinds of things that it may become; what has to be known for it is asked at once. */
export function makeEntries(acts: SheetActs, chosen: Chosen): readonly MenuEntry[] {
  const { map, t } = acts;
  const sectors = [...new Set([...standardSectors, ...map.sectors.map(({ id }) => id)])];
  const round = map.iterations.findLast(({ status }) => status === 'open');
  const nothing = (label: string): readonly MenuEntry[] => [{ key: 'none', label }];
  const all: readonly MenuEntry[] = [
    {
      key: 'interests',
      label: makeLabel(t, chosen, 'interests'),
      run: () => makeAct(acts, chosen, { collection: 'interests' }),
    },
    {
      key: 'organizations',
      label: makeLabel(t, chosen, 'organizations'),
      entries: [...sectors, null].map((sector) => ({
        key: sector ?? 'none',
        label: sectorName(map, sector, t),
        run: () => makeAct(acts, chosen, { collection: 'organizations', sector }),
      })),
    },
    {
      key: 'representatives',
      label: makeLabel(t, chosen, 'representatives'),
      entries:
        map.organizations.length === 0
          ? nothing(t('sheet.menu.noOrganization'))
          : map.organizations.map(({ id }) => ({
              key: id,
              label: organizationName(map, id, t),
              entries: representativeKinds.map((kind) => ({
                key: kind,
                label: t(`map.value.${kind}`),
                run: () => makeAct(acts, chosen, { collection: 'representatives', organization_id: id, kind }),
              })),
            })),
    },
    {
      key: 'notes',
      label: makeLabel(t, chosen, 'notes'),
      entries: round
        ? stages.map((stage) => ({
            key: stage,
            label: t(`cycle.stage.${stage}`),
            run: () => makeAct(acts, chosen, { collection: 'notes', iteration: round.number, stage }),
          }))
        : nothing(t('sheet.menu.noRound')),
    },
    ...plain.map((collection) => ({
      key: collection,
      label: makeLabel(t, chosen, collection),
      run: () => makeAct(acts, chosen, { collection }),
    })),
  ];
  return all.filter(({ key }) => madeCollections.some((one) => one === key && acts.whyNot(one, null, null) === null));
}

/** Where notes can go: the groups of their sheet, a new one, out of all. */
export function moveEntries(acts: SheetActs, { sheet, ideas }: Chosen): readonly MenuEntry[] {
  const { map, t } = acts;
  const isIn = (notes: readonly { readonly idea: { readonly id: string } }[]) =>
    ideas.every((id) => notes.some(({ idea }) => idea.id === id));
  return [
    ...sheet.groups
      .filter(({ notes }) => !isIn(notes))
      .map(({ group: { id } }) => ({
        key: id,
        label: entityName(map, { collection: 'groups', id }, t),
        run: () => moveAct(acts, ideas, id),
      })),
    ...(acts.whyNot('groups', null, null) === null
      ? [{ key: 'new', label: t('sheet.menu.newGroup'), run: () => groupAct(acts, ideas) }]
      : []),
    ...(isIn(sheet.ungrouped)
      ? []
      : [{ key: 'none', label: t('sheet.ungrouped'), run: () => moveAct(acts, ideas, null) }]),
  ];
}

/** The one it says the same as: what is alike first. */
function mergeEntries(acts: SheetActs, { sheet }: Chosen, idea: string): readonly MenuEntry[] {
  const alike = alikeNotes(sheet).find((bunch) => bunch.some((note) => note.idea.id === idea)) ?? [];
  const all = [...alike, ...sheet.groups.flatMap(({ notes }) => notes), ...sheet.ungrouped];
  const others = [...new Set(all.map((note) => note.idea.id))].filter(
    (id) => id !== idea && acts.whyNot('ideas', id, 'merged_into') === null,
  );
  return others.map((id) => ({
    key: id,
    label: entityName(acts.map, { collection: 'ideas', id }, acts.t),
    run: () => mergeAct(acts, [id, idea]),
  }));
}

/** Parts what was merged into a note again, all of it or one alone. */
function partEntries({ t, run }: SheetActs, { sheet }: Chosen, id: string): readonly MenuEntry[] {
  const notes = [...sheet.groups.flatMap((one) => one.notes), ...sheet.ungrouped];
  const merged = notes.find(({ idea }) => idea.id === id)?.merged ?? [];
  const part = (ideas: readonly string[]) => () =>
    run([{ type: 'partIdeas', ideas: [...ideas] }], t('sheet.done.parted'));
  if (merged.length === 0) return [];
  const [one] = merged;
  if (merged.length === 1 && one) return [{ key: 'part', label: t('sheet.menu.part'), run: part([id]) }];
  const entries = [
    { key: 'all', label: t('sheet.menu.partAll'), run: part([id]) },
    ...merged.map((idea) => ({ key: idea.id, label: idea.text, run: part([idea.id]) })),
  ];
  return [{ key: 'part', label: t('sheet.menu.part'), entries }];
}

/** One press away from what was made of it. */
export function goEntries({ map, t, show }: SheetActs, chosen: Chosen): readonly MenuEntry[] {
  return madeOf(map, chosen).map((thing) => ({
    key: `go ${thing.collection} ${thing.id}`,
    label: t('sheet.menu.goThere', { name: entityName(map, thing, t) }),
    run: () => show(thing),
  }));
}

/** The menu of what is chosen: a note, a group, or several of them. */
export function sheetMenu(acts: SheetActs, chosen: Chosen): readonly MenuEntry[] {
  const { t, rename, open } = acts;
  const { ideas, groups } = chosen;
  const { mayRename, mayRemove } = sheetRights(acts.whyNot, chosen);
  const isAlone = ideas.length + groups.length === 1;
  const group = isAlone ? groups[0] : undefined;
  const ref = { collection: group === undefined ? 'ideas' : 'groups', id: group ?? ideas[0] ?? '' } as const;
  return [
    ...goEntries(acts, chosen),
    ...(group === undefined || !mayRename
      ? []
      : [{ key: 'rename', label: t('sheet.menu.rename'), run: () => rename(group) }]),
    ...(groups.length === 0 ? noteEntries(acts, chosen) : []),
    ...makeEntries(acts, chosen),
    ...(isAlone ? stepEntries(acts, chosen, ref) : []),
    ...(isAlone ? [{ key: 'details', label: t('sheet.menu.details'), run: () => open(ref) }] : []),
    ...(mayRemove
      ? [
          {
            key: 'remove',
            label: t('sheet.menu.remove'),
            isDanger: true,
            run: () => removeChosen(acts, chosen, entityName(acts.map, ref, t)),
          },
        ]
      : []),
  ];
}

/** Where notes go, with each other and with what says the same. */
function noteEntries(acts: SheetActs, chosen: Chosen): readonly MenuEntry[] {
  const { t } = acts;
  const { ideas, sheet } = chosen;
  const isInNone = ideas.every((id) => sheet.ungrouped.some(({ idea }) => idea.id === id));
  const count = ideas.length;
  const { mayMove, mayGroup, mayMerge } = sheetRights(acts.whyNot, chosen);
  const [one] = ideas;
  const others = count === 1 && one !== undefined && mayMerge ? mergeEntries(acts, chosen, one) : [];
  return [
    ...(mayMove ? [{ key: 'move', label: t('sheet.menu.move'), entries: moveEntries(acts, chosen) }] : []),
    ...(mayMove && !isInNone
      ? [{ key: 'out', label: t('sheet.menu.out'), run: () => moveAct(acts, ideas, null) }]
      : []),
    ...(count > 1 && mayGroup
      ? [{ key: 'group', label: t('sheet.menu.group', { count }), run: () => groupAct(acts, ideas) }]
      : []),
    ...(count > 1 && mayMerge
      ? [{ key: 'merge', label: t('sheet.menu.mergeAll', { count }), run: () => mergeAct(acts, ideas) }]
      : []),
    ...(others.length === 0 ? [] : [{ key: 'merge', label: t('sheet.menu.merge'), entries: others }]),
    ...(count === 1 && one !== undefined && mayMerge ? partEntries(acts, chosen, one) : []),
  ];
}

function stepEntries(acts: SheetActs, { sheet, ideas, groups }: Chosen, ref: EntityRef): readonly MenuEntry[] {
  const { t, whyNot } = acts;
  const { sort } = sheet.sheet;
  const isMovable = ref.collection === 'groups' ? sort !== 'votes' : sort === 'groups';
  if (!isMovable || !sheetRights(whyNot, { ideas, groups }).mayOrder) return [];
  return [
    { key: 'up', label: t('sheet.menu.up'), run: () => stepAct(acts, ref, -1) },
    { key: 'down', label: t('sheet.menu.down'), run: () => stepAct(acts, ref, 1) },
  ];
}

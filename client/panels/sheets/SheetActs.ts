/** What people do with notes and groups of a sheet, as commands: canvas, panel and outline use the same. */
import type { TFunction } from 'i18next';
import type { Command } from '#shared/map/commands/Command.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { madeFrom, type MadeThing } from '#shared/map/readings/madeFrom.ts';
import type { MadeCollection } from '#shared/map/readings/madeCollections.ts';
import { type Sheet, sheetOf } from '#shared/map/readings/sheets.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import type { WhyNot } from '#client/map/useWhyNot.ts';
import { entityName } from '#client/panels/things/entityName.ts';

export interface SheetActs {
  readonly map: PartnershipMap;
  readonly t: TFunction;
  readonly newId: () => string;
  /** Runs as one act; says `done`; true when it was done. */
  readonly run: (commands: readonly Command[], done: string) => boolean;
  readonly open: (ref: EntityRef) => void;
  /** Shows it wherever it stands. */
  readonly show: (ref: EntityRef) => void;
  /** Writes the title of a group, once it is there. */
  readonly rename: (group: string) => void;
  /** what the running workshop holds back from this person is not offered */
  readonly whyNot: WhyNot;
}

/** Ideas and groups that are chosen. */
export interface Chosen {
  readonly sheet: Sheet;
  readonly ideas: readonly string[];
  readonly groups: readonly string[];
}

/** What of this is on a sheet, on the sheet of the first; null where nothing is. */
export function chosenOn(map: PartnershipMap, refs: readonly EntityRef[]): Chosen | null {
  const all = refs.flatMap(({ collection, id }) => {
    if (collection !== 'ideas' && collection !== 'groups') return [];
    const sheet = map[collection].find((one) => one.id === id)?.sheet_id;
    return sheet === undefined ? [] : { collection, id, sheet };
  });
  const sheet = sheetOf(map, all[0]?.sheet ?? '');
  if (!sheet) return null;
  const of = (collection: 'ideas' | 'groups') =>
    all.filter((one) => one.collection === collection && one.sheet === sheet.sheet.id).map(({ id }) => id);
  // what was merged while it was chosen is one note
  const notes = [...sheet.groups.flatMap((one) => one.notes), ...sheet.ungrouped];
  const noteOf = (id: string) => notes.find(({ merged }) => merged.some((one) => one.id === id))?.idea.id ?? id;
  return { sheet, ideas: [...new Set(of('ideas').map(noteOf))], groups: of('groups') };
}

export function sourcesOf({ ideas, groups }: Pick<Chosen, 'ideas' | 'groups'>): readonly string[] {
  return [...groups.map((id) => `groups/${id}`), ...ideas.map((id) => `ideas/${id}`)];
}

/** What was made of it, in the order of the lists. */
export function madeOf(map: PartnershipMap, chosen: Pick<Chosen, 'ideas' | 'groups'>): readonly MadeThing[] {
  const made = madeFrom(map);
  return sourcesOf(chosen).flatMap((source) => made.get(source) ?? []);
}

type MakeTo = Extract<Command, { readonly type: 'make' }>['to'];

export function makeAct(acts: SheetActs, chosen: Pick<Chosen, 'ideas' | 'groups'>, to: MakeTo): void {
  const { t, run } = acts;
  const sources = [...sourcesOf(chosen)];
  run([{ type: 'make', sources, to }], t(`sheet.done.made.${to.collection}`, { count: sources.length }));
}

/** "Make it an interest", "Make the 7 groups interests". */
export function makeLabel(
  t: TFunction,
  { ideas, groups }: Pick<Chosen, 'ideas' | 'groups'>,
  to: MadeCollection,
): string {
  const count = ideas.length + groups.length;
  if (count === 1) return t(`sheet.make.one.${to}`);
  const what = groups.length === count ? 'groups' : ideas.length === count ? 'notes' : 'all';
  return t('sheet.make.several', { what: t(`sheet.make.what.${what}`, { count }), to: t(`sheet.make.to.${to}`) });
}

/** A group of the chosen notes, whose title is written at once. */
export function groupAct(acts: SheetActs, ideas: readonly string[]): void {
  const id = acts.newId();
  if (acts.run([{ type: 'groupIdeas', id, ideas: [...ideas] }], acts.t('sheet.done.grouped', { count: ideas.length })))
    acts.rename(id);
}

export function moveAct(acts: SheetActs, ideas: readonly string[], group: string | null): void {
  const { map, t } = acts;
  const name = group === null ? t('sheet.ungrouped') : entityName(map, { collection: 'groups', id: group }, t);
  acts.run(
    [{ type: 'moveIdeas', ideas: [...ideas], group_id: group }],
    t(group === null ? 'sheet.done.ungrouped' : 'sheet.done.moved', { name, count: ideas.length }),
  );
}

export function mergeAct({ t, run }: SheetActs, ideas: readonly string[]): void {
  run([{ type: 'mergeIdeas', ideas: [...ideas] }], t('sheet.done.merged', { count: ideas.length }));
}

/** Deletes notes and groups; the notes of a group stay, in none. */
export function removeChosen({ t, run }: SheetActs, { ideas, groups }: Chosen, name: string): void {
  const commands = [
    ...groups.map((id) => ({ type: 'remove', collection: 'groups', id }) as const),
    ...ideas.map((id) => ({ type: 'remove', collection: 'ideas', id }) as const),
  ];
  run(commands, `${t('sheet.done.removed', { name, count: commands.length })} ${t('map.goesWith.undo')}`);
}

/** One place up or down in its group, in what is in none, or among the groups. */
export function stepAct(acts: SheetActs, { collection, id }: EntityRef, by: -1 | 1): void {
  const { map, t, run } = acts;
  const chosen = chosenOn(map, [{ collection, id }]);
  if (!chosen) return;
  const { sheet, groups, ungrouped } = chosen.sheet;
  const done = t(by < 0 ? 'sheet.done.up' : 'sheet.done.down');
  if (collection === 'groups') {
    const ids = groups.map(({ group }) => group.id);
    const after = placeBeside(ids, id, by);
    if (after !== undefined && sheet.sort !== 'votes') run([{ type: 'reorder', collection, id, after }], done);
    return;
  }
  if (sheet.sort !== 'groups') return;
  const part = groups.find(({ notes }) => notes.some(({ idea }) => idea.id === id));
  const after = placeBeside(
    (part?.notes ?? ungrouped).map(({ idea }) => idea.id),
    id,
    by,
  );
  if (after !== undefined) run([{ type: 'moveIdeas', ideas: [id], group_id: part?.group.id ?? null, after }], done);
}

/** Behind which one it stands then; null = first; undefined where it is first or last already. */
function placeBeside(ids: readonly string[], id: string, by: -1 | 1): string | null | undefined {
  const place = ids.indexOf(id) + by;
  if (place < 0 || place >= ids.length) return undefined;
  return ids.filter((one) => one !== id)[place - 1] ?? null;
}

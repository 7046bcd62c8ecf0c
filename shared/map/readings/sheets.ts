/**
 * The sheets as people see them: each with its groups, the ideas in them, and those in none. What merges leave behind is read by
 * the same rule for everybody (SHEET-3): a group that is gone or on another sheet is none, an idea goes with the one it was
 * merged into, and a circle of these opens at its smallest id.
 */
import type { EntityOf } from '../collections.ts';
import { compareEntities, compareText } from '../fractionalIndex.ts';
import { groupBy } from '../MapIndex.ts';
import type { PartnershipMap } from '../PartnershipMap.ts';

type Idea = EntityOf<'ideas'>;
type Group = EntityOf<'groups'>;

/** One note of a sheet: an idea, and those that were merged into it. */
export interface SheetNote {
  readonly idea: Idea;
  /** in table order; each of them keeps its text */
  readonly merged: readonly Idea[];
  /** how often it was written: the idea itself, and those merged into it */
  readonly count: number;
}

export interface SheetGroup {
  readonly group: Group;
  readonly notes: readonly SheetNote[];
}

export interface Sheet {
  readonly sheet: EntityOf<'sheets'>;
  readonly groups: readonly SheetGroup[];
  readonly ungrouped: readonly SheetNote[];
  /** all its notes, merged ones as one */
  readonly count: number;
}

type SheetLists = Pick<PartnershipMap, 'sheets' | 'groups' | 'ideas'>;

/** Which idea each idea of one sheet ends at: itself, unless it was merged into another one. */
export function firstsOf(ideas: readonly Idea[]): ReadonlyMap<string, string> {
  const byId = new Map(ideas.map((idea) => [idea.id, idea]));
  const firsts = new Map<string, string>();
  for (const { id } of ideas) {
    const way: string[] = [];
    let at = id;
    while (!firsts.has(at) && !way.includes(at)) {
      way.push(at);
      const into = byId.get(at)?.merged_into ?? at;
      at = byId.has(into) ? into : at;
    }
    // a way that comes back to itself is a circle, or one idea that was merged into none
    const start = way.indexOf(at);
    const first = firsts.get(at) ?? way.slice(start).toSorted(compareText)[0] ?? at;
    for (const one of way) firsts.set(one, first);
  }
  return firsts;
}

/** All sheets in their order. */
export function sheetsOf(map: SheetLists): readonly Sheet[] {
  const ideas = groupBy(map.ideas, ({ sheet_id }) => sheet_id);
  const groups = groupBy(map.groups, ({ sheet_id }) => sheet_id);
  return map.sheets.map((sheet) => sheetWith(sheet, groups.get(sheet.id) ?? [], ideas.get(sheet.id) ?? []));
}

/** One sheet, or null when it is gone. */
export function sheetOf(map: SheetLists, id: string): Sheet | null {
  const sheet = map.sheets.find((one) => one.id === id);
  if (sheet === undefined) return null;
  const isOnIt = ({ sheet_id }: { readonly sheet_id: string }): boolean => sheet_id === id;
  return sheetWith(sheet, map.groups.filter(isOnIt), map.ideas.filter(isOnIt));
}

/** In which group of its sheet an idea stands that is merged into none; null = in none. */
export function groupIdOf({ group_id, sheet_id }: Idea, groupOf: (id: string) => Group | undefined): string | null {
  return group_id !== null && groupOf(group_id)?.sheet_id === sheet_id ? group_id : null;
}

function sheetWith(sheet: EntityOf<'sheets'>, groups: readonly Group[], ideas: readonly Idea[]): Sheet {
  const firsts = firstsOf(ideas);
  const followers = groupBy(ideas, ({ id }) => firsts.get(id) ?? id);
  const notes = ideas
    .filter(({ id }) => firsts.get(id) === id)
    .map((idea): SheetNote => {
      const merged = (followers.get(idea.id) ?? []).filter(({ id }) => id !== idea.id);
      return { idea, merged, count: 1 + merged.length };
    });
  const byId = new Map(groups.map((group) => [group.id, group]));
  const inGroups = groupBy(notes, ({ idea }) => groupIdOf(idea, (id) => byId.get(id)) ?? '');
  const inOrder = comparisons[sheet.sort](sheet.id);
  const sorted = (list: readonly SheetNote[] = []): readonly SheetNote[] => list.toSorted(inOrder);
  const byVotes = sheet.sort === 'votes';
  return {
    sheet,
    groups: groups
      .toSorted((a, b) => (byVotes ? votesFirst(a.votes, b.votes) : 0) || compareEntities(a, b))
      .map((group) => ({ group, notes: sorted(inGroups.get(group.id)) })),
    ungrouped: sorted(inGroups.get('')),
    count: notes.length,
  };
}

type Compare = (a: SheetNote, b: SheetNote) => number;

const byOrder: Compare = (a, b) => compareEntities(a.idea, b.idea);

/** What was not voted on stands last. */
function votesFirst(a: number | null, b: number | null): number {
  return (b ?? -1) - (a ?? -1);
}

/** Looks mixed, and is the same on every screen. */
function mixed(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** How the notes of a group follow each other, by the `sort` of their sheet. */
const comparisons: Readonly<Record<EntityOf<'sheets'>['sort'], (sheet: string) => Compare>> = {
  groups: () => byOrder,
  votes: () => (a, b) => votesFirst(a.idea.votes, b.idea.votes) || byOrder(a, b),
  length: () => (a, b) => a.idea.text.length - b.idea.text.length || byOrder(a, b),
  shuffle: (sheet) => (a, b) => mixed(sheet + a.idea.id) - mixed(sheet + b.idea.id) || byOrder(a, b),
};

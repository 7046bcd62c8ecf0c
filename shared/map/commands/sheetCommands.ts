/**
 * Commands of sheets. What they are given as an idea means the note in which it stands: ideas that were merged go together. An idea
 * that somebody took away meanwhile is left out; a command that has none left is refused.
 */
import type * as v from 'valibot';
import type { Change, Fields } from '../Change.ts';
import type { EntityOf } from '../collections.ts';
import { compareEntities, indexBetween, indexSequence } from '../fractionalIndex.ts';
import { ideasOfSheet } from '../groupings.ts';
import type { MapDraft } from '../MapDraft.ts';
import { firstsOf, groupIdOf, type SheetNote, sheetOf } from '../readings/sheets.ts';
import type { commandSchemas } from './Command.ts';
import { type CommandContext, type CommandResult, done } from './CommandContext.ts';
import { type CommandRefusal, refuse } from './commandRefusals.ts';
import { editChanges, wholeEntity } from './entityFields.ts';
import { placeAfter } from './placeAfter.ts';

type Read<T extends keyof typeof commandSchemas> = v.InferOutput<(typeof commandSchemas)[T]>;
type Idea = EntityOf<'ideas'>;
type Ordered = { readonly id: string; readonly order: string };

/** Ideas of one sheet, by the first of each note. */
interface Notes {
  readonly sheet: string;
  readonly firsts: ReadonlyMap<string, string>;
  readonly ideas: readonly Idea[];
  /** first ideas of what was named, each once */
  readonly named: readonly Idea[];
}

function notesOf(draft: MapDraft, ids: readonly string[]): Notes | CommandRefusal {
  const there = ids.flatMap((id) => draft.get('ideas', id) ?? []);
  const [one] = there;
  if (one === undefined) return refuse('unknown');
  if (there.some(({ sheet_id }) => sheet_id !== one.sheet_id)) return refuse('otherSheet', 'ideas');
  const ideas = draft.group(ideasOfSheet, one.sheet_id);
  const firsts = firstsOf(ideas);
  const named = new Set(there.map(({ id }) => firsts.get(id) ?? id));
  return { sheet: one.sheet_id, firsts, ideas, named: [...named].flatMap((id) => draft.get('ideas', id) ?? []) };
}

const inGroup = (draft: MapDraft, idea: Idea): string | null => groupIdOf(idea, (id) => draft.get('groups', id));

/** What stands in a group, or in none, in its order; without the ideas that are moved. */
function othersIn(draft: MapDraft, { firsts, ideas }: Notes, group: string | null, moved: readonly Idea[]): Idea[] {
  const gone = new Set(moved.map(({ id }) => id));
  return ideas
    .filter((idea) => firsts.get(idea.id) === idea.id && !gone.has(idea.id) && inGroup(draft, idea) === group)
    .toSorted(compareEntities);
}

/** Positions by id for what comes in behind the first `at` of others; also of others, where equal ones left no room. */
function ordersBehind(others: readonly Ordered[], at: number, moved: readonly Ordered[]): ReadonlyMap<string, string> {
  const [before, next] = [others[at - 1]?.order ?? '', others[at]?.order ?? ''];
  if (before !== '' && next !== '' && before >= next) {
    const all = [...others.slice(0, at), ...moved, ...others.slice(at)];
    const orders = indexSequence(all.length);
    return new Map(all.map(({ id }, place) => [id, orders[place] ?? '']));
  }
  const orders = new Map<string, string>();
  let last = before;
  for (const { id } of moved) {
    last = indexBetween(last, next);
    orders.set(id, last);
  }
  return orders;
}

/** A new position is no news about what an idea says. */
function orderChanges(
  collection: 'groups' | 'ideas',
  entities: readonly Ordered[],
  orders: ReadonlyMap<string, string>,
) {
  return entities.flatMap(({ id, order }): Change[] => {
    const value = orders.get(id);
    return value === undefined || value === order ? [] : [{ op: 'set', collection, id, field: 'order', value }];
  });
}

/** Puts notes into a group (null = none), behind so many of those in it. */
function putInto(
  draft: MapDraft,
  notes: Notes,
  moved: readonly Idea[],
  group: string | null,
  others: readonly Idea[],
  at: number,
  today: string,
): readonly Change[] {
  return [
    ...moved.flatMap((idea) => editChanges('ideas', idea, { group_id: group }, today)),
    ...orderChanges('ideas', notes.ideas, ordersBehind(others, at, moved)),
  ];
}

export function groupIdeas(draft: MapDraft, command: Read<'groupIdeas'>, context: CommandContext): CommandResult {
  const { ideas, title, after } = command;
  const id = command.id ?? context.newId();
  if (draft.get('groups', id) !== undefined) return refuse('exists');
  const notes = notesOf(draft, ideas);
  if ('ok' in notes) return notes;
  const { order, changes } = placeAfter(draft, 'groups', id, after);
  const group = wholeEntity('groups', { id, sheet_id: notes.sheet, title, order, created_on: context.today });
  if (!group.ok) return group;
  const moved = putInto(draft, notes, notes.named, id, [], 0, context.today);
  return done(id, changes, { op: 'add', collection: 'groups', id, entity: group.fields }, moved);
}

export function moveIdeas(draft: MapDraft, command: Read<'moveIdeas'>, { today }: CommandContext): CommandResult {
  const { group_id, after } = command;
  const notes = notesOf(draft, command.ideas);
  if ('ok' in notes) return notes;
  const group = group_id === null ? null : draft.get('groups', group_id);
  if (group === undefined) return refuse('reference', 'group_id');
  if (group !== null && group.sheet_id !== notes.sheet) return refuse('otherSheet', 'group_id');
  // what is there already keeps its place, unless one was named
  const moved = after === undefined ? notes.named.filter((idea) => inGroup(draft, idea) !== group_id) : notes.named;
  const others = othersIn(draft, notes, group_id, moved);
  const behind = after === undefined || after === null ? after : (notes.firsts.get(after) ?? after);
  const found = others.findIndex(({ id }) => id === behind);
  const at = behind === null ? 0 : found < 0 ? others.length : found + 1;
  const last = notes.named.at(-1)?.id ?? '';
  return done(last, putInto(draft, notes, moved, group_id, others, at, today));
}

export function mergeIdeas(draft: MapDraft, command: Read<'mergeIdeas'>, { today }: CommandContext): CommandResult {
  const notes = notesOf(draft, command.into === undefined ? command.ideas : [command.into, ...command.ideas]);
  if ('ok' in notes) return notes;
  const [into, ...others] = notes.named;
  if (into === undefined || others.length === 0) return done(into?.id ?? '');
  return done(
    into.id,
    editChanges('ideas', into, { merged_into: null }, today),
    others.flatMap((idea) => editChanges('ideas', idea, { merged_into: into.id }, today)),
  );
}

export function partIdeas(draft: MapDraft, command: Read<'partIdeas'>, { today }: CommandContext): CommandResult {
  const notes = notesOf(draft, command.ideas);
  if ('ok' in notes) return notes;
  const named = new Set(command.ideas);
  const changes = notes.named.flatMap((first) => {
    const members = notes.ideas.filter(({ id }) => id !== first.id && notes.firsts.get(id) === first.id);
    if (members.length === 0) return [];
    const parted = named.has(first.id) ? members : members.filter(({ id }) => named.has(id));
    const stay = members.filter((idea) => !parted.includes(idea));
    const others = othersIn(draft, notes, inGroup(draft, first), parted);
    return [
      ...editChanges('ideas', first, { merged_into: null }, today),
      ...parted.flatMap((idea) => editChanges('ideas', idea, { merged_into: null }, today)),
      ...stay.flatMap((idea) => editChanges('ideas', idea, { merged_into: first.id }, today)),
      ...putInto(draft, notes, parted, inGroup(draft, first), others, others.indexOf(first) + 1, today),
    ];
  });
  return done(notes.named.at(-1)?.id ?? '', joinedEdits(changes));
}

/** A field that is set twice by one command is set once. */
function joinedEdits(changes: readonly Change[]): readonly Change[] {
  const last = new Map(changes.map((change) => [JSON.stringify({ ...change, value: null }), change]));
  return [...last.values()];
}

export function tidySheet(draft: MapDraft, command: Read<'tidySheet'>, { today }: CommandContext): CommandResult {
  const lists = { sheets: draft.all('sheets'), groups: draft.all('groups'), ideas: draft.all('ideas') };
  const shown = sheetOf(lists, command.id);
  if (shown === null) return refuse('unknown');
  const mended = (group: string | null, { idea, merged }: SheetNote): readonly Change[] => [
    ...editChanges('ideas', idea, { group_id: group, merged_into: null }, today),
    ...merged.flatMap((other) => editChanges('ideas', other, { group_id: group, merged_into: idea.id }, today)),
  ];
  const groups = shown.groups.map(({ group }) => group);
  return done(
    command.id,
    editChanges('sheets', shown.sheet, { sort: 'groups' } satisfies Fields, today),
    orderChanges('groups', groups, tidyOrders(groups)),
    [...shown.groups, { group: null, notes: shown.ungrouped }].flatMap(({ group, notes }) => {
      const ideas = notes.map(({ idea }) => idea);
      return [
        ...notes.flatMap((note) => mended(group?.id ?? null, note)),
        ...orderChanges('ideas', ideas, tidyOrders(ideas)),
      ];
    }),
  );
}

/** None where they stand in this order already. */
function tidyOrders(entities: readonly Ordered[]): ReadonlyMap<string, string> {
  const isTidy = entities.every(({ order }, at) => at === 0 || (entities[at - 1]?.order ?? '') < order);
  if (isTidy) return new Map();
  const orders = indexSequence(entities.length);
  return new Map(entities.map(({ id }, place) => [id, orders[place] ?? '']));
}

/** What the room's screen needs of the map, read once: rows of the table, people in their roles, the round that runs. Pure. */
import type { EntityOf } from '#shared/map/collections.ts';
import type { MapIndex } from '#shared/map/MapIndex.ts';
import { type Sheet, sheetsOf } from '#shared/map/readings/sheets.ts';
import { type TableInterest, tableFacts } from '#shared/report/papers/tableFacts.ts';
import { type Stage, stages } from '#shared/kinds/values.ts';

export interface RoomFacts {
  readonly index: MapIndex;
  readonly interests: readonly TableInterest[];
  readonly chairs: { readonly taken: number; readonly all: number };
  readonly sheets: readonly Sheet[];
  /** the newest round of the cycle */
  readonly round: EntityOf<'iterations'> | null;
  readonly notes: Readonly<Record<Stage, readonly EntityOf<'notes'>[]>>;
  /** what is still to do, the next first; done ones are counted only */
  readonly actions: readonly EntityOf<'actions'>[];
  readonly doneActions: number;
}

export function roomFacts(index: MapIndex): RoomFacts {
  const { interests, chairs } = tableFacts(index);
  const round = index.map.iterations.toSorted((a, b) => a.number - b.number).at(-1) ?? null;
  const byStage = round === null ? undefined : index.notesOfRound.get(round.number);
  const open = index.map.actions.filter(({ status }) => status !== 'done' && status !== 'dropped');
  return {
    index,
    interests,
    chairs,
    sheets: sheetsOf(index.map),
    round,
    notes: Object.fromEntries(stages.map((stage) => [stage, byStage?.[stage] ?? []])) as unknown as RoomFacts['notes'],
    actions: open.toSorted((a, b) => (a.due_on ?? '9').localeCompare(b.due_on ?? '9')),
    doneActions: index.map.actions.filter(({ status }) => status === 'done').length,
  };
}

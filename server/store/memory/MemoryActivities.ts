/** Rounds of one board in memory, with what people of open ones wrote. */
import type { PersonId } from '#shared/wire/ids.ts';
import { isAsCounted, type RoundEnd, type RoundRow, type SealedChange } from '#server/store/ActivityStore.ts';
import { AlreadyStoredError, MovedError, NotStoredError } from '../Store.ts';

export interface MemoryRound {
  row: RoundRow;
  readonly sealed: Map<PersonId, string>;
}

export type MemoryRounds = Map<string, MemoryRound>;

export function listRoundsOf(rounds: MemoryRounds | undefined): RoundRow[] {
  const rows = [...(rounds?.values() ?? [])].map(({ row }) => ({ ...row }));
  return rows.toSorted((a, b) => a.openedAtMs - b.openedAtMs || (a.id < b.id ? -1 : 1));
}

export function openRoundIn(rounds: MemoryRounds, row: RoundRow): void {
  if (rounds.has(row.id)) throw new AlreadyStoredError('round');
  rounds.set(row.id, { row: { ...row }, sealed: new Map() });
}

export function sealedIn(rounds: MemoryRounds | undefined, id: string): Map<PersonId, string> {
  const sealed = [...(rounds?.get(id)?.sealed ?? [])];
  return new Map(sealed.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

export function changeSealedIn(rounds: MemoryRounds, id: string, person: PersonId, { from, to }: SealedChange): void {
  const { sealed } = openIn(rounds, id);
  if ((sealed.get(person) ?? null) !== from) throw new MovedError('it was written meanwhile');
  if (to === null) sealed.delete(person);
  else sealed.set(person, to);
}

export function replaceSealedIn(
  rounds: MemoryRounds,
  id: string,
  from: ReadonlyMap<PersonId, string>,
  to: ReadonlyMap<PersonId, string>,
): void {
  const { sealed } = openIn(rounds, id);
  if (!isAsCounted(sealed, from)) throw new MovedError('something was written meanwhile');
  sealed.clear();
  for (const [person, content] of to) sealed.set(person, content);
}

export function endRoundIn(
  rounds: MemoryRounds,
  id: string,
  { endedAtMs, content, due }: Omit<RoundEnd, 'record'>,
  counted: ReadonlyMap<PersonId, string>,
): void {
  const round = openIn(rounds, id);
  if (!isAsCounted(round.sealed, counted)) throw new MovedError('something was written meanwhile');
  round.row = { ...round.row, endedAtMs, content, due };
  round.sealed.clear();
}

export function settleRoundIn(rounds: MemoryRounds, id: string): void {
  const round = rounds.get(id);
  if (!round) throw new NotStoredError('no such round on this board');
  round.row = { ...round.row, due: null };
}

function openIn(rounds: MemoryRounds, id: string): MemoryRound {
  const round = rounds.get(id);
  if (!round || round.row.endedAtMs !== null) throw new NotStoredError('no such open round on this board');
  return round;
}

/** Rounds of one board in memory, with what people of open ones wrote. */
import type { PersonId } from '#shared/wire/ids.ts';
import type { RoundEnd, RoundRow } from '../RoundStore.ts';
import { AlreadyStoredError, NotStoredError } from '../Store.ts';

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

export function changeSealedIn(
  rounds: MemoryRounds,
  id: string,
  person: PersonId,
  change: (before: string | null) => string | null,
): void {
  const { sealed } = openIn(rounds, id);
  const content = change(sealed.get(person) ?? null);
  if (content === null) sealed.delete(person);
  else sealed.set(person, content);
}

export function endRoundIn(
  rounds: MemoryRounds,
  id: string,
  count: (sealed: ReadonlyMap<PersonId, string>) => RoundEnd,
): RoundEnd {
  const round = openIn(rounds, id);
  const ended = count(sealedIn(rounds, id));
  const { endedAtMs, content, due } = ended;
  round.row = { ...round.row, endedAtMs, content, due };
  round.sealed.clear();
  return ended;
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

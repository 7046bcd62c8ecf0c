/**
 * The part of the store for rounds of private ideas, votes and pulses. A row per round holds what everybody may know; while
 * it is open, sealed rows hold what its people wrote, by person. Ending a round takes these away for good: no method gives
 * them back, and what was written of them is overwritten on disk (decision 0116).
 */
import type { BoardId, PersonId } from '#shared/wire/ids.ts';

export interface RoundRow {
  /** as in `RoundId` of the wire */
  readonly id: string;
  readonly board: BoardId;
  readonly openedAtMs: number;
  /** null while it is open */
  readonly endedAtMs: number | null;
  /** what everybody may know, as JSON */
  readonly content: string;
  /** what still has to be written into the document, as JSON; names nobody who was not announced to be named */
  readonly due: string | null;
}

/** How a round ends. */
export interface RoundEnd {
  readonly endedAtMs: number;
  readonly content: string;
  readonly due: string | null;
  /** what the record of the board gets of it, under the id and the end of the round, as JSON; null: nothing */
  readonly record: string | null;
}

export interface RoundStore {
  /** Of that board, the one opened first comes first. */
  listRounds(board: BoardId): Promise<readonly RoundRow[]>;
  /** Throws AlreadyStoredError when the board has a round of that id. */
  openRound(round: RoundRow): Promise<void>;
  /** What the people of a round wrote, in an order that says nothing. Empty for one that ended. */
  listSealed(board: BoardId, round: string): Promise<ReadonlyMap<PersonId, string>>;
  readSealed(board: BoardId, round: string, person: PersonId): Promise<string | null>;
  /**
   * Replaces what the person wrote (null: nothing) by what `change` makes of it, with nothing in between. What `change`
   * throws rejects, and nothing is changed. Throws NotStoredError unless the round is open.
   */
  changeSealed(
    board: BoardId,
    round: string,
    person: PersonId,
    change: (before: string | null) => string | null,
  ): Promise<void>;
  /**
   * In one step: `count` is given all that was written, the round has ended with what it returns, and every sealed row is
   * gone and overwritten; the record has one row more. What was acknowledged before is in it, what comes later is refused. What `count` throws rejects,
   * and nothing is changed. Throws NotStoredError unless the round is open.
   */
  endRound(board: BoardId, round: string, count: (sealed: ReadonlyMap<PersonId, string>) => RoundEnd): Promise<void>;
  /** What was due stands in the document: it is taken away here and overwritten. Throws NotStoredError for no such round. */
  settleRound(board: BoardId, round: string): Promise<void>;
}

/**
 * The part of the store for activities: private ideas, votes and pulses. A row per activity holds what everybody may know; while
 * it is open, sealed rows hold what its people wrote, by person. Ending an activity takes these away for good: no method gives
 * them back, and what was written of them is overwritten on disk (decision 0116).
 */
import type { BoardId, PersonId } from '#shared/wire/ids.ts';

export interface ActivityRow {
  /** as in `ActivityId` of the wire */
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

/** How an activity ends. */
export interface ActivityEnd {
  readonly endedAtMs: number;
  readonly content: string;
  readonly due: string | null;
  /** what the record of the board gets of it, under the id and the end of the activity, as JSON; null: nothing */
  readonly record: string | null;
}

/** A change of what one person wrote; null: nothing. */
export interface SealedChange {
  /** as it was read */
  readonly from: string | null;
  readonly to: string | null;
}

/** True when what stands there is what was counted. */
export function isAsCounted(sealed: ReadonlyMap<PersonId, string>, counted: ReadonlyMap<PersonId, string>): boolean {
  return sealed.size === counted.size && [...sealed].every(([person, content]) => counted.get(person) === content);
}

export interface ActivityStore {
  /** Of that board, the one opened first comes first. */
  listActivities(board: BoardId): Promise<readonly ActivityRow[]>;
  /** Throws AlreadyStoredError when the board has an activity of that id. */
  openActivity(activity: ActivityRow): Promise<void>;
  /** What the people of an activity wrote, in an order that says nothing. Empty for one that ended. */
  listSealed(board: BoardId, activity: string): Promise<ReadonlyMap<PersonId, string>>;
  readSealed(board: BoardId, activity: string, person: PersonId): Promise<string | null>;
  /**
   * Replaces what the person wrote. Throws MovedError when that is not `from` any more, NotStoredError unless the activity is
   * open; nothing is changed then.
   */
  changeSealed(board: BoardId, activity: string, person: PersonId, change: SealedChange): Promise<void>;
  /**
   * Replaces all that was written in an activity, read as `from`, by `to`; what stood there is overwritten, in the log, too, and
   * so is what was set aside of it. Throws as `changeSealed` does.
   */
  replaceSealed(
    board: BoardId,
    activity: string,
    from: ReadonlyMap<PersonId, string>,
    to: ReadonlyMap<PersonId, string>,
  ): Promise<void>;
  /**
   * In one step: the activity has ended with `end`, every sealed row is gone and overwritten, and the record has one row more.
   * `counted` is all that was written, as `listSealed` gave it, when `end` was made of it. Throws MovedError when something
   * else is written by now, so that what was acknowledged is always in the end; NotStoredError unless the activity is open.
   * Nothing is changed then.
   */
  endActivity(
    board: BoardId,
    activity: string,
    end: ActivityEnd,
    counted: ReadonlyMap<PersonId, string>,
  ): Promise<void>;
  /** What was due stands in the document: it is taken away here and overwritten. Throws NotStoredError for no such activity. */
  settleActivity(board: BoardId, activity: string): Promise<void>;
}

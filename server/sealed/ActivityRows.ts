/**
 * The activities of a board and their keys. An activity that nobody understands is set aside. An open one has its key: it is on disk
 * before anybody can write in it, and goes with the end; where it is lost (a restored backup, a damaged file), so is what
 * was written, and the activity ends without showing anything.
 */
import type { KeyObject } from 'node:crypto';
import * as v from 'valibot';
import { SealedActivity } from '#shared/wire/SealedActivity.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import { KeyedQueue } from '#server/door/limits/KeyedQueue.ts';
import type { Log } from '#server/log/Log.ts';
import type { ActivityRow } from '#server/store/ActivityStore.ts';
import type { Store } from '#server/store/Store.ts';
import { NotStoredError, StorageFullError } from '#server/store/storeErrors.ts';
import { JoinedBefore, earlyOf } from './JoinedBefore.ts';
import { encrypt, isPlain, rowName } from '#server/sealed/keys/entryCipher.ts';
import type { ActivityKeys } from '#server/sealed/keys/ActivityKeys.ts';
import { readOrNull } from './readOrNull.ts';
import { untilUnmoved } from './untilUnmoved.ts';

/** looked at together when the server starts */
const boardsAtOnce = 100;

export interface UnderstoodActivity {
  readonly row: ActivityRow;
  readonly activity: SealedActivity;
  readonly early: JoinedBefore;
}

/** What the row of an open activity says beside what everybody may know. */
const Beside = v.object({ early: v.optional(JoinedBefore, null) });

export interface ActivityRowsOptions {
  readonly store: Pick<
    Store,
    | 'listActivities'
    | 'openActivity'
    | 'listSealed'
    | 'replaceSealed'
    | 'endActivity'
    | 'setAside'
    | 'listUntouchedSince'
    | 'listPeople'
    | 'listSharers'
  >;
  readonly keys: ActivityKeys;
  readonly nowMs: () => number;
  readonly log: Log;
}

export class ActivityRows {
  readonly #options: ActivityRowsOptions;
  readonly #queue = new KeyedQueue();

  constructor(options: ActivityRowsOptions) {
    this.#options = options;
  }

  /**
   * When the server starts: what an older version left as plain text is encrypted, activities without their key end, and keys
   * that no open activity needs go. What fails is logged, and done when the board is opened or at the next start.
   */
  async start(): Promise<void> {
    const { store, keys, log } = this.#options;
    const open = new Set<string>();
    const look = async (board: BoardId): Promise<void> => {
      for (const { row, activity } of await this.list(board)) {
        if (activity.status !== 'open') continue;
        open.add(row.id);
        await this.#encryptPlain(row, keys.of(board, row.id));
      }
    };
    try {
      const boards = await store.listUntouchedSince(Number.MAX_SAFE_INTEGER);
      for (let first = 0; first < boards.length; first += boardsAtOnce)
        await Promise.all(boards.slice(first, first + boardsAtOnce).map(look));
    } catch (error) {
      // which activities are open is not known then
      log.error('sealed.startFailed', {}, error);
      return;
    }
    for (const { board, activity } of keys.list()) if (!open.has(activity)) await this.dropKey(board, activity);
  }

  /** The board is deleted. */
  async forget(board: BoardId): Promise<void> {
    for (const one of this.#options.keys.list()) if (one.board === board) await this.dropKey(board, one.activity);
  }

  /** Of that board, the one opened first comes first. */
  async list(board: BoardId): Promise<readonly UnderstoodActivity[]> {
    const activities: UnderstoodActivity[] = [];
    for (const row of await this.#options.store.listActivities(board)) {
      const read = readOrNull(() => {
        const content: unknown = JSON.parse(row.content);
        return { activity: v.parse(SealedActivity, content), early: v.parse(Beside, content).early };
      });
      if (read === null) await this.#setAside(row);
      else if (read.activity.status !== 'open') activities.push({ row, ...read });
      else activities.push({ row, ...read, activity: await this.#withKey(row, read.activity) });
    }
    return activities;
  }

  /** Throws what `openActivity` of the store does. A key of an activity that was not opened goes at the next start. */
  async open(board: BoardId, activity: SealedActivity): Promise<void> {
    const { store, keys } = this.#options;
    await keys.make(board, activity.id);
    const early = await earlyOf(store, board);
    const content = JSON.stringify({ ...activity, early });
    await store.openActivity({
      id: activity.id,
      board,
      openedAtMs: activity.openedAt,
      endedAtMs: null,
      content,
      due: null,
    });
  }

  /** Throws NotStoredError unless the activity is open, StorageFullError where it has no key and the disk takes none. */
  async keyOf(board: BoardId, activity: string): Promise<KeyObject> {
    const { keys } = this.#options;
    const key = keys.of(board, activity);
    if (key !== null) return key;
    const found = (await this.list(board)).find(({ row }) => row.id === activity);
    if (found?.activity.status !== 'open') throw new NotStoredError('no such open round on this board');
    return keys.make(board, activity);
  }

  /** One that stays goes at the next start. */
  async dropKey(board: BoardId, activity: string): Promise<void> {
    try {
      await this.#options.keys.drop(board, activity);
    } catch (error) {
      this.#options.log.error('sealed.keyStays', { board }, error);
    }
  }

  /** An activity in which nothing is encrypted lost nothing with its key; those of older versions get one here. */
  async #withKey(row: ActivityRow, activity: SealedActivity): Promise<SealedActivity> {
    const { store, keys, log } = this.#options;
    const { board, id } = row;
    if (keys.of(board, id) !== null) return activity;
    return this.#queue.take(`${board}/${id}`, async () => {
      if (keys.of(board, id) !== null) return activity;
      const stored = await store.listSealed(board, id);
      if ([...stored.values()].some((content) => !isPlain(content))) return this.#endLost(row, activity);
      try {
        await this.#encryptPlain(row, await keys.make(board, id));
      } catch (error) {
        if (!(error instanceof StorageFullError)) throw error;
        log.error('sealed.keyWaits', { board }, error);
      }
      return activity;
    });
  }

  async #endLost({ board, id }: ActivityRow, activity: SealedActivity): Promise<SealedActivity> {
    const { store, nowMs, log } = this.#options;
    const endedAtMs = nowMs();
    const lost: SealedActivity = { ...activity, status: 'discarded', closedAt: endedAtMs, lost: true };
    log.error('sealed.activityLost', { board });
    try {
      await untilUnmoved(async () => {
        const end = { endedAtMs, content: JSON.stringify(lost), due: null, record: null };
        await store.endActivity(board, id, end, await store.listSealed(board, id));
      });
      await this.dropKey(board, id);
    } catch (error) {
      // for everybody it has ended; it is written when the disk takes it
      log.error('sealed.lostEndWaits', { board }, error);
    }
    return lost;
  }

  async #encryptPlain({ board, id }: ActivityRow, key: KeyObject | null): Promise<void> {
    if (key === null) return;
    const { store } = this.#options;
    await untilUnmoved(async () => {
      const from = await store.listSealed(board, id);
      if (![...from.values()].some(isPlain)) return;
      const to = [...from].map(([person, content]) => {
        const row = rowName(board, id, person);
        return [person, isPlain(content) ? encrypt(key, row, content) : content] as const;
      });
      await store.replaceSealed(board, id, from, new Map(to));
    });
  }

  /** Nobody gets it meanwhile where the disk refuses. */
  async #setAside({ board, id }: ActivityRow): Promise<void> {
    const { store, log } = this.#options;
    log.error('sealed.activityUnreadable', { board });
    try {
      await store.setAside(board, 'rounds', id);
    } catch (error) {
      log.error('sealed.setAsideFailed', { board }, error);
      return;
    }
    await this.dropKey(board, id);
  }
}

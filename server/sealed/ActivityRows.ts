/**
 * The rounds of a board and their keys. A round that nobody understands is set aside. An open one has its key: it is on disk
 * before anybody can write in it, and goes with the end; where it is lost (a restored backup, a damaged file), so is what
 * was written, and the round ends without showing anything.
 */
import type { KeyObject } from 'node:crypto';
import * as v from 'valibot';
import { SealedRound } from '#shared/wire/SealedActivity.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import { Turns } from '#server/door/limits/KeyedQueue.ts';
import type { Log } from '#server/log/Log.ts';
import type { RoundRow } from '#server/store/ActivityStore.ts';
import { NotStoredError, type Store, StorageFullError } from '#server/store/Store.ts';
import { Early, earlyOf } from './JoinedBefore.ts';
import { encrypt, isPlain, rowName } from '#server/sealed/keys/entryCipher.ts';
import type { RoundKeys } from '#server/sealed/keys/ActivityKeys.ts';
import { understood } from './readOrNull.ts';
import { untilUnmoved } from './untilUnmoved.ts';

/** looked at together when the server starts */
const boardsAtOnce = 100;

export interface UnderstoodRound {
  readonly row: RoundRow;
  readonly round: SealedRound;
  readonly early: Early;
}

/** What the row of an open round says beside what everybody may know. */
const Beside = v.object({ early: v.optional(Early, null) });

export interface RoundRowsOptions {
  readonly store: Pick<
    Store,
    | 'listRounds'
    | 'openRound'
    | 'listSealed'
    | 'replaceSealed'
    | 'endRound'
    | 'setAside'
    | 'listUntouchedSince'
    | 'listPeople'
    | 'listSharers'
  >;
  readonly keys: RoundKeys;
  readonly nowMs: () => number;
  readonly log: Log;
}

export class RoundRows {
  readonly #options: RoundRowsOptions;
  readonly #turns = new Turns();

  constructor(options: RoundRowsOptions) {
    this.#options = options;
  }

  /**
   * When the server starts: what an older version left as plain text is encrypted, rounds without their key end, and keys
   * that no open round needs go. What fails is logged, and done when the board is opened or at the next start.
   */
  async start(): Promise<void> {
    const { store, keys, log } = this.#options;
    const open = new Set<string>();
    const look = async (board: BoardId): Promise<void> => {
      for (const { row, round } of await this.list(board)) {
        if (round.status !== 'open') continue;
        open.add(row.id);
        await this.#encryptPlain(row, keys.of(board, row.id));
      }
    };
    try {
      const boards = await store.listUntouchedSince(Number.MAX_SAFE_INTEGER);
      for (let first = 0; first < boards.length; first += boardsAtOnce)
        await Promise.all(boards.slice(first, first + boardsAtOnce).map(look));
    } catch (error) {
      // which rounds are open is not known then
      log.error('sealed.startFailed', {}, error);
      return;
    }
    for (const { board, round } of keys.list()) if (!open.has(round)) await this.dropKey(board, round);
  }

  /** The board is deleted. */
  async forget(board: BoardId): Promise<void> {
    for (const one of this.#options.keys.list()) if (one.board === board) await this.dropKey(board, one.round);
  }

  /** Of that board, the one opened first comes first. */
  async list(board: BoardId): Promise<readonly UnderstoodRound[]> {
    const rounds: UnderstoodRound[] = [];
    for (const row of await this.#options.store.listRounds(board)) {
      const read = understood(() => {
        const content: unknown = JSON.parse(row.content);
        return { round: v.parse(SealedRound, content), early: v.parse(Beside, content).early };
      });
      if (read === null) await this.#setAside(row);
      else if (read.round.status !== 'open') rounds.push({ row, ...read });
      else rounds.push({ row, ...read, round: await this.#withKey(row, read.round) });
    }
    return rounds;
  }

  /** Throws what `openRound` of the store does. A key of a round that was not opened goes at the next start. */
  async open(board: BoardId, round: SealedRound): Promise<void> {
    const { store, keys } = this.#options;
    await keys.make(board, round.id);
    const early = await earlyOf(store, board);
    const content = JSON.stringify({ ...round, early });
    await store.openRound({ id: round.id, board, openedAtMs: round.openedAt, endedAtMs: null, content, due: null });
  }

  /** Throws NotStoredError unless the round is open, StorageFullError where it has no key and the disk takes none. */
  async keyOf(board: BoardId, round: string): Promise<KeyObject> {
    const { keys } = this.#options;
    const key = keys.of(board, round);
    if (key !== null) return key;
    const found = (await this.list(board)).find(({ row }) => row.id === round);
    if (found?.round.status !== 'open') throw new NotStoredError('no such open round on this board');
    return keys.make(board, round);
  }

  /** One that stays goes at the next start. */
  async dropKey(board: BoardId, round: string): Promise<void> {
    try {
      await this.#options.keys.drop(board, round);
    } catch (error) {
      this.#options.log.error('sealed.keyStays', { board }, error);
    }
  }

  /** A round in which nothing is encrypted lost nothing with its key; those of older versions get one here. */
  async #withKey(row: RoundRow, round: SealedRound): Promise<SealedRound> {
    const { store, keys, log } = this.#options;
    const { board, id } = row;
    if (keys.of(board, id) !== null) return round;
    return this.#turns.take(`${board}/${id}`, async () => {
      if (keys.of(board, id) !== null) return round;
      const stored = await store.listSealed(board, id);
      if ([...stored.values()].some((content) => !isPlain(content))) return this.#endLost(row, round);
      try {
        await this.#encryptPlain(row, await keys.make(board, id));
      } catch (error) {
        if (!(error instanceof StorageFullError)) throw error;
        log.error('sealed.keyWaits', { board }, error);
      }
      return round;
    });
  }

  async #endLost({ board, id }: RoundRow, round: SealedRound): Promise<SealedRound> {
    const { store, nowMs, log } = this.#options;
    const endedAtMs = nowMs();
    const lost: SealedRound = { ...round, status: 'discarded', closedAt: endedAtMs, lost: true };
    log.error('sealed.roundLost', { board });
    try {
      await untilUnmoved(async () => {
        const end = { endedAtMs, content: JSON.stringify(lost), due: null, record: null };
        await store.endRound(board, id, end, await store.listSealed(board, id));
      });
      await this.dropKey(board, id);
    } catch (error) {
      // for everybody it has ended; it is written when the disk takes it
      log.error('sealed.lostEndWaits', { board }, error);
    }
    return lost;
  }

  async #encryptPlain({ board, id }: RoundRow, key: KeyObject | null): Promise<void> {
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
  async #setAside({ board, id }: RoundRow): Promise<void> {
    const { store, log } = this.#options;
    log.error('sealed.roundUnreadable', { board });
    try {
      await store.setAside(board, 'rounds', id);
    } catch (error) {
      log.error('sealed.setAsideFailed', { board }, error);
      return;
    }
    await this.dropKey(board, id);
  }
}

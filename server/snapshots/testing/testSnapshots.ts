/** For tests: snapshots over a relay in memory whose store can be broken. */
import * as v from 'valibot';
import type { BoardContent } from '#shared/board/content.ts';
import { BoardId } from '#shared/wire/ids.ts';
import { defaultLimits, type Limits } from '#shared/wire/limits.ts';
import { openTestRelay, type TestRelay } from '#server/testing/openTestRelay.ts';
import { Snapshots, type SnapshotsOptions } from '#server/snapshots/Snapshots.ts';
import { TakingBack } from '#server/snapshots/takeBack/TakingBack.ts';
import { TimedHistory, type TimedHistoryOptions } from '#server/snapshots/TimedHistory.ts';
import { Acts } from '#server/acts/Acts.ts';
import type { Log } from '#server/log/Log.ts';

export interface TestSnapshots extends TestRelay {
  readonly snapshots: Snapshots;
  readonly history: TimedHistory;
  readonly takingBack: TakingBack;
  readonly acts: Acts;
  /** What a snapshot holds, in the order of its keys. */
  content(id: string): Promise<ReadonlyArray<readonly [string, string]>>;
  /** Lets the relay work until the promise settles. */
  during<T>(promise: Promise<T>): Promise<T>;
}

export interface TestSnapshotsOptions
  extends Pick<SnapshotsOptions, 'openRestoration'>, Pick<TimedHistoryOptions, 'pack'> {
  /** with a timed history */
  readonly isTimed?: boolean;
}

export async function openTestSnapshots(
  limits: Partial<Limits> = {},
  { isTimed = false, ...more }: TestSnapshotsOptions = {},
): Promise<TestSnapshots> {
  const made: Snapshots[] = [];
  const histories: TimedHistory[] = [];
  const log: Log = {
    info: () => {},
    warn: () => {},
    error: (event: string, _fields: unknown, error?: unknown) => relay.errors.push(error ?? event),
  };
  const relay = await openTestRelay(limits, {
    companions: [{ opened: async () => {}, greetings: () => [], closed: (board) => histories[0]?.closed(board) }],
    onChanged: (board, version) => histories[0]?.changed(board, version),
    beforeLoss: async (board, loss) => {
      await made[0]?.takeBeforeLoss(board, loss);
    },
  });
  const acts = new Acts({ store: relay.store, nowMs: () => relay.clock.nowMs(), log });
  const snapshots = new Snapshots({
    store: relay.store,
    relay: relay.relay,
    ...more,
    limits: { ...defaultLimits, ...limits },
    nowMs: () => relay.clock.nowMs(),
    log,
  });
  made.push(snapshots);
  const takingBack = new TakingBack({ store: relay.store, relay: relay.relay, acts, snapshots, ...more });
  const history = new TimedHistory({
    store: relay.store,
    snapshots: () => snapshots,
    clock: relay.clock,
    log,
    ...more,
  });
  if (isTimed) histories.push(history);
  return {
    ...relay,
    snapshots,
    takingBack,
    acts,
    history,
    async content(id) {
      const { content } = await snapshots.read(v.parse(BoardId, relay.board), id as never);
      return sorted(content);
    },
    async during(promise) {
      const state = { isDone: false };
      const done = promise.finally(() => (state.isDone = true));
      done.catch(() => {});
      while (!state.isDone) await relay.settle(50);
      return done;
    },
  };
}

export function sorted(content: BoardContent): ReadonlyArray<readonly [string, string]> {
  return [...content].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

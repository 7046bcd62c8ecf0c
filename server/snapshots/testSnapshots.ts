/** For tests: snapshots over a relay in memory whose store can be broken. */
import * as v from 'valibot';
import type { BoardContent } from '#shared/board/content.ts';
import { BoardId } from '#shared/wire/ids.ts';
import { defaultLimits, type Limits } from '#shared/wire/limits.ts';
import { openTestRelay, type TestRelay } from '#server/relay/openTestRelay.ts';
import { Snapshots, type SnapshotsOptions } from './Snapshots.ts';

export interface TestSnapshots extends TestRelay {
  readonly snapshots: Snapshots;
  /** What a snapshot holds, in the order of its keys. */
  content(id: string): Promise<ReadonlyArray<readonly [string, string]>>;
  /** Lets the relay work until the promise settles. */
  during<T>(promise: Promise<T>): Promise<T>;
}

export async function openTestSnapshots(
  limits: Partial<Limits> = {},
  more: Pick<SnapshotsOptions, 'openRestoration'> = {},
): Promise<TestSnapshots> {
  const made: Snapshots[] = [];
  const relay = await openTestRelay(limits, {
    beforeLoss: async (board, loss) => {
      await made[0]?.takeBeforeLoss(board, loss);
    },
  });
  const snapshots = new Snapshots({
    store: relay.store,
    relay: relay.relay,
    ...more,
    limits: { ...defaultLimits, ...limits },
    nowMs: () => relay.clock.nowMs(),
    log: {
      info: () => {},
      warn: () => {},
      error: (event: string, _fields: unknown, error?: unknown) => relay.errors.push(error ?? event),
    },
  });
  made.push(snapshots);
  return {
    ...relay,
    snapshots,
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

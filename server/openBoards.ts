/**
 * What runs the boards: the relay, what goes on beside it in a workshop, and what is kept of it. Each knows some of the others, so
 * they are put together here, once.
 */
import { readMap } from '#shared/board/mapDocument.ts';
import { Acts } from '#server/acts/Acts.ts';
import type { Clock } from '#server/clock/Clock.ts';
import { EvenClock } from '#server/clock/EvenClock.ts';
import { KeyedQueue } from '#server/door/limits/KeyedQueue.ts';
import { newSealedId } from '#server/door/secrets/randomText.ts';
import { renewCode } from '#server/http/joining/renewCode.ts';
import { seatNamed } from '#server/http/joining/seatOrganization.ts';
import type { ServerLog } from '#server/log/createLog.ts';
import type { Environment } from '#server/ops/environment.ts';
import { createRelay } from '#server/relay/createRelay.ts';
import type { Meter } from '#server/relay/Meter.ts';
import type { Relay } from '#server/relay/Relay.ts';
import { ActivityKeyFolder } from '#server/sealed/keys/ActivityKeyFolder.ts';
import { SealedActivities } from '#server/sealed/SealedActivities.ts';
import { Snapshots } from '#server/snapshots/Snapshots.ts';
import { TimedHistory } from '#server/snapshots/TimedHistory.ts';
import type { Store } from '#server/store/Store.ts';
import { Workshops } from '#server/workshop/Workshops.ts';

export interface OpenBoardsOptions {
  readonly environment: Environment;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: ServerLog;
  readonly meter: Meter;
}

export interface Boards {
  readonly relay: Relay;
  readonly workshops: Workshops;
  readonly sealed: SealedActivities;
  readonly acts: Acts;
  readonly history: TimedHistory;
  readonly snapshots: Snapshots;
  /** changes of one board that read before they write */
  readonly queue: KeyedQueue;
}

export async function openBoards({ environment, store, clock, log, meter }: OpenBoardsOptions): Promise<Boards> {
  const { limits } = environment;
  const nowMs = () => clock.nowMs();
  const stoodStillMs = () => clock.stoodStillMs();
  const queue = new KeyedQueue();
  const evenClock = new EvenClock(clock, (byMs, adopted) => workshops.moveClocks(byMs, adopted));
  const workshopClock: Clock = {
    nowMs: () => evenClock.nowMs(),
    elapsedMs: () => clock.elapsedMs(),
    stoodStillMs,
    setTimer: (fn, ms) => clock.setTimer(fn, ms),
    defer: (fn) => clock.defer(fn),
  };
  const workshops = new Workshops({
    store,
    limits,
    nowMs,
    evenMs: workshopClock.nowMs,
    stoodStillMs,
    log,
    recorded: {
      readMap: (board) => relay.change(board, readMap),
      present: (board) => relay.present(board),
      newId: newSealedId,
    },
    tell: (board, message) => relay.tell(board, message),
    onTurn: async (board, step, turn) => {
      // the code stood on a wall of the room
      const ended = turn === 'end' ? renewCode({ store, queue }, board) : null;
      await Promise.all([snapshots.take(board, { reason: turn, detail: step.title }), ended]);
    },
  });
  const keys = await ActivityKeyFolder.open(environment.dataDir);
  const sealed = new SealedActivities({
    store,
    keys,
    relay: () => relay,
    clock: workshopClock,
    log,
    newId: newSealedId,
    onOpened: (board, activity) => workshops.activityBegan(board, activity),
    onEnded: (board, activity) => workshops.activityEnded(board, activity),
  });
  const acts = new Acts({ store, nowMs, log });
  const history = new TimedHistory({
    store,
    snapshots: () => snapshots,
    onKept: (board) => void acts.tidy(board),
    clock: workshopClock,
    log,
  });
  const relay = createRelay({
    permits: (board) => workshops.permitsOf(board),
    votedOn: (board) => sealed.votedOn(board),
    companions: [workshops, sealed, history],
    store,
    limits,
    clock: workshopClock,
    log,
    meter,
    beforeLoss: (board, loss) => snapshots.takeBeforeLoss(board, loss),
    onChanged: (board, version) => history.changed(board, version),
    onNamed: (board, named) => seatNamed({ store, relay, nowMs, log }, board, named),
  });
  const snapshots = new Snapshots({ store, relay, limits, nowMs, log });
  return { relay, workshops, sealed, acts, history, snapshots, queue };
}

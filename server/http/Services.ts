/** What the routes work with. One object for all, made once by `createApp`. */
import type { Context } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import type { Reach } from '#shared/wire/http.ts';
import type { Limits } from '#shared/wire/limits.ts';
import type { Doorkeeper } from '#server/door/Doorkeeper.ts';
import type { SlidingWindow } from '#server/door/limits/SlidingWindow.ts';
import type { UploadBudget } from '#server/door/limits/UploadBudget.ts';
import type { KeyedQueue } from '#server/door/limits/KeyedQueue.ts';
import type { Metrics } from '#server/ops/createMetrics.ts';
import type { Environment } from '#server/ops/environment.ts';
import type { ServerLog } from '#server/log/createLog.ts';
import type { Relay } from '#server/relay/Relay.ts';
import type { Acts } from '#server/acts/Acts.ts';
import type { Exports } from '#server/export/Exports.ts';
import type { TakingBack } from '#server/snapshots/takeBack/TakingBack.ts';
import type { Snapshots } from '#server/snapshots/Snapshots.ts';
import type { Workshops } from '#server/workshop/Workshops.ts';
import type { SealedActivities } from '#server/sealed/SealedActivities.ts';
import type { Store } from '#server/store/Store.ts';
import type { Imports } from '#server/http/files/Imports.ts';

export interface Services {
  readonly store: Store;
  readonly relay: Relay;
  readonly workshops: Workshops;
  readonly snapshots: Snapshots;
  readonly acts: Pick<Acts, 'read'>;
  readonly takingBack: TakingBack;
  readonly exports: Exports;
  readonly imports: Imports;
  readonly sealed: SealedActivities;
  readonly door: Doorkeeper;
  /** secret of the installation, for link keys */
  readonly secret: Uint8Array;
  readonly environment: Environment;
  readonly limits: Limits;
  readonly log: ServerLog;
  readonly metrics: Metrics;
  readonly nowMs: () => number;
  /** how long the server has stood still so far; it counts against nobody */
  readonly stoodStillMs: () => number;
  /** in [0, 1); only for what is no secret */
  readonly random: () => number;
  /** changes of one board that read before they write */
  readonly queue: KeyedQueue;
  readonly boardsStarted: SlidingWindow;
  /** what may be brought to be kept */
  readonly uploads: UploadBudget;
  /** where others can open this server, at this moment */
  readonly reach: () => Reach;
  /** as the system calls the machine that this runs on */
  readonly machineName: string;
  /** true from the first moment of a graceful stop */
  readonly isStopping: () => boolean;
}

export interface HttpEnv {
  Bindings: HttpBindings;
  Variables: {
    /** address that limits count for */
    address: string;
    /** host that the request was sent to */
    host: string | undefined;
  };
}

/** What helpers of routes may use of a request, whatever the route has found out about it. */
export type HttpContext = Pick<Context<HttpEnv>, 'req' | 'var' | 'env'>;

/**
 * The whole server: store, relay, HTTP and sockets, put together and listening. `main.ts` calls it with the real
 * environment, tests with their own.
 */
import { statfs } from 'node:fs/promises';
import { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { createAdaptorServer } from '@hono/node-server';
import type { Reach } from '#shared/wire/http.ts';
import { Acts } from '#server/acts/Acts.ts';
import { Doorkeeper } from '#server/door/Doorkeeper.ts';
import { newSealedId } from '#server/door/secrets/randomText.ts';
import { SlidingWindow } from '#server/door/limits/SlidingWindow.ts';
import { UploadBudget } from '#server/door/limits/UploadBudget.ts';
import { KeyedQueue } from '#server/door/limits/KeyedQueue.ts';
import { Exports } from '#server/export/Exports.ts';
import { createApp } from '#server/http/createApp.ts';
import type { Services } from '#server/http/Services.ts';
import { Imports } from '#server/http/files/Imports.ts';
import { renewCode } from '#server/http/joining/renewCode.ts';
import { readClientFiles } from '#server/http/readClientFiles.ts';
import { seatNamed } from '#server/http/joining/seatOrganization.ts';
import { SocketDoor } from '#server/http/sockets/SocketDoor.ts';
import type { Clock } from '#server/clock/Clock.ts';
import { createRelay } from '#server/relay/createRelay.ts';
import type { Relay } from '#server/relay/Relay.ts';
import { Snapshots } from '#server/snapshots/Snapshots.ts';
import { TakingBack } from '#server/snapshots/takeBack/TakingBack.ts';
import { TimedHistory } from '#server/snapshots/TimedHistory.ts';
import { EvenClock } from '#server/clock/EvenClock.ts';
import { Workshops } from '#server/workshop/Workshops.ts';
import { ActivityKeyFolder } from '#server/sealed/keys/ActivityKeyFolder.ts';
import { SealedActivities } from '#server/sealed/SealedActivities.ts';
import type { Store } from '#server/store/Store.ts';
import { boundConnections } from '#server/ops/boundConnections.ts';
import { excuseStandstill } from '#server/ops/excuseStandstill.ts';
import type { ServerLog } from '#server/log/createLog.ts';
import { createMetrics } from '#server/ops/createMetrics.ts';
import type { Environment } from '#server/ops/environment.ts';
import { reachOf, type Interfaces } from '#server/ops/reach.ts';
import { sweepUntouched } from '#server/ops/sweepUntouched.ts';

const hourMs = 60 * 60 * 1000;
/** Of the ten seconds that a stop may take: time for clients to answer the close. */
const closeGraceMs = 3_000;

export interface OpenServerOptions {
  readonly environment: Environment;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: ServerLog;
  /** in [0, 1); only for what is no secret */
  readonly random: () => number;
  /** where the built page is */
  readonly clientFolder: string;
  /** addresses of this machine, at this moment */
  readonly interfaces: () => Interfaces;
  /** of the disk; asked from the data folder unless said */
  readonly freeBytes?: () => Promise<number>;
}

export interface OpenServer {
  readonly address: AddressInfo;
  /** where others can open it */
  readonly reach: Reach;
  readonly relay: Relay;
  readonly workshops: Workshops;
  /** Takes nobody new, commits, closes everybody with 4503, closes the store. The second call waits for the first. */
  stop(): Promise<void>;
}

export async function openServer(options: OpenServerOptions): Promise<OpenServer> {
  const { environment, store, clock, log } = options;
  const { limits } = environment;
  const nowMs = () => clock.nowMs();
  const stoodStillMs = () => clock.stoodStillMs();
  const metrics = createMetrics();
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
    companions: [workshops, sealed, history],
    store,
    limits,
    clock: workshopClock,
    log,
    meter: metrics.meter,
    beforeLoss: (board, loss) => snapshots.takeBeforeLoss(board, loss),
    onChanged: (board, version) => history.changed(board, version),
    onNamed: (board, named) => seatNamed({ store, relay, nowMs, log }, board, named),
  });
  const snapshots = new Snapshots({ store, relay, limits, nowMs, log });
  metrics.watch(() => relay.gauges());
  const secret = await store.installationSecret();
  let stopping: Promise<void> | null = null;
  const services: Services = {
    store,
    relay,
    workshops,
    snapshots,
    acts,
    takingBack: new TakingBack({ store, relay, acts, snapshots }),
    sealed,
    exports: new Exports({ store, relay, snapshots, limits, nowMs, stoodStillMs, log }),
    imports: new Imports({ limits, nowMs }),
    secret,
    environment,
    limits,
    log,
    metrics,
    nowMs,
    stoodStillMs,
    random: options.random,
    door: new Doorkeeper({
      store,
      secret,
      triesPerMinute: limits.doorTriesPerMinute,
      codeTriesPerMinute: limits.codeTriesPerMinute,
      nowMs,
    }),
    queue,
    boardsStarted: new SlidingWindow({
      limit: limits.boardsPerAddressPerHour,
      windowMs: hourMs,
      nowMs,
    }),
    uploads: new UploadBudget({
      store,
      limits,
      freeBytes: options.freeBytes ?? (() => freeBytesAt(environment.dataDir)),
      nowMs,
      onFull: () => log.warn('uploads.serverFull', {}),
    }),
    reach: () => reachOf(environment, address, options.interfaces()),
    machineName: hostname(),
    isStopping: () => stopping !== null,
  };
  const server = createHttpServer(services, clock, options.clientFolder);
  const sockets = new SocketDoor(services);
  sockets.attach(server);
  await sealed.start();
  const address = await listen(server, environment);
  const endSweep = sweepEveryHour(services, acts, clock);

  const stop = async (): Promise<void> => {
    endSweep();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    await workshops.finish();
    // while rooms still commit: what it has begun needs the store, and what it has not comes with the next change
    const rested = history.stop();
    await relay.stop();
    await sockets.end(closeGraceMs);
    server.closeAllConnections();
    services.imports.end();
    await closed;
    await rested;
    await acts.idle();
    await snapshots.idle();
    await store.close();
  };
  return { address, reach: services.reach(), relay, workshops, stop: () => (stopping ??= stop()) };
}

async function freeBytesAt(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

function createHttpServer(services: Services, clock: Clock, clientFolder: string): Server {
  const { handshakeMs, connectionsPerAddress } = services.limits;
  const app = createApp(services, readClientFiles(clientFolder));
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { connectionsCheckingInterval: 1_000 },
  });
  if (!(server instanceof Server)) throw new TypeError('The server must speak HTTP/1.1: WebSockets begin there.');
  excuseStandstill(server, { headersTimeout: handshakeMs, requestTimeout: Math.max(120_000, handshakeMs) }, clock);
  boundConnections(server, connectionsPerAddress);
  return server;
}

function listen(server: Server, environment: Environment): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: environment.port, host: environment.host }, () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server has no address.'));
      else resolve(address);
    });
  });
}

function sweepEveryHour(services: Services, acts: Acts, clock: Clock): () => void {
  const { retentionDays } = services.environment;
  const failed = (error: unknown): void => services.log.error('sweep-failed', {}, error);
  let cancel = () => {};
  const sweep = (): void => {
    cancel = clock.setTimer(sweep, hourMs);
    acts.sweep().catch(failed);
    if (retentionDays === null) return;
    sweepUntouched({ ...services, retentionDays, nowMs: clock.nowMs() }).catch(failed);
  };
  sweep();
  return () => cancel();
}

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
import type { Acts } from '#server/acts/Acts.ts';
import { Doorkeeper } from '#server/door/Doorkeeper.ts';
import { SlidingWindow } from '#server/door/limits/SlidingWindow.ts';
import { UploadBudget } from '#server/door/limits/UploadBudget.ts';
import { Exports, type ExportsOptions } from '#server/export/Exports.ts';
import { createApp } from '#server/http/createApp.ts';
import type { Services } from '#server/http/Services.ts';
import { Imports } from '#server/http/files/Imports.ts';
import { readClientFiles } from '#server/http/readClientFiles.ts';
import { SocketDoor } from '#server/http/sockets/SocketDoor.ts';
import type { Clock } from '#server/clock/Clock.ts';
import type { Relay } from '#server/relay/Relay.ts';
import { TakingBack } from '#server/snapshots/takeBack/TakingBack.ts';
import type { Workshops } from '#server/workshop/Workshops.ts';
import type { Store } from '#server/store/Store.ts';
import { boundConnections } from '#server/ops/boundConnections.ts';
import { excuseStandstill } from '#server/ops/excuseStandstill.ts';
import type { ServerLog } from '#server/log/createLog.ts';
import { createMetrics } from '#server/ops/createMetrics.ts';
import type { Environment } from '#server/ops/environment.ts';
import { reachOf, type Interfaces } from '#server/ops/reach.ts';
import { sweepUntouched } from '#server/ops/sweepUntouched.ts';
import { openBoards, type Boards } from './openBoards.ts';

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
  const metrics = createMetrics();
  const boards = await openBoards({ environment, store, clock, log, meter: metrics.meter });
  const { relay, workshops, sealed } = boards;
  metrics.watch(() => relay.gauges());
  let stopping: Promise<void> | null = null;
  const services: Services = {
    ...(await makeServices(options, boards)),
    metrics,
    reach: () => reachOf(environment, address, options.interfaces()),
    isStopping: () => stopping !== null,
  };
  const server = createHttpServer(services, clock, options.clientFolder);
  const sockets = new SocketDoor(services);
  sockets.attach(server);
  await sealed.start();
  const address = await listen(server, environment);
  const endSweep = sweepEveryHour(services, boards.acts, clock);

  const stop = async (): Promise<void> => {
    endSweep();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    await workshops.finish();
    // while rooms still commit: what it has begun needs the store, and what it has not comes with the next change
    const rested = boards.history.stop();
    await relay.stop();
    await sockets.end(closeGraceMs);
    server.closeAllConnections();
    services.imports.end();
    await closed;
    await rested;
    await boards.acts.idle();
    await boards.snapshots.idle();
    await store.close();
  };
  return { address, reach: services.reach(), relay, workshops, stop: () => (stopping ??= stop()) };
}

/** What requests and sockets work with, as far as it does not depend on how the server listens. */
async function makeServices(
  { environment, store, clock, log, random, freeBytes }: OpenServerOptions,
  { relay, workshops, snapshots, acts, sealed, queue }: Boards,
): Promise<Omit<Services, 'metrics' | 'reach' | 'isStopping'>> {
  const { limits } = environment;
  const nowMs = () => clock.nowMs();
  const stoodStillMs = () => clock.stoodStillMs();
  const keepRecord: ExportsOptions['keepRecord'] = (board) => workshops.keepRecord(board);
  const secret = await store.installationSecret();
  return {
    store,
    relay,
    workshops,
    snapshots,
    acts,
    takingBack: new TakingBack({ store, relay, acts, snapshots }),
    sealed,
    exports: new Exports({ store, relay, snapshots, keepRecord, limits, nowMs, stoodStillMs, log }),
    imports: new Imports({ limits, nowMs }),
    secret,
    environment,
    limits,
    log,
    nowMs,
    stoodStillMs,
    random,
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
      freeBytes: freeBytes ?? (() => freeBytesAt(environment.dataDir)),
      nowMs,
      onFull: () => log.warn('uploads.serverFull', {}),
    }),
    machineName: hostname(),
  };
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

/** The whole real server for tests: port 0, SQLite in a folder of its own, its log in memory. */
import { mkdtemp, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { defaultLimits } from '#shared/wire/limits.ts';
import type { Limits } from '#shared/wire/limits.ts';
import { createLog } from '#server/log/createLog.ts';
import { readEnvironment } from '#server/ops/environment.ts';
import type { Environment } from '#server/ops/environment.ts';
import { openServer } from '#server/openServer.ts';
import type { Interfaces } from '#server/ops/reach.ts';
import type { Clock } from '#server/clock/Clock.ts';
import type { Relay } from '#server/relay/Relay.ts';
import { systemClock } from '#server/clock/systemClock.ts';
import type { Workshops } from '#server/workshop/Workshops.ts';
import { openSqliteStore } from '#server/store/sqlite/openSqliteStore.ts';
import type { Store } from '#server/store/Store.ts';
import { openThreadedStore } from '#server/store/threaded/openThreadedStore.ts';

export interface StartServerOptions {
  readonly environment?: Partial<Omit<Environment, 'limits'>>;
  readonly limits?: Partial<Limits>;
  readonly clock?: Clock;
  /** wraps the real store, for faults */
  readonly wrapStore?: (store: Store) => Store;
  readonly clientFolder?: string;
  /** addresses that this machine seems to have */
  readonly interfaces?: () => Interfaces;
  /** free room that the disk seems to have */
  readonly freeBytes?: () => Promise<number>;
  /** the store in its threads, as the server has it; in line unless said, since they take a while to start */
  readonly threads?: { readonly busyTimeoutMs: number };
  /** kept after `stop`; otherwise a new folder that `stop` takes away */
  readonly folder?: string;
}

export interface TestServer {
  readonly port: number;
  /** http://127.0.0.1:<port> */
  readonly origin: string;
  /** base of `new WebsocketProvider(...)`, ws://127.0.0.1:<port>/sync */
  readonly wsOrigin: string;
  readonly folder: string;
  readonly store: Store;
  readonly relay: Relay;
  readonly workshops: Workshops;
  /** every line of the log so far, at level trace */
  readonly logLines: readonly string[];
  stop(): Promise<void>;
}

export async function startServer(options: StartServerOptions = {}): Promise<TestServer> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'roundtable-')));
  const clock = options.clock ?? systemClock;
  const nowMs = (): number => clock.nowMs();
  const sqlite = options.threads
    ? await openThreadedStore({ folder, nowMs, onLost: () => {}, ...options.threads })
    : openSqliteStore({ folder, nowMs });
  const store = options.wrapStore?.(sqlite) ?? sqlite;
  const logLines: string[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logLines.push(chunk.toString());
      done();
    },
  });
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const server = await openServer({
    environment: {
      ...readEnvironment({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder }),
      ...options.environment,
      limits,
    },
    store,
    clock,
    log: createLog({ level: 'trace', destination }),
    random: () => 0.5,
    clientFolder: options.clientFolder ?? join(folder, 'no-page'),
    interfaces: options.interfaces ?? networkInterfaces,
    ...(options.freeBytes && { freeBytes: options.freeBytes }),
  });
  const { port } = server.address;
  return {
    port,
    folder,
    store,
    logLines,
    relay: server.relay,
    workshops: server.workshops,
    origin: `http://127.0.0.1:${port}`,
    wsOrigin: `ws://127.0.0.1:${port}/sync`,
    async stop() {
      await server.stop();
      if (options.folder === undefined)
        await rm(folder, {
          recursive: true,
          force: true,
        });
    },
  };
}

/**
 * The server as a process: reads the environment, opens the server, says where it listens, and stops in order. The only
 * file that knows `process.env` and process events.
 */
import { networkInterfaces } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLog } from './ops/createLog.ts';
import { EnvironmentError, readEnvironment } from './ops/environment.ts';
import { openServer } from './ops/openServer.ts';
import { readyLines } from './ops/reach.ts';
import { systemClock } from './relay/systemClock.ts';
import { DataFolderInUseError } from './store/sqlite/DataFolder.ts';
import { openSqliteStore } from './store/sqlite/openSqliteStore.ts';

/** A stop that takes longer than this ends by itself; everything acknowledged is on disk by then. */
const stopWithinMs = 9_000;

async function main(): Promise<void> {
  const environment = readEnvironment(process.env);
  const log = createLog({ level: environment.logLevel });
  const store = openSqliteStore({ folder: resolve(environment.dataDir), nowMs: () => Date.now() });
  const server = await openServer({
    environment,
    store,
    log,
    clock: systemClock,
    random: Math.random,
    clientFolder: clientFolder(),
    interfaces: networkInterfaces,
  });
  const stop = (exitCode: number): void => {
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    server.stop().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        log.fatal('stop-failed', error);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', () => stop(0));
  process.once('SIGINT', () => stop(0));
  // Nobody knows in what state the process is; what arrived is committed, and whoever watches it starts a new one.
  process.on('uncaughtException', (error) => {
    log.fatal('uncaught', error);
    stop(1);
  });
  for (const line of readyLines(environment, server.address, server.reach)) console.log(line);
}

/** The built page stands beside the built server, wherever that is started; from source the project's folder is asked. */
function clientFolder(): string {
  const isBuilt = !import.meta.url.endsWith('.ts');
  return isBuilt ? fileURLToPath(new URL('../client', import.meta.url)) : resolve('dist/client');
}

/** What an operator can mend is told in one sentence; everything else with its stack. */
function tell(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    console.error('The port is in use by another program. Stop it, or set PORT to another number.');
  else if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    console.error(`The server cannot listen or write there: ${String(error)}. Check HOST, PORT and DATA_DIR.`);
  else if (error instanceof EnvironmentError || error instanceof DataFolderInUseError) console.error(error.message);
  else console.error(error);
}

main().catch((error: unknown) => {
  tell(error);
  process.exit(1);
});

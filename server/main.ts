/**
 * The server as a process: reads the environment, opens the server, says where it listens, and stops in order. The only
 * file that knows `process.env` and process events.
 */
import { networkInterfaces } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLog } from '#server/log/createLog.ts';
import { EnvironmentError, readEnvironment } from './ops/environment.ts';
import { openServer } from './openServer.ts';
import { readyLines } from './ops/reach.ts';
import { systemClock } from '#server/clock/systemClock.ts';
import { ActivityKeysError } from '#server/sealed/keys/ActivityKeys.ts';
import { DataFolderError } from './store/sqlite/DataFolder.ts';
import { EngineError } from './store/sqlite/engine.ts';
import { openThreadedStore } from './store/threaded/openThreadedStore.ts';

/** A stop that takes longer than this ends by itself; everything acknowledged is on disk by then. */
const stopWithinMs = 9_000;

async function main(): Promise<void> {
  const environment = readEnvironment(process.env);
  const log = createLog({ level: environment.logLevel });
  let stop = (exitCode: number): void => process.exit(exitCode);
  const store = await openThreadedStore({
    folder: resolve(environment.dataDir),
    nowMs: () => Date.now(),
    onLost: (error) => {
      log.fatal('store.lost', error);
      stop(1);
    },
  });
  const server = await openServer({
    environment,
    store,
    log,
    clock: systemClock,
    random: Math.random,
    clientFolder: clientFolder(),
    interfaces: networkInterfaces,
  });
  stop = (exitCode) => {
    // `exit` would wait for a thread that waits for the disk
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), stopWithinMs).unref();
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
  const isForOperator =
    error instanceof EnvironmentError ||
    error instanceof DataFolderError ||
    error instanceof EngineError ||
    error instanceof ActivityKeysError;
  if (isForOperator) console.error(error.message);
  else console.error(listenProblem(error) ?? error);
}

/** Why the server cannot listen; null for an error of any other origin. */
function listenProblem(error: unknown): string | null {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return null;
  if (error.syscall !== 'listen' && error.syscall !== 'getaddrinfo') return null;
  if (error.code === 'EADDRINUSE')
    return 'The port is in use by another program. Stop it, or set PORT to another number.';
  return `The server cannot listen there: ${error.message}. Check HOST and PORT.`;
}

main().catch((error: unknown) => {
  tell(error);
  process.exit(1);
});

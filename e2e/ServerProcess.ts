/** The built server as a process of its own on a free port, with a data folder that lives as long as the test. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

export class ServerProcess {
  readonly origin: string;
  readonly #port: number;
  readonly #folder: string;
  readonly #environment: Record<string, string>;
  readonly #main: string;
  #child: ChildProcess | null = null;
  #aheadMs = 0;

  private constructor(port: number, folder: string, environment: Record<string, string>, main: string) {
    this.#port = port;
    this.#folder = folder;
    this.#environment = environment;
    this.#main = main;
    this.origin = `http://localhost:${port}`;
  }

  /** Starts a server with a new data folder; `environment` overrides limits and settings, `main` is another build's. */
  static async start(environment: Record<string, string> = {}, main = 'dist/server/main.js'): Promise<ServerProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'roundtable-'));
    const server = new ServerProcess(await freePort(), folder, environment, main);
    await server.restart();
    return server;
  }

  /** Starts the process again on the same port and data; resolves when it answers. */
  async restart(): Promise<void> {
    const movedClock = fileURLToPath(new URL('movedClock.mjs', import.meta.url));
    const child = spawn(process.execPath, ['--import', movedClock, this.#main], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: 'silent',
        ...this.#environment,
        PORT: String(this.#port),
        DATA_DIR: this.#folder,
        CLOCK_AHEAD_MS: String(this.#aheadMs),
      },
    });
    this.#child = child;
    const ended = new Promise<never>((_, reject) => {
      child.once('exit', (code, signal) =>
        reject(new Error(`The server ended with ${code ?? signal} before it answered.`)),
      );
    });
    ended.catch(() => undefined);
    await Promise.race([this.#answers(child), ended]);
  }

  async #answers(child: ChildProcess): Promise<void> {
    // It says where it listens; asking before that would only take the time away from it.
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    child.stdout?.resume();
    while (child.exitCode === null) {
      const answer = await fetch(`${this.origin}/healthz`).catch(() => null);
      if (answer?.ok) return;
    }
  }

  /** Lets the server's clock go ahead by so many minutes; people hear of it with the next thing that happens. */
  async passMinutes(minutes: number): Promise<void> {
    this.#aheadMs += minutes * 60_000;
    const child = this.#child;
    if (child === null) return;
    const heard = new Promise<void>((resolve) => child.once('message', () => resolve()));
    child.send({ aheadMs: this.#aheadMs });
    await heard;
  }

  /** SIGKILL: no goodbye, nothing flushed. Resolves when the process is gone. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill(signal);
    await gone;
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    await rm(this.#folder, { recursive: true, force: true });
  }
}

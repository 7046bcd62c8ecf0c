/** The whole built server as a process of its own: its port and data survive kills, its log is kept. */
import { spawn, type ChildProcess } from 'node:child_process';
import { copyFile, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** in bytes */
export interface Memory {
  /** of the process, as the system counts it */
  readonly resident: number;
  /** what of it is in use */
  readonly used: number;
}

const startsWithinMs = 30_000;
const builtServer = ['dist/server/main.js'];
/** With a way to ask for the collection of garbage, so that memory can be compared. */
export const measuredServer = ['--expose-gc', '--import', './e2e/load/peers/gcOnSignal.mjs', 'dist/server/main.js'];

export class LoggedServer {
  readonly port: number;
  readonly folder: string;
  /** everything that all processes so far wrote to both outputs */
  output = '';
  private readonly environment: Readonly<Record<string, string>>;
  private readonly program: readonly string[];
  private child: ChildProcess | null = null;
  private ended: Promise<Ended> = Promise.resolve({ code: null, signal: null });

  private constructor(
    port: number,
    folder: string,
    environment: Readonly<Record<string, string>>,
    program: readonly string[] = builtServer,
  ) {
    this.port = port;
    this.folder = folder;
    this.environment = environment;
    this.program = program;
  }

  static async start(
    environment: Readonly<Record<string, string>> = {},
    program: readonly string[] = builtServer,
  ): Promise<LoggedServer> {
    const folder = await mkdtemp(join(tmpdir(), 'roundtable-faults-'));
    const server = new LoggedServer(await freePort(), folder, environment, program);
    await server.startAgain();
    return server;
  }

  /** A server on a new folder that holds nothing but a backup. */
  static async restore(backup: string): Promise<LoggedServer> {
    const folder = await mkdtemp(join(tmpdir(), 'roundtable-restored-'));
    await copyFile(backup, join(folder, 'roundtable.sqlite'));
    const server = new LoggedServer(await freePort(), folder, {});
    await server.startAgain();
    return server;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Lines of the log about something. */
  get log(): ReadonlyArray<Record<string, unknown>> {
    return this.output
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  get isRunning(): boolean {
    return this.child !== null && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Starts the process on the same port and folder; resolves when it answers. */
  async startAgain(): Promise<void> {
    this.spawnProcess();
    const givesUpAt = Date.now() + startsWithinMs;
    while (this.isRunning && Date.now() < givesUpAt) {
      const answer = await fetch(`${this.origin}/healthz`).catch(() => null);
      if (answer?.ok) return;
      await wait(25);
    }
    throw new Error(`The server did not come up:\n${this.output.slice(-2_000)}`);
  }

  /** Another process on the same folder, on another port; resolves when it ended. */
  async startSecond(): Promise<Ended & { readonly output: string }> {
    const second = new LoggedServer(await freePort(), this.folder, this.environment);
    second.spawnProcess();
    const ended = await Promise.race([second.ended, wait(startsWithinMs, null, { ref: false })]);
    if (ended === null) {
      await second.end('SIGKILL');
      throw new Error('the second process goes on running');
    }
    return { ...ended, output: second.output };
  }

  async end(signal: NodeJS.Signals): Promise<Ended> {
    if (this.isRunning) this.child?.kill(signal);
    return this.ended;
  }

  /** Ends the process and removes its data. */
  async remove(): Promise<void> {
    await this.end('SIGKILL');
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Memory in bytes, after what nobody needs any more was collected (of a measured server): of the process, and what of it is in use. */
  async settledMemory(): Promise<Memory> {
    for (let round = 0; round < 3; round++) {
      if (this.program === measuredServer) this.child?.kill('SIGUSR2');
      await wait(500);
    }
    const used = (await this.gauge('nodejs_heap_size_used_bytes')) + (await this.gauge('nodejs_external_memory_bytes'));
    return { resident: await this.gauge('process_resident_memory_bytes'), used };
  }

  /** Processor time of the process so far, all threads. */
  async cpuSeconds(): Promise<number> {
    return this.gauge('process_cpu_seconds_total');
  }

  /** Bytes of all files in the data folder. */
  async storedBytes(): Promise<number> {
    const names = await readdir(this.folder);
    const sizes = await Promise.all(names.map(async (name) => (await stat(join(this.folder, name))).size));
    return sizes.reduce((sum, size) => sum + size, 0);
  }

  /** Sum of a counter over its labels, or of one label. */
  async counter(name: string, code?: string): Promise<number> {
    const text = await (await fetch(`${this.origin}/metrics`)).text();
    return text
      .split('\n')
      .filter((line) => line.startsWith(`roundtable_${name}`) && (code === undefined || line.includes(`"${code}"`)))
      .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  }

  private async gauge(name: string): Promise<number> {
    const text = await (await fetch(`${this.origin}/metrics`)).text();
    return Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1] ?? 0);
  }

  private spawnProcess(): void {
    const child = spawn(process.execPath, [...this.program], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: 'debug',
        DOOR_TRIES_PER_MINUTE: '100000',
        BOARDS_PER_ADDRESS_PER_HOUR: '100000',
        ...this.environment,
        HOST: '127.0.0.1',
        PORT: String(this.port),
        DATA_DIR: this.folder,
      },
    });
    const keep = (chunk: Buffer) => (this.output += chunk.toString('utf8'));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    this.child = child;
    this.ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** One server process under measurement: pinned to a core where the system allows, its CPU time and memory read from /proc. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface PeerProcessOptions {
  /** arguments after `node` */
  readonly nodeArguments: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly port: number;
  /** path that answers over HTTP when the server is up */
  readonly readyPath?: string;
  readonly core?: number;
}

const clockTicksPerSecond = 100;
const gcOnSignal = fileURLToPath(new URL('./peers/gcOnSignal.mjs', import.meta.url));

export class PeerProcess {
  readonly child: ChildProcess;
  readonly port: number;
  /** what the process said on its way out */
  output = '';
  ended = false;

  private constructor(child: ChildProcess, port: number) {
    this.child = child;
    this.port = port;
    const keep = (chunk: Buffer) => (this.output = (this.output + chunk.toString('utf8')).slice(-4_000));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('exit', () => (this.ended = true));
  }

  static async start(options: PeerProcessOptions): Promise<PeerProcess> {
    const nodeArguments = ['--expose-gc', '--import', gcOnSignal, ...options.nodeArguments];
    const [command, ...prefix] = canPin()
      ? ['taskset', '-c', String(options.core ?? 0), process.execPath]
      : [process.execPath];
    const child = spawn(command ?? process.execPath, [...prefix, ...nodeArguments], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', ...options.environment },
    });
    const peer = new PeerProcess(child, options.port);
    const givesUpAt = Date.now() + 20_000;
    while (!peer.ended && Date.now() < givesUpAt) {
      const answer = await fetch(`http://127.0.0.1:${options.port}${options.readyPath ?? '/'}`).catch(() => null);
      if (answer) return peer;
      await wait(50);
    }
    await peer.stop();
    throw new Error(`The server did not come up:\n${peer.output}`);
  }

  /** Processor time used so far, user and system, in milliseconds. */
  cpuMs(): number {
    const stat = this.readProc('stat');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1_000) / clockTicksPerSecond;
  }

  /** Resident memory in bytes. */
  rssBytes(): number {
    return Number(/VmRSS:\s+(\d+)/.exec(this.readProc('status'))?.[1] ?? 0) * 1024;
  }

  /** Resident memory after the process was asked to collect its garbage. */
  async settledRssBytes(): Promise<number> {
    for (let round = 0; round < 3 && !this.ended; round++) {
      this.child.kill('SIGUSR2');
      await wait(500);
    }
    return this.rssBytes();
  }

  async stop(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (this.ended) return;
    const gone = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
    this.child.kill(signal);
    await gone;
  }

  private readProc(file: string): string {
    return this.ended ? '' : readFileSync(`/proc/${this.child.pid}/${file}`, 'utf8');
  }
}

/** True where `taskset` exists and there is more than one core to choose from. */
export function canPin(): boolean {
  return spawnSync('taskset', ['-c', '1', 'true']).status === 0;
}

/** Puts this process on one core, so that the load does not compete with the server under measurement. */
export function pinSelf(core: number): boolean {
  return canPin() && spawnSync('taskset', ['-a', '-c', '-p', String(core), String(process.pid)]).status === 0;
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

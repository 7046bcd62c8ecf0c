/**
 * The server of the fuzz: the real relay over a real store, on a clock that stands still. Can be killed at any moment: what
 * comes after it has nothing but what was durable in that moment.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import * as Y from 'yjs';
import { createRelay } from '#server/relay/createRelay.ts';
import type { Relay } from '#server/relay/Relay.ts';
import { Snapshots } from '#server/snapshots/Snapshots.ts';
import { MemoryStore, type MemoryState } from '#server/store/memory/MemoryStore.ts';
import { openSqliteStore } from '#server/store/sqlite/openSqliteStore.ts';
import type { Store } from '#server/store/Store.ts';
import { FaultyStore } from '#server/testing/FaultyStore.ts';
import { ManualClock } from '#shared/testing/ManualClock.ts';
import { BoardId } from '#shared/wire/ids.ts';
import { defaultLimits, type Limits } from '#shared/wire/limits.ts';

export const fuzzBoard = v.parse(BoardId, 'fuzz000000000000');

/** People here act much faster than the clock runs, and the plainest line cuts nothing; how much is allowed is proven elsewhere. */
const limits: Limits = {
  ...defaultLimits,
  maxMessageBytes: 1e8,
  maxUpdateBytes: 1e8,
  maxStep2Bytes: 1e8,
  documentMaxBytes: 1e9,
  messagesPerSecond: 1e6,
  messagesBurst: 1e6,
  bytesPerSecond: 1e9,
  bytesBurst: 1e9,
  step1Burst: 1e6,
  maxPendingMs: 1e9,
  maxPendingBytes: 1e9,
};

/** Where a store keeps its things: a folder for SQLite, a value for the store in memory. */
type Disk = { readonly kind: 'sqlite'; readonly folder: string } | { readonly kind: 'memory'; state: MemoryState };

const onTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
const newFolder = () => mkdtempSync(path.join(tmpdir(), 'roundtable-fuzz-'));

export class FuzzServer {
  readonly clock = new ManualClock();
  readonly store: FaultyStore;
  readonly relay: Relay;
  readonly snapshots: Snapshots;
  /** What was logged as an error. */
  readonly errors: unknown[];
  /** What the relay counted, over all servers of the run. */
  readonly counts: Map<string, number>;
  readonly #disk: Disk;
  readonly #inner: Store;
  #release: (() => void) | null = null;

  private constructor(disk: Disk, before?: FuzzServer) {
    this.#disk = disk;
    this.errors = before?.errors ?? [];
    this.counts = before?.counts ?? new Map<string, number>();
    const nowMs = () => this.clock.nowMs();
    const inner: Store =
      disk.kind === 'sqlite'
        ? openSqliteStore({ folder: disk.folder, nowMs })
        : new MemoryStore({ nowMs, state: disk.state });
    this.#inner = inner;
    this.store = new FaultyStore(inner);
    const log = {
      info: () => {},
      warn: () => {},
      error: (event: string, _fields: unknown, error?: unknown) => this.#logged(error ?? event),
    };
    const meter = {
      count: (name: string, by = 1) => void this.counts.set(name, (this.counts.get(name) ?? 0) + by),
      observe: () => {},
    };
    this.relay = createRelay({
      store: this.store,
      clock: this.clock,
      log,
      meter,
      limits,
      beforeLoss: (board, loss) => this.snapshots.takeBeforeLoss(board, loss),
    });
    this.snapshots = new Snapshots({ store: this.store, relay: this.relay, limits, nowMs, log });
  }

  static async start(kind: Disk['kind'], firstUpdate: Uint8Array): Promise<FuzzServer> {
    const disk: Disk =
      kind === 'sqlite'
        ? { kind, folder: newFolder() }
        : { kind, state: { secret: null, boards: new Map(), deleted: new Set() } };
    const server = new FuzzServer(disk);
    const linkGenerations = { facilitator: 1, participant: 1, observer: 1 };
    await server.store.createBoard(
      { id: fuzzBoard, title: 'Fuzz', code: 'FUZZFUZZ', linkGenerations, createdAtMs: 0, touchedAtMs: 0 },
      firstUpdate,
    );
    return server;
  }

  /** Ends a turn of the event loop, with the commits that were waiting for it. True when the relay had something to do. */
  async turn(): Promise<boolean> {
    const moved = this.clock.turn();
    await onTurn();
    return moved;
  }

  get isSlow(): boolean {
    return this.#release !== null;
  }

  /** A slow disk: commits wait until it is quick again. */
  setSlow(isSlow: boolean): void {
    if (isSlow) this.#release ??= this.store.hold('append');
    else {
      this.#release?.();
      this.#release = null;
    }
  }

  /** The process dies now. The answer is the next one, with what was durable; whoever was connected has to be cut off. */
  killed(): FuzzServer {
    if (this.#disk.kind === 'memory')
      return new FuzzServer({ kind: 'memory', state: structuredClone(this.#disk.state) }, this);
    const folder = newFolder();
    cpSync(this.#disk.folder, folder, { recursive: true, filter: (file) => !file.includes('lock.sqlite') });
    return new FuzzServer({ kind: 'sqlite', folder }, this);
  }

  /** The process is asked to stop, and started again on the same data. */
  async restarted(): Promise<FuzzServer> {
    this.setSlow(false);
    this.store.isFull = false;
    await this.#stop();
    return new FuzzServer(this.#disk, this);
  }

  /** Until no snapshot or restore is under way: they are made in a thread, which goes by real time and needs the clock's turns. */
  async finishRestores(): Promise<void> {
    await this.#turnUntil(this.snapshots.idle());
  }

  /** A document that reads the store, as after a restart. */
  async stored(): Promise<Y.Doc> {
    const doc = new Y.Doc();
    const found = await this.#inner.loadDocument(fuzzBoard);
    if (found === null) throw new Error('the board is gone');
    if (found.snapshot !== null) Y.applyUpdate(doc, found.snapshot);
    for (const update of found.updates) Y.applyUpdate(doc, update);
    return doc;
  }

  /** Lets go of everything; for servers that were killed, too. */
  async remove(): Promise<void> {
    this.setSlow(false);
    await this.#stop();
    if (this.#disk.kind === 'sqlite') rmSync(this.#disk.folder, { recursive: true, force: true });
  }

  async #stop(): Promise<void> {
    await this.#turnUntil(this.relay.stop());
    await this.finishRestores();
    await this.store.close();
  }

  async #turnUntil(work: Promise<void>): Promise<void> {
    const over = work.then(() => true);
    while (!(await Promise.race([over, this.turn().then(() => false)])));
  }

  #logged(error: unknown): void {
    if (!(error instanceof Error && error.message.includes('as the test asked'))) this.errors.push(error);
  }
}

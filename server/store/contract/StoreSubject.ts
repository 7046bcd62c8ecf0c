/** The store that the contract's tests work on: a fresh one for each test. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BoardId } from '#shared/wire/ids.ts';
import type { Store } from '../Store.ts';
import { bytes, newBoard, noClaims } from './rows.ts';

export interface StoreUnderTest {
  /** Opens the store of this harness; after a close, the same data again where `isDurable`. */
  open(nowMs: () => number): Promise<Store>;
  /** Opens what `backup` wrote. */
  openCopy(file: string): Promise<Store>;
  readonly isDurable: boolean;
  /** Reads run beside a commit, so that one may be seen a moment before its caller hears of it. */
  readonly readsBeside?: boolean;
  dispose(): Promise<void>;
}

interface Started {
  readonly harness: StoreUnderTest;
  /** Empty, for files of the test. */
  readonly folder: string;
  store: Store;
}

export class StoreSubject {
  /** What the store takes for the time; tests move it. */
  now = 5000;
  readonly #make: () => Promise<StoreUnderTest>;
  #started: Started | null = null;

  constructor(make: () => Promise<StoreUnderTest>) {
    this.#make = make;
  }

  async start(): Promise<void> {
    this.now = 5000;
    const harness = await this.#make();
    const folder = await mkdtemp(path.join(tmpdir(), 'roundtable-contract-'));
    this.#started = { harness, folder, store: await harness.open(() => this.now) };
  }

  async stop(): Promise<void> {
    const { harness, folder, store } = this.#running;
    this.#started = null;
    await store.close();
    await harness.dispose();
    await rm(folder, { recursive: true });
  }

  /** Closes the store and opens it again. */
  async reopen(): Promise<void> {
    await this.store.close();
    this.#running.store = await this.harness.open(() => this.now);
  }

  get store(): Store {
    return this.#running.store;
  }

  get harness(): StoreUnderTest {
    return this.#running.harness;
  }

  get folder(): string {
    return this.#running.folder;
  }

  /** A new board whose document is the byte 1 and these updates. */
  async boardWith(...updates: Uint8Array[]): Promise<BoardId> {
    const board = newBoard();
    await this.store.createBoard(board, bytes(1));
    for (const update of updates) await this.store.append(board.id, noClaims(update));
    return board.id;
  }

  get #running(): Started {
    if (!this.#started) throw new Error('the store under test is not open');
    return this.#started;
  }
}

/** Decides when the journal of a room becomes one full state, and does it beside the running ticks. */
import type { BoardId } from '#shared/wire/ids.ts';
import type { StoredDocument } from '#server/store/DocumentStore.ts';
import type { RelayOptions } from '#server/relay/Relay.ts';
import type { RoomDocument } from './RoomDocument.ts';

const maxEntries = 2_000;
const minBytes = 1024 * 1024;
/** after a failed one (a full disk) so many more entries go by before the next */
const patience = 500;

export class Compaction {
  readonly #board: BoardId;
  readonly #options: Pick<RelayOptions, 'store' | 'log' | 'meter'>;
  #entries = 0;
  #bytes = 0;
  #snapshotBytes = 0;
  #version = 0;
  #notBefore = 0;
  #running: Promise<void> | null = null;
  #isSuspended = false;

  constructor(board: BoardId, options: Pick<RelayOptions, 'store' | 'log' | 'meter'>) {
    this.#board = board;
    this.#options = options;
  }

  loaded(stored: StoredDocument): void {
    this.#entries = stored.updates.length;
    this.#bytes = stored.updates.reduce((sum, update) => sum + update.length, 0);
    this.#snapshotBytes = stored.snapshot?.length ?? 0;
    this.#version = stored.version;
    this.#isSuspended = false;
  }

  /** What is stored must stay as it is: pieces of it are damaged and could not be set aside. */
  suspend(): void {
    this.#isSuspended = true;
  }

  /** The document is exactly what is on disk. Without a document only counted. */
  committed(version: number, bytes: number, document: RoomDocument | null): void {
    this.#version = version;
    this.#entries++;
    this.#bytes += bytes;
    const isGrown = this.#entries >= maxEntries || this.#bytes >= Math.max(minBytes, this.#snapshotBytes);
    if (this.#isSuspended) return;
    if (document !== null && isGrown && this.#running === null && this.#entries >= this.#notBefore)
      void this.#run(document);
  }

  /** Before the room is forgotten, so that the next load reads one state. */
  async atUnload(document: RoomDocument): Promise<void> {
    await this.#running;
    if (this.#entries > 0 && !this.#isSuspended) await this.#run(document);
  }

  async done(): Promise<void> {
    await this.#running;
  }

  async #run(document: RoomDocument): Promise<void> {
    const state = document.answers.fullState();
    const [entries, bytes] = [this.#entries, this.#bytes];
    document.bytes = state.length;
    this.#running = this.#write(state, entries, bytes);
    await this.#running;
  }

  async #write(state: Uint8Array, entries: number, bytes: number): Promise<void> {
    const { store, log, meter } = this.#options;
    try {
      await store.compact(this.#board, this.#version, state);
      meter.count('compactions');
      this.#entries -= entries;
      this.#bytes -= bytes;
      this.#snapshotBytes = state.length;
      this.#notBefore = 0;
    } catch (error) {
      this.#notBefore = this.#entries + patience;
      log.warn('room.compactionFailed', {
        board: this.#board,
        reason: error instanceof Error ? error.name : 'unknown',
      });
    } finally {
      this.#running = null;
    }
  }
}

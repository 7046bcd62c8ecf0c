/** What of a board could not be read from the disk: looked for when its room opens, told to whoever runs the server. */
import { StorageFullError } from '#server/store/storeErrors.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import type { RelayOptions } from '#server/relay/Relay.ts';

export class RoomDamage {
  readonly #board: BoardId;
  readonly #options: Pick<RelayOptions, 'store' | 'log' | 'meter'>;

  constructor(board: BoardId, options: Pick<RelayOptions, 'store' | 'log' | 'meter'>) {
    this.#board = board;
    this.#options = options;
  }

  /** Sets aside what is damaged beside the document. A full disk leaves it where it is: nobody reads it there, either. */
  async look(): Promise<void> {
    try {
      await this.#options.store.checkBoard(this.#board);
    } catch (error) {
      if (!(error instanceof StorageFullError)) throw error;
    }
  }

  /** Everything was read, and what could not be understood was set aside as well. */
  async opened(): Promise<void> {
    const { store, log, meter } = this.#options;
    for (const { part, id, reason } of await store.listSetAside(this.#board)) {
      meter.count('piecesSetAside', 1, part);
      log.error('room.damaged', { board: this.#board, part, piece: id, reason });
    }
  }
}

/** Watches how large the document of a room is: warns once, and says when it is too large to grow (ADMIT-8). */
import type { BoardId } from '#shared/wire/ids.ts';
import type { RelayOptions } from '#server/relay/Relay.ts';
import type { RoomDocument } from '#server/relay/document/RoomDocument.ts';

/** measuring means encoding everything */
const measureEveryMs = 5_000;

export class DocumentSize {
  readonly #board: BoardId;
  readonly #options: Pick<RelayOptions, 'limits' | 'log' | 'meter' | 'clock'>;
  #isWarned = false;
  #isTooLarge = false;
  #measuredAtMs = -Infinity;

  constructor(board: BoardId, options: Pick<RelayOptions, 'limits' | 'log' | 'meter' | 'clock'>) {
    this.#board = board;
    this.#options = options;
  }

  /**
   * Why nobody may edit the document, which is what is on disk. `bytes` is a sum of updates, so before it counts as too large it is
   * measured, now and then only: ask again where people wait for it.
   */
  mode(document: RoomDocument): 'damaged' | 'documentTooLarge' | null {
    if (document.isDamaged) return 'damaged';
    return this.#measure(document) ? 'documentTooLarge' : null;
  }

  #measure(document: RoomDocument): boolean {
    const { limits, log, meter, clock } = this.#options;
    if (document.bytes > limits.documentMaxBytes) {
      const now = clock.elapsedMs();
      if (now - this.#measuredAtMs < measureEveryMs) return this.#isTooLarge;
      this.#measuredAtMs = now;
      document.bytes = document.answers.fullState().length;
    }
    if (document.bytes > limits.documentWarnBytes && !this.#isWarned) {
      this.#isWarned = true;
      meter.count('documentsLarge');
      log.warn('room.documentLarge', { board: this.#board, bytes: document.bytes });
    }
    this.#isTooLarge = document.bytes > limits.documentMaxBytes;
    return this.#isTooLarge;
  }
}

/**
 * Sync step 1 in both directions: what joiners get, and what the server asks for. Both speak of the state on disk, so they
 * wait while the document is ahead of it.
 */
import type { Clock } from './Clock.ts';
import type { Connection } from './Connection.ts';
import type { RoomDocument } from './RoomDocument.ts';

export interface ResyncOptions {
  readonly clock: Clock;
  /** The document as it is now; loading again replaces it. */
  document(): RoomDocument;
  /** True while the document holds what is not on disk. */
  isAhead(): boolean;
}

export class Resync {
  readonly #options: ResyncOptions;
  readonly #unanswered = new Map<Connection, ReadonlyMap<number, number>>();
  readonly #unasked = new Set<Connection>();

  constructor(options: ResyncOptions) {
    this.#options = options;
  }

  /** Asks for what the server lacks, now or when the tick is over. */
  ask(connection: Connection): void {
    if (this.#options.isAhead()) {
      this.#unasked.add(connection);
      return;
    }
    connection.asked++;
    connection.askedAtMs = this.#options.clock.elapsedMs();
    connection.send(this.#options.document().answers.stepOne());
  }

  /** Asks when the tick is over. */
  askLater(connection: Connection): void {
    this.#unasked.add(connection);
  }

  /** Answers a step 1, now or when the tick is over. */
  answer(connection: Connection, known: ReadonlyMap<number, number>): void {
    const { document, isAhead } = this.#options;
    // the full answer that is at hand holds only what is on disk, so it may be given even while a commit is under way
    if (!isAhead() || (known.size === 0 && document().answers.isReady)) this.#answerNow(connection, known);
    else {
      connection.awaitsAnswer = true;
      this.#unanswered.set(connection, known);
    }
  }

  /** The document is what is on disk. */
  levelled(): void {
    for (const [connection, known] of this.#unanswered) this.#answerNow(connection, known);
    this.#unanswered.clear();
    for (const connection of this.#unasked) this.ask(connection);
    this.#unasked.clear();
  }

  forget(connection: Connection): void {
    this.#unanswered.delete(connection);
    this.#unasked.delete(connection);
  }

  #answerNow(connection: Connection, known: ReadonlyMap<number, number>): void {
    const now = this.#options.clock.elapsedMs();
    connection.awaitsAnswer = false;
    connection.sendTogether(this.#options.document().answers.answer(known, now), now);
  }
}

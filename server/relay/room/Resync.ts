/**
 * Sync step 1 in both directions: what joiners get, and what the server asks for. Both speak of the state on disk, so they
 * wait while the document is ahead of it.
 */
import type { Cancel, Clock } from '#server/clock/Clock.ts';
import type { Connection } from '#server/relay/connection/Connection.ts';
import type { RoomDocument } from '#server/relay/document/RoomDocument.ts';

/** A large answer is sent as the line takes it: so much waits in the server at most, and it is looked this often. */
const streamBytes = 512 * 1024;
const streamEveryMs = 25;

/** An answer that is under way. */
interface Stream {
  readonly messages: readonly Uint8Array[];
  /** what the receiver has when it has all of them */
  readonly known: ReadonlyMap<number, number>;
  next: number;
}

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
  readonly #streams = new Map<Connection, Stream>();
  #cancelStreams: Cancel | null = null;

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
    this.#streams.delete(connection);
    // the full answer that is at hand holds only what is on disk, so it may be given even while a commit is under way
    if (!isAhead() || (known.size === 0 && document().answers.isReady)) this.#answerNow(connection, known);
    else {
      connection.awaitsAnswer = true;
      this.#unanswered.set(connection, known);
    }
  }

  /** The document is what is on disk. */
  levelled(): void {
    const unanswered = [...this.#unanswered];
    this.#unanswered.clear();
    for (const [connection, known] of unanswered) this.#answerNow(connection, known);
    for (const connection of this.#unasked) this.ask(connection);
    this.#unasked.clear();
  }

  forget(connection: Connection): void {
    this.#unanswered.delete(connection);
    this.#unasked.delete(connection);
    this.#streams.delete(connection);
  }

  /** Nobody is here any more. */
  stop(): void {
    this.#streams.clear();
    this.#cancelStreams?.();
  }

  #answerNow(connection: Connection, known: ReadonlyMap<number, number>): void {
    const now = this.#options.clock.elapsedMs();
    const document = this.#options.document();
    const messages = document.answers.answer(known, now);
    if (messages.reduce((sum, message) => sum + message.length, 0) > streamBytes) {
      // what comes meanwhile is in the answer that follows the last piece
      connection.awaitsAnswer = true;
      this.#streams.set(connection, { messages: messages.slice(0, -1), known: document.clocks(), next: 0 });
      this.#stream();
      return;
    }
    connection.awaitsAnswer = false;
    connection.sendTogether(messages, now);
  }

  #stream(): void {
    for (const [connection, stream] of this.#streams) {
      for (; stream.next < stream.messages.length && connection.bufferedBytes < streamBytes; stream.next += 1)
        connection.send(stream.messages[stream.next] ?? new Uint8Array());
      if (stream.next >= stream.messages.length) this.answer(connection, stream.known);
    }
    // an answer that begins in here has set a timer of its own
    this.#cancelStreams?.();
    this.#cancelStreams = null;
    if (this.#streams.size > 0) this.#cancelStreams = this.#options.clock.setTimer(() => this.#stream(), streamEveryMs);
  }
}

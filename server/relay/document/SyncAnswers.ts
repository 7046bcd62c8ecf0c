/**
 * What joiners get, encoded once per committed version (SYNC-7). The full state is kept together with the updates committed
 * after it while these are few, so a busy room does not encode itself anew for each joiner. Only call between ticks, when
 * the document holds nothing that is not on disk.
 */
import * as Y from 'yjs';
import { messageKinds, syncKinds } from '#shared/wire/messages.ts';
import { encodeMessage } from '#server/relay/connection/encodeMessage.ts';
import { statePieces } from './statePieces.ts';

const stepTwo = [messageKinds.sync, syncKinds.step2];
const update = [messageKinds.sync, syncKinds.update];
/** a state above this goes in pieces of this size, so that a slow line keeps what it has when it breaks */
export const pieceBytes = 256 * 1024;
/** differing state vectors remembered per version: after a restart most people come back with one of few */
const maxDifferences = 32;
const maxTail = 64;

/** Runs an encoding and measures it. */
export type MeasureEncoding = <T>(encode: () => T) => T;

export interface AnswerSource {
  /** The document itself; wakes it up. */
  doc(): Y.Doc;
  /** Its full state, also while it sleeps. */
  encode(): Uint8Array;
  /** About how large that is. */
  bytes(): number;
}

export class SyncAnswers {
  readonly #source: AnswerSource;
  readonly #measured: MeasureEncoding;
  #full: Uint8Array | null = null;
  /** The same as messages, where it is too large for one. Only one of the two is made, unless both are asked for. */
  #pieces: readonly Uint8Array[] | null = null;
  /** of what the tail comes after */
  #baseBytes = 0;
  #fullAnswer: readonly Uint8Array[] | null = null;
  #tail: Uint8Array[] = [];
  #tailBytes = 0;
  #stepOne: Uint8Array | null = null;
  readonly #differences = new Map<string, readonly Uint8Array[]>();
  #usedAtMs = 0;

  constructor(source: AnswerSource, measured: MeasureEncoding) {
    this.#source = source;
    this.#measured = measured;
  }

  /** A tick was committed. */
  committed(body: Uint8Array): void {
    this.#stepOne = null;
    this.#differences.clear();
    this.#fullAnswer = null;
    if (this.#full === null && this.#pieces === null) return;
    this.#tail.push(body);
    this.#tailBytes += body.length;
    if (this.#tail.length > maxTail || this.#tailBytes > Math.max(65_536, this.#baseBytes / 4)) this.#forgetFull();
  }

  /** The full state is known after a commit, since it was encoded elsewhere. */
  know(state: Uint8Array): void {
    this.#forgetFull();
    this.#keep(state);
  }

  /** True when `answer` for somebody who knows nothing needs no encoding and so may be given while a commit is under way. */
  get isReady(): boolean {
    return this.#full !== null && this.#full.length <= pieceBytes;
  }

  /** The server's own sync step 1. */
  stepOne(): Uint8Array {
    this.#stepOne ??= encodeMessage([messageKinds.sync, syncKinds.step1], Y.encodeStateVector(this.#source.doc()));
    return this.#stepOne;
  }

  /**
   * Messages that bring somebody with this state vector up to date. Step 2 comes last, because with it clients call themselves
   * synced. Where there are several they need not all be sent before the document goes on, but for the last: somebody who has
   * the others has everything that the document had.
   */
  answer(known: ReadonlyMap<number, number>, nowMs: number): readonly Uint8Array[] {
    const { key, vector } = this.#normalize(known);
    if (vector.size === 0) return this.#answerFull(nowMs);
    let messages = this.#differences.get(key);
    if (messages === undefined) {
      messages = this.#isLarge
        ? this.#inPieces(vector)
        : [
            encodeMessage(
              stepTwo,
              this.#measured(() => Y.encodeStateAsUpdate(this.#source.doc(), Y.encodeStateVector(vector))),
            ),
          ];
      if (this.#differences.size < maxDifferences) this.#differences.set(key, messages);
    }
    return messages;
  }

  /** The full state as one update, for compaction. */
  fullState(): Uint8Array {
    if (this.#tail.length > 0) this.#forgetFull();
    if (this.#full === null) this.#keep(this.#measured(() => this.#source.encode()));
    return this.#full ?? new Uint8Array();
  }

  /** Gives memory back when nobody has joined for a while. */
  forgetUnused(nowMs: number): void {
    if (nowMs - this.#usedAtMs < 30_000) return;
    this.#forgetFull();
    this.#differences.clear();
  }

  #answerFull(nowMs: number): readonly Uint8Array[] {
    this.#usedAtMs = nowMs;
    if (this.#full === null && this.#isLarge) return this.#answerInPieces();
    if (this.#full === null) this.#keep(this.#measured(() => this.#source.encode()));
    if (this.#baseBytes > pieceBytes) return this.#answerInPieces();
    if (this.#fullAnswer === null) {
      const bodies = [this.#full ?? new Uint8Array(), ...this.#tail];
      this.#fullAnswer = bodies.map((body, i) => encodeMessage(i === bodies.length - 1 ? stepTwo : update, body));
      // one copy of them is enough
      const [whole, ...tail] = this.#fullAnswer.map((message, i) =>
        message.subarray(message.length - (bodies[i]?.length ?? 0)),
      );
      this.#full = whole ?? null;
      this.#tail = tail;
    }
    return this.#fullAnswer;
  }

  #answerInPieces(): readonly Uint8Array[] {
    if (this.#pieces === null) {
      // they are made of the document as it is now
      if (this.#tail.length > 0) this.#forgetFull();
      this.#pieces = this.#inPieces(new Map());
      this.#baseBytes = this.#pieces.reduce((sum, { length }) => sum + length, 0);
    }
    this.#fullAnswer ??= [
      ...this.#pieces.slice(0, -1),
      ...this.#tail.map((body) => encodeMessage(update, body)),
      ...this.#pieces.slice(-1),
    ];
    return this.#fullAnswer;
  }

  /** What is encoded is encoded once: pieces of a large one, the whole of a small one. */
  get #isLarge(): boolean {
    return (this.#full?.length ?? this.#source.bytes()) > pieceBytes;
  }

  #inPieces(known: ReadonlyMap<number, number>): readonly Uint8Array[] {
    const bodies = this.#measured(() => statePieces(this.#source.doc(), known, pieceBytes));
    return bodies.map((body, i) => encodeMessage(i === bodies.length - 1 ? stepTwo : update, body));
  }

  #keep(state: Uint8Array): void {
    this.#full = state;
    this.#baseBytes = state.length;
  }

  #forgetFull(): void {
    this.#full = null;
    this.#pieces = null;
    this.#baseBytes = 0;
    this.#fullAnswer = null;
    this.#tail = [];
    this.#tailBytes = 0;
  }

  /** Cut to what the document has, so that a client's own unsent edits do not make its vector a special case. */
  #normalize(known: ReadonlyMap<number, number>): { key: string; vector: Map<number, number> } {
    const vector = new Map<number, number>();
    let key = '';
    if (known.size > 0) {
      const { store } = this.#source.doc();
      for (const client of store.clients.keys()) {
        const clock = Math.min(known.get(client) ?? 0, Y.getState(store, client));
        if (clock === 0) continue;
        vector.set(client, clock);
        key += `${client}:${clock},`;
      }
    }
    return { key, vector };
  }
}

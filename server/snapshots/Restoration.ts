/**
 * The work of one restore: out of what is on disk, the present as a snapshot and the update that turns the board back. Knows
 * neither rooms nor threads. What takes long is done at once; what people write meanwhile is brought in at the end.
 */
import * as Y from 'yjs';
import { forgetRated } from '#shared/board/forgetRated.ts';
import { writeParts, type BoardContent } from '#shared/board/content.ts';
import { roots } from '#shared/board/roots.ts';
import type { TakeBackPlan } from '#server/snapshots/takeBack/planTakeBack.ts';
import { readSources, type Sources } from '#server/snapshots/takeBack/readSources.ts';
import { takenBack, type TakeBackReport, type TakenBack } from '#server/snapshots/takeBack/takenBack.ts';
import type { MadeUpdate } from '#server/relay/tick/OwnChange.ts';
import { chunksOf, contentOf } from './contentChunks.ts';
import { momentOf, packMoment, type PackedMoment } from './Moment.ts';

export interface RestorationJob {
  /** the document on disk, as updates */
  readonly parts: readonly Uint8Array[];
  /** chunks of the snapshot */
  readonly target: readonly Uint8Array[];
  /** what stands there stays as it is; only what is missing comes */
  readonly onlyMissing?: boolean;
  /** instead of a snapshot: what one person did becomes what it was */
  readonly takeBack?: { readonly plan: TakeBackPlan; readonly sources: Sources };
}

export interface TurnedBack extends MadeUpdate {
  /** what stood there */
  readonly before: PackedMoment;
}

/** A few milliseconds of a room, also on a slow machine. */
const pieceParts = 100;
const pieceSize = 32 * 1024;

export class Restoration {
  readonly #doc = new Y.Doc();
  readonly #target: BoardContent;
  readonly #onlyMissing: boolean;
  readonly #taken: TakenBack | null;
  #present: { readonly content: BoardContent; readonly packed: PackedMoment };

  constructor({ parts, target, onlyMissing = false, takeBack }: RestorationJob) {
    this.#onlyMissing = onlyMissing;
    for (const root of Object.values(roots)) this.#doc.getMap(root);
    this.#target = contentOf(target);
    this.#apply(parts);
    this.#present = this.#read();
    this.#taken =
      takeBack === undefined
        ? null
        : takenBack(this.#present.content, takeBack.plan, readSources(takeBack.plan.units, takeBack.sources));
  }

  /** What is taken back, where that is the job. */
  get report(): TakeBackReport | null {
    return this.#taken?.report ?? null;
  }

  /**
   * `later` = what is on disk by now and was not part of the job; it may be what the job had once more. What is taken back is
   * planned for exactly the job.
   */
  turnBack(later: readonly Uint8Array[]): TurnedBack {
    if (later.length > 0) {
      this.#apply(later);
      this.#present = this.#read();
    }
    const pieces: Uint8Array[] = [];
    const take = (piece: Uint8Array): unknown => pieces.push(piece);
    this.#doc.on('update', take);
    const { content } = this.#present;
    const target = this.#taken?.content ?? (this.#onlyMissing ? new Map([...this.#target, ...content]) : this.#target);
    const rest = writeParts(this.#doc, target, content);
    while (this.#writePiece(rest)) continue;
    this.#doc.off('update', take);
    const [first = null] = pieces;
    return {
      before: this.#present.packed,
      update: pieces.length > 1 ? Y.mergeUpdates(pieces) : first,
      pieces,
      state: Y.encodeStateAsUpdate(this.#doc),
    };
  }

  #apply(updates: readonly Uint8Array[]): void {
    this.#doc.transact((transaction) => {
      for (const update of updates) Y.applyUpdate(this.#doc, update);
      // as in the room, so that Yjs tidies up nothing here that stays there
      transaction.local = true;
    });
    const { store } = this.#doc;
    if (store.pendingStructs !== null || store.pendingDs !== null) throw new Error('The journal has a hole');
    forgetRated(this.#doc);
  }

  #read() {
    const moment = momentOf(this.#doc);
    return { content: moment.content, packed: packMoment(moment, chunksOf(moment.content), new Set()) };
  }

  /** One transaction; false when nothing is left to write. */
  #writePiece(rest: Iterator<number, void>): boolean {
    return this.#doc.transact(() => {
      for (let count = 0, size = 0; count < pieceParts && size < pieceSize; count++) {
        const part = rest.next();
        if (part.done) return false;
        size += part.value;
      }
      return true;
    });
  }
}

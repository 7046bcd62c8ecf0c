/**
 * What people do on this canvas, on its way into the document: collects before and after per record and writes the difference
 * in one transaction. Fed by the store's after-handlers, which run in hidden tabs too (its listeners do not).
 */
import { atom, type Atom, type TLRecord } from '@tldraw/tldraw';
import type * as Y from 'yjs';
import { removeRecord, writeChanges, writeRecord } from '#shared/board/record.ts';
import type { Pace } from './Pace.ts';

interface Change {
  readonly before: TLRecord | null;
  readonly after: TLRecord | null;
  /** false: tldraw keeps it out of undo */
  readonly isUndoable: boolean;
  /** true: what others did has reached the record in the store, so `after` alone says what was done here */
  readonly isMixed: boolean;
}

/** About 30 times a second. */
const flushEveryMs = 33;
/** A growing stroke is written whole each time, so it goes out less often. */
const strokeEveryMs = 120;

export class Outgoing {
  readonly #canvas: Y.Map<unknown>;
  readonly #origins: { readonly undoable: object; readonly plain: object };
  readonly #pace: Pace;
  readonly #isAdded: (id: string) => boolean;
  readonly #onWritten: () => void;
  readonly #current: (id: string) => TLRecord | undefined;
  readonly #changes = new Map<string, Change>();
  readonly #has: Atom<boolean> = atom('unwritten changes', false);
  readonly #strokes = new Map<string, number>();
  #flushedAt = -Infinity;
  #cancel: (() => void) | null = null;

  constructor(options: {
    canvas: Y.Map<unknown>;
    origins: { undoable: object; plain: object };
    pace: Pace;
    /** true for records that are shown although the document lacks them: acting on one writes it */
    isAdded: (id: string) => boolean;
    /** what was held back for these records can be shown now */
    onWritten: () => void;
    /**
     * the record in the store: tldraw takes some changes back without a word (while it copies an arrow, it unbinds it for a
     * moment), so what is written is read when it is written
     */
    current: (id: string) => TLRecord | undefined;
  }) {
    this.#canvas = options.canvas;
    this.#origins = options.origins;
    this.#pace = options.pace;
    this.#isAdded = options.isAdded;
    this.#onWritten = options.onWritten;
    this.#current = options.current;
  }

  /** True while something undoable is not in the document yet; a signal of tldraw's. */
  hasUndoable(): boolean {
    return this.#has.get();
  }

  hasAny(): boolean {
    return this.#changes.size > 0;
  }

  has(id: string): boolean {
    return this.#changes.has(id);
  }

  add(before: TLRecord | null, after: TLRecord | null, isUndoable: boolean): void {
    const id = (after ?? before)?.id;
    if (id === undefined) return;
    const earlier = this.#changes.get(id);
    const first = earlier ? earlier.before : before;
    this.#changes.set(id, {
      before: first,
      after,
      isUndoable: isUndoable || (earlier?.isUndoable ?? false),
      isMixed: false,
    });
    if (isUndoable) this.#has.set(true);
    this.#cancel ??= this.#pace.after(Math.max(0, this.#flushedAt + flushEveryMs - this.#pace.now()), () => {
      this.#cancel = null;
      this.flush({ strokes: false });
    });
  }

  /** A merge has changed the record in the store. */
  mixed(id: string): void {
    const change = this.#changes.get(id);
    if (change) this.#changes.set(id, { ...change, isMixed: true });
  }

  /** Writes what has been collected; without `strokes`, unfinished strokes wait for their turn. */
  flush(options: { strokes: boolean }): void {
    if (this.#changes.size === 0) return;
    const now = this.#pace.now();
    const held = [...this.#changes].filter(([id, change]) => !options.strokes && this.#mustWait(id, change, now));
    for (const [id] of held) this.#changes.delete(id);
    const changes = [...this.#changes];
    this.#changes.clear();
    for (const [id, change] of held) this.#changes.set(id, change);
    this.#flushedAt = now;
    this.#stopTimer();
    for (const [origin, isUndoable] of [
      [this.#origins.undoable, true],
      [this.#origins.plain, false],
    ] as const) {
      const mine = changes.filter(([, change]) => change.isUndoable === isUndoable);
      if (mine.length > 0)
        this.#canvas.doc?.transact(() => mine.forEach(([id, change]) => this.#write(id, change)), origin);
    }
    this.#has.set([...this.#changes.values()].some((change) => change.isUndoable));
    this.#onWritten();
    if (held.length > 0)
      this.#cancel = this.#pace.after(flushEveryMs, () => {
        this.#cancel = null;
        this.flush({ strokes: false });
      });
  }

  /** Forgets what has been collected; answers with the ids. */
  drop(): string[] {
    const ids = [...this.#changes.keys()];
    this.#changes.clear();
    this.#has.set(false);
    this.#stopTimer();
    return ids;
  }

  #afterOf(id: string, change: Change): TLRecord | null {
    return change.isMixed ? change.after : (this.#current(id) ?? null);
  }

  #write(id: string, change: Change): void {
    const { before } = change;
    const after = this.#afterOf(id, change);
    if (!after) removeRecord(this.#canvas, id);
    else if (!before || this.#isAdded(id)) writeRecord(this.#canvas, after);
    else writeChanges(this.#canvas, before, after);
  }

  #mustWait(id: string, change: Change, now: number): boolean {
    const { before } = change;
    const after = this.#afterOf(id, change);
    const isGrowing = after?.typeName === 'shape' && (after.props as { isComplete?: unknown }).isComplete === false;
    if (!isGrowing) {
      this.#strokes.delete(id);
      return false;
    }
    if (before !== null && now - (this.#strokes.get(id) ?? -Infinity) < strokeEveryMs) return true;
    this.#strokes.set(id, now);
    return false;
  }

  #stopTimer(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}

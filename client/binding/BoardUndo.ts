/**
 * One undo for canvas and map: takes back this person's own acts only. Keeps the steps; knows no editor. tldraw's history is
 * joined to it by `joinHistory.ts`.
 */
import { atom, type Atom } from '@tldraw/tldraw';
import * as Y from 'yjs';

export interface UndoSetup {
  readonly doc: Y.Doc;
  readonly scope: readonly Y.Map<unknown>[];
  /** origin of the canvas' own transactions */
  readonly canvasOrigin: object;
  /** origins of map commands */
  readonly mapOrigins: readonly object[];
  readonly now: () => number;
  /** brings what is on the screen into the document */
  readonly flush: () => void;
  /** brings what is in the document onto the screen */
  readonly show: () => void;
}

/** Map commands that follow each other faster are one step. */
const oneStepMs = 500;

export class BoardUndo {
  readonly #manager: Y.UndoManager;
  readonly #setup: UndoSetup;
  readonly #counts: Atom<{ undos: number; redos: number }> = atom('undo steps', { undos: 0, redos: 0 });
  #last: { origin: unknown; at: number } = { origin: null, at: 0 };

  constructor(setup: UndoSetup) {
    this.#setup = setup;
    this.#manager = new Y.UndoManager([...setup.scope], {
      // Steps end where somebody says so, not by a clock: one drag may take a minute.
      captureTimeout: Number.MAX_SAFE_INTEGER,
      trackedOrigins: new Set<object>([setup.canvasOrigin, ...setup.mapOrigins]),
    });
    setup.doc.on('beforeTransaction', this.#onTransaction);
    for (const event of ['stack-item-added', 'stack-item-popped', 'stack-item-updated', 'stack-cleared'] as const) {
      this.#manager.on(event, this.#count);
    }
  }

  /** Number of steps that can be taken back; a signal of tldraw's. */
  undos(): number {
    return this.#counts.get().undos;
  }

  redos(): number {
    return this.#counts.get().redos;
  }

  /** Place in the steps, for `backTo` and `joinFrom`. */
  depth(): number {
    return this.#manager.undoStack.length;
  }

  /** What follows is a new step. */
  endStep(): void {
    this.#setup.flush();
    this.#manager.stopCapturing();
  }

  undo(): void {
    this.endStep();
    this.#lastOnly(this.#manager.undoStack, () => this.#manager.undo());
    this.#setup.show();
  }

  redo(): void {
    this.#setup.flush();
    this.#lastOnly(this.#manager.redoStack, () => this.#manager.redo());
    this.#setup.show();
  }

  /**
   * Yjs goes on to earlier steps when the last one has no effect any more (a peer changed the same field, or deleted the
   * record); that would take back acts nobody asked for. So one call is one step.
   */
  #lastOnly(stack: unknown[], run: () => void): void {
    const earlier = stack.splice(0, Math.max(0, stack.length - 1));
    run();
    stack.unshift(...earlier);
    this.#count();
  }

  /** Takes back every step above `depth` for good: what was begun and given up (Escape). */
  backTo(depth: number): void {
    this.endStep();
    // The steps below are out of Yjs' reach meanwhile, for the same reason as in #lastOnly.
    const below = this.#manager.undoStack.splice(0, depth);
    const redone = this.#manager.redoStack.splice(0);
    while (this.#manager.undoStack.length > 0) this.#manager.undo();
    this.#manager.clear(false, true);
    this.#manager.undoStack.unshift(...below);
    this.#manager.redoStack.push(...redone);
    this.#count();
  }

  /** Makes one step of every step above `depth`. */
  joinFrom(depth: number): void {
    this.#setup.flush();
    const [first, ...rest] = this.#manager.undoStack.splice(depth);
    if (!first) return;
    first.deletions = Y.mergeDeleteSets([first.deletions, ...rest.map((step) => step.deletions)]);
    first.insertions = Y.mergeDeleteSets([first.insertions, ...rest.map((step) => step.insertions)]);
    this.#manager.undoStack.push(first);
    this.#count();
  }

  clear(): void {
    this.#manager.clear();
    this.#count();
  }

  dispose(): void {
    this.#setup.doc.off('beforeTransaction', this.#onTransaction);
    this.#manager.destroy();
  }

  readonly #onTransaction = (transaction: Y.Transaction): void => {
    const { origin } = transaction;
    const { canvasOrigin, mapOrigins, now } = this.#setup;
    const isMap = mapOrigins.includes(origin);
    if (origin !== canvasOrigin && !isMap) return;
    const at = now();
    if (origin !== this.#last.origin || (isMap && at - this.#last.at > oneStepMs)) this.#manager.stopCapturing();
    this.#last = { origin, at };
  };

  readonly #count = (): void => {
    const undos = this.#manager.undoStack.length;
    const redos = this.#manager.redoStack.length;
    const before = this.#counts.get();
    if (before.undos !== undos || before.redos !== redos) this.#counts.set({ undos, redos });
  };
}

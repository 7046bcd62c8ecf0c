/**
 * One undo for canvas and map: takes back this person's own acts only. Keeps the steps; knows no editor. tldraw's history is
 * joined to it by `joinHistory.ts`.
 */
import { atom, type Atom } from '@tldraw/tldraw';
import * as Y from 'yjs';
import { judgeStep } from './judgeStep.ts';
import { OthersWork } from './OthersWork.ts';

/**
 * What became of a wish to take something back (or to do it again): `all` of it, `some` (the rest others have changed since),
 * `none` (others have changed it or built on it since), or there was `nothing` to take back.
 */
export type UndoOutcome = 'all' | 'some' | 'none' | 'nothing';

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
  /** Something stays because of what others did; to be told. */
  readonly onKept?: (kept: 'some' | 'none', direction: 'undo' | 'redo') => void;
}

/** Map commands that follow each other faster are one step. */
const oneStepMs = 500;
/** In the notes of a step: when it began, as `OthersWork` counts. */
const begun = 'begun';

export class BoardUndo {
  readonly #manager: Y.UndoManager;
  readonly #setup: UndoSetup;
  readonly #counts: Atom<{ undos: number; redos: number }> = atom('undo steps', { undos: 0, redos: 0 });
  readonly #others: OthersWork;
  #last: { origin: unknown; at: number } = { origin: null, at: 0 };

  constructor(setup: UndoSetup) {
    this.#setup = setup;
    this.#manager = new Y.UndoManager([...setup.scope], {
      // Steps end where somebody says so, not by a clock: one drag may take a minute.
      captureTimeout: Number.MAX_SAFE_INTEGER,
      trackedOrigins: new Set<object>([setup.canvasOrigin, ...setup.mapOrigins]),
    });
    this.#others = new OthersWork(setup.doc);
    this.#manager.on('stack-item-added', ({ stackItem }) => stackItem.meta.set(begun, this.#others.now()));
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

  undo(): UndoOutcome {
    this.endStep();
    return this.#takeBack('undo');
  }

  redo(): UndoOutcome {
    this.#setup.flush();
    return this.#takeBack('redo');
  }

  #takeBack(direction: 'undo' | 'redo'): UndoOutcome {
    let outcome: UndoOutcome = 'nothing';
    // A step that has come to nothing without anybody else (made and deleted in one) is passed over.
    while (outcome === 'nothing' && this.#stackOf(direction).length > 0) outcome = this.#takeStepBack(direction);
    this.#count();
    this.#setup.show();
    if (outcome === 'some' || outcome === 'none') this.#setup.onKept?.(outcome, direction);
    return outcome;
  }

  /**
   * Takes the last step. One that would remove what others have changed or built on stays whole and is forgotten, so that
   * the steps before it can be reached.
   */
  #takeStepBack(direction: 'undo' | 'redo'): UndoOutcome {
    const stack = this.#stackOf(direction);
    const step = stack.at(-1);
    if (step === undefined) return 'nothing';
    const since = Number(step.meta.get(begun) ?? 0);
    const { isBlocked, isOvertaken, isShared } = judgeStep(this.#setup.doc, step, this.#others, since);
    // Yjs goes on to earlier steps when the last one has no effect any more; that would take back acts nobody asked for.
    const earlier = stack.splice(0, stack.length - 1);
    let isChanged = false;
    if (isBlocked) this.#manager.clear(direction === 'undo', direction === 'redo');
    else isChanged = this.#manager[direction]() !== null;
    this.#stackOf(direction).unshift(...earlier);
    if (isChanged) return isOvertaken ? 'some' : 'all';
    return isBlocked || isShared ? 'none' : 'nothing';
  }

  #stackOf(direction: 'undo' | 'redo'): Y.UndoManager['undoStack'] {
    return direction === 'undo' ? this.#manager.undoStack : this.#manager.redoStack;
  }

  /** Takes back every step above `depth` for good: what was begun and given up (Escape). */
  backTo(depth: number): void {
    this.endStep();
    const redone = this.#manager.redoStack.splice(0);
    let isKept = false;
    while (this.#manager.undoStack.length > depth) isKept = this.#takeStepBack('undo') === 'none' || isKept;
    this.#manager.clear(false, true);
    this.#manager.redoStack.push(...redone);
    this.#count();
    if (isKept) this.#setup.onKept?.('none', 'undo');
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
    this.#others.dispose();
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

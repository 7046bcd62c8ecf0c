/**
 * Puts our undo behind tldraw's history object, so that its buttons, shortcuts, marks and Escape all use it. tldraw's own
 * stacks keep running for the names of its marks; what they would put into the store never reaches the document.
 */
import type { Editor } from '@tldraw/tldraw';
import type { BoardUndo } from './BoardUndo.ts';

/** The parts of tldraw 3.15.6's HistoryManager that are wrapped (`Editor.history` is protected there). */
interface History {
  state: string;
  _mark(id: string): void;
  undo(): unknown;
  redo(): unknown;
  bail(): unknown;
  bailToMark(id: string): unknown;
  squashToMark(id: string): unknown;
  getNumUndos(): number;
  getNumRedos(): number;
  clear(): void;
}

export interface JoinedHistory {
  /** True while tldraw works outside of its history (`history: 'ignore'`). */
  isIgnoring(): boolean;
  /** Runs something that must not enter tldraw's stacks. */
  without<T>(run: () => T): T;
  leave(): void;
}

/** Tools go back to the mark of the gesture they are in; older ones are never asked for. */
const keptMarks = 200;

/** `discard`: runs something whose changes of the store are replaced by the document's state. */
export function joinHistory(
  editor: Editor,
  undo: BoardUndo,
  discard: (run: () => void) => void,
  hasUnwritten: () => boolean,
): JoinedHistory {
  const history = (editor as unknown as { history: History }).history;
  const own = ownWays(history);
  /** Mark -> depth of our steps when it was set; the last one under `bail`. */
  const depths = new Map<string, number>();
  let lastDepth = undo.depth();

  const wrapped: Omit<History, 'state'> = {
    _mark(id) {
      undo.endStep();
      lastDepth = undo.depth();
      depths.set(id, lastDepth);
      if (depths.size > keptMarks) depths.delete(depths.keys().next().value ?? id);
      own.mark(id);
    },
    undo() {
      undo.undo();
      own.clear();
      return history;
    },
    redo() {
      undo.redo();
      own.clear();
      return history;
    },
    bail() {
      undo.endStep();
      discard(() => {
        own.bail();
        undo.backTo(lastDepth);
      });
      return history;
    },
    bailToMark(id) {
      const depth = depths.get(id);
      if (depth === undefined) return own.bailToMark(id);
      undo.endStep();
      discard(() => {
        own.bailToMark(id);
        undo.backTo(depth);
      });
      return history;
    },
    squashToMark(id) {
      const depth = depths.get(id);
      if (depth !== undefined) undo.joinFrom(depth);
      return own.squashToMark(id);
    },
    getNumUndos: () => undo.undos() + (hasUnwritten() ? 1 : 0),
    getNumRedos: () => undo.redos(),
    clear() {
      depths.clear();
      lastDepth = 0;
      undo.clear();
      own.clear();
    },
  };
  Object.assign(history, wrapped);

  return {
    isIgnoring: () => history.state === 'paused',
    without: (run) => pausedWhile(history, run),
    leave() {
      // The methods of the prototype come back.
      for (const name of Object.keys(wrapped)) delete (history as unknown as Record<string, unknown>)[name];
    },
  };
}

/** tldraw's own methods, which go on for its marks. */
function ownWays(history: History) {
  return {
    mark: history['_mark'].bind(history),
    bail: history.bail.bind(history),
    bailToMark: history.bailToMark.bind(history),
    squashToMark: history.squashToMark.bind(history),
    clear: history.clear.bind(history),
  };
}

function pausedWhile<T>(history: History, run: () => T): T {
  const before = history.state;
  history.state = 'paused';
  try {
    return run();
  } finally {
    history.state = before;
  }
}

/** Long work of a page in pieces: between them it answers to hands, draws, and hears from the server. */

/** A piece, and what the browser does after it, stay below what people notice. */
const pieceMs = 12;
/** A piece has at least so many steps: short work is done at once on a slow device, too. */
const leastSteps = 25;

export interface KeyedQueue {
  readonly nowMs: () => number;
  /** Runs in a turn of its own; returns how to stop that. */
  readonly nextTurn: (run: () => void) => () => void;
}

export const pageTurns: KeyedQueue = {
  nowMs: () => performance.now(),
  nextTurn: (run) => {
    const timer = setTimeout(run);
    return () => clearTimeout(timer);
  },
};

export interface PiecesHeard<Step, Result> {
  /** After each piece but the last: where it is. */
  readonly onStep?: (step: Step) => void;
  readonly onDone: (result: Result) => void;
}

/** Begins at once; what is done within the first piece is done when this returns. Returns how to give up. */
export function runInPieces<Step, Result>(
  steps: Generator<Step, Result>,
  { onStep, onDone }: PiecesHeard<Step, Result>,
  turns: KeyedQueue = pageTurns,
): () => void {
  let stop = (): void => {};
  const piece = (): void => {
    const endsAt = turns.nowMs() + pieceMs;
    for (let count = 1; ; count++) {
      const step = steps.next();
      if (step.done === true) {
        onDone(step.value);
        return;
      }
      if (count >= leastSteps && turns.nowMs() >= endsAt) {
        onStep?.(step.value);
        stop = turns.nextTurn(piece);
        return;
      }
    }
  };
  piece();
  return () => stop();
}

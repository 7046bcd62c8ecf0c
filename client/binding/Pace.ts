/** Time as the binding needs it, so that tests bring their own. Everything that starts returns its own undo. */
export interface Pace {
  /** milliseconds */
  now(): number;
  after(delayMs: number, run: () => void): () => void;
  /** Before the next picture; where no pictures are drawn (hidden tabs), soon. */
  nextFrame(run: () => void): () => void;
}

/** How long a frame may stay away before a timer takes its place. */
const hiddenFrameMs = 100;

/** The browser's own clock and frames. */
export function browserPace(): Pace {
  const after = (delayMs: number, run: () => void) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  };
  return {
    now: () => performance.now(),
    after,
    nextFrame(run) {
      let done = false;
      const once = () => {
        if (done) return;
        stop();
        run();
      };
      const frame = requestAnimationFrame(once);
      const cancelTimer = after(hiddenFrameMs, once);
      const stop = () => {
        done = true;
        cancelAnimationFrame(frame);
        cancelTimer();
      };
      return stop;
    },
  };
}

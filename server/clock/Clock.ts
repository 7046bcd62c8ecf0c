/** Time as the relay sees it, as a port, so that tests drive time and turns of the event loop by hand. */

export type Cancel = () => void;

export interface Clock {
  /** Wall clock, milliseconds since 1970; for what people read. */
  nowMs(): number;
  /** Monotonic, with fractions; for durations and costs. */
  elapsedMs(): number;
  /** Of `elapsedMs`, how much the event loop stood still: nobody could be heard then, so it counts against nobody. */
  stoodStillMs(): number;
  setTimer(fn: () => void, ms: number): Cancel;
  /** Runs `fn` after what the current turn of the event loop has read (setImmediate). */
  defer(fn: () => void): Cancel;
}

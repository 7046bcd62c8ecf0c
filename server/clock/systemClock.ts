/** The clock of the running server. Timers never keep the process alive: the listening socket does. */
import type { Clock } from './Clock.ts';

const lookEveryMs = 100;
/** Later than this is no ordinary work of a turn, but a standstill. */
const toleranceMs = 100;

let lookedAtMs = performance.now();
let stoodStillMs = 0;

/** What is late by now also counts before the timer that looks could run: what piled up is read first. */
function lateMs(): number {
  const late = performance.now() - lookedAtMs - lookEveryMs;
  return late > toleranceMs ? late : 0;
}

setInterval(() => {
  stoodStillMs += lateMs();
  lookedAtMs = performance.now();
}, lookEveryMs).unref();

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  elapsedMs: () => performance.now(),
  stoodStillMs: () => stoodStillMs + lateMs(),
  setTimer(fn, ms) {
    const timer = setTimeout(fn, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
  defer(fn) {
    const immediate = setImmediate(fn);
    return () => clearImmediate(immediate);
  },
};

/** The browser's clock and timers as the port that the connection expects. */
import type { Clock } from './Ports.ts';

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

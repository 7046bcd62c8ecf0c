/**
 * The browser's clock and timers as the port that the connection expects. The clock goes on evenly from the moment the page was
 * opened: somebody may set the device's clock anew meanwhile, and neither a workshop's time nor a wait must jump with it.
 */
import type { Clock } from './Ports.ts';

export const systemClock: Clock = {
  now: () => Math.round(performance.timeOrigin + performance.now()),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

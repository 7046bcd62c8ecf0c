import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from './systemClock.ts';
import { Workshop } from './sync/Workshop.ts';

afterEach(() => vi.useRealTimers());

describe('the clock of the page', () => {
  it.each([-3_600_000, 3_600_000])(
    '[LINE-15] goes on when the device’s own is set anew by %i ms, and so does the workshop’s time',
    (by) => {
      const workshop = new Workshop(systemClock);
      const serverNow = 1_800_000_000_000;
      workshop.receive({ type: 'pulse', now: serverNow });
      const before = systemClock.now();
      vi.useFakeTimers({ toFake: ['Date'] });
      vi.setSystemTime(Date.now() + by);
      // far less than the jump, far more than a busy machine needs for two lines
      expect(systemClock.now() - before).toBeGreaterThanOrEqual(0);
      expect(systemClock.now() - before).toBeLessThan(600_000);
      expect(workshop.now() - serverNow).toBeLessThan(600_000);
      expect(workshop.now()).toBeGreaterThanOrEqual(serverNow);
    },
  );
});

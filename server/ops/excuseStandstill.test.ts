import { Server } from 'node:http';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/testing/ManualClock.ts';
import { excuseStandstill } from './excuseStandstill.ts';

describe('requests that take long to arrive', () => {
  it('[SYNC-12] have as much longer as the server stood still lately, and no more', () => {
    const clock = new ManualClock();
    const server = new Server();
    excuseStandstill(server, { headersTimeout: 10_000, requestTimeout: 120_000 }, clock);
    const look = () => [server.headersTimeout, server.requestTimeout];
    const lookFor = (seconds: number): void => {
      for (let second = 0; second < seconds; second += 1) {
        clock.advance(1_000);
        look();
      }
    };
    lookFor(30);
    expect(look()).toEqual([10_000, 120_000]);
    clock.stall(12_000);
    expect(look()).toEqual([22_000, 132_000]);
    lookFor(9);
    expect(look()).toEqual([22_000, 132_000]);
    lookFor(14);
    expect(look()).toEqual([10_000, 132_000]);
    lookFor(120);
    expect(look()).toEqual([10_000, 120_000]);
  });
});

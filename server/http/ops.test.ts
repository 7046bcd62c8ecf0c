/** What operators and their tools ask: is it alive, is it ready, what does it count. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Clock } from '#server/relay/Clock.ts';
import { systemClock } from '#server/relay/systemClock.ts';
import { callApi } from '#server/testing/callApi.ts';
import { FaultyStore } from '#server/testing/FaultyStore.ts';
import { startServer, type StartServerOptions, type TestServer } from '#server/testing/startServer.ts';

let server: TestServer;
let store: FaultyStore;
let skippedMs = 0;
const clock: Clock = { ...systemClock, nowMs: () => Date.now() + skippedMs };
afterEach(() => server.stop());

async function open(options: StartServerOptions = {}): Promise<void> {
  server = await startServer({ clock, wrapStore: (inner) => (store = new FaultyStore(inner)), ...options });
}

describe('alive and ready', () => {
  it('[OPS-3] a server whose disk takes no writes is alive, and ready again when it does', async () => {
    await open();
    const look = async () => {
      skippedMs += 3_000;
      const [alive, ready] = [await callApi(server, 'GET', '/healthz'), await callApi(server, 'GET', '/readyz')];
      return [alive.status, ready.status, ready.code];
    };
    expect(await look()).toEqual([200, 200, undefined]);
    store.isFull = true;
    expect(await look()).toEqual([200, 503, 'not-ready']);
    store.isFull = false;
    store.fail('tryWrite', new Error('the disk is gone'));
    expect(await look()).toEqual([200, 503, 'not-ready']);
    expect(server.logLines.filter((line) => line.includes('the disk is gone'))).toHaveLength(1);
    expect(await look()).toEqual([200, 200, undefined]);
  });

  it('[OPS-3] however many ask, the disk is tried once in a while', async () => {
    await open();
    skippedMs += 3_000;
    const answers = await Promise.all(Array.from({ length: 50 }, () => callApi(server, 'GET', '/readyz')));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(store.calls.filter((call) => call === 'tryWrite').length).toBeLessThanOrEqual(2);
  });

  it('[OPS-3] [OPS-5] a server that stops is not ready for anybody new', async () => {
    await open();
    const release = store.hold('close');
    const stopped = server.stop();
    const ready = await callApi(server, 'GET', '/readyz').catch(() => null);
    // either the port is closed already, or it says so
    expect(ready === null || ready.status === 503).toBe(true);
    release();
    await stopped;
  });
});

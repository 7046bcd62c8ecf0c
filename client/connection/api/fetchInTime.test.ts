import { describe, expect, it, vi } from 'vitest';
import { ManualClock } from '#shared/testing/ManualClock.ts';
import { Api } from './Api.ts';
import { SeatApi } from './SeatApi.ts';
import { fetchInTime, LineError } from './fetchInTime.ts';

const clockOf = (clock: ManualClock) => ({
  now: () => clock.nowMs(),
  after: (ms: number, run: () => void) => clock.setTimer(run, ms),
});

/** An answer whose pieces the test hands over. */
function slowAnswer() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({ start: (one) => void (controller = one) });
  const piece = (text: string) => controller?.enqueue(new TextEncoder().encode(text));
  return {
    response: new Response(body),
    piece,
    end: () => controller?.close(),
    fail: () => controller?.error(new TypeError('network error')),
  };
}

function ask(fetcher: typeof fetch, clock: ManualClock) {
  return fetchInTime(fetcher, clockOf(clock), { path: '/x', init: {}, answerMs: 10_000 });
}

/** Lets what is ready happen. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('a request', () => {
  it('[LINE-17] whose answer has no content is answered, also where the browser gives it an empty body', async () => {
    for (const status of [204, 205, 304]) {
      const { response, end } = slowAnswer();
      end();
      const given: typeof fetch = async () =>
        Object.defineProperty(response, 'status', { value: status, configurable: true });
      const answer = await ask(given, new ManualClock());
      expect([answer.status, await answer.text()]).toEqual([status, '']);
    }
  });

  it('[LINE-17] that is never answered ends at its deadline, and is taken back', async () => {
    const clock = new ManualClock();
    let signal: AbortSignal | null | undefined;
    const asked = ask((_path, init) => {
      signal = init?.signal;
      return new Promise(() => {});
    }, clock);
    const ended = vi.fn<() => void>();
    asked.catch(ended);
    clock.advance(9_999);
    await settle();
    expect(ended).not.toHaveBeenCalled();
    clock.advance(1);
    await expect(asked).rejects.toBeInstanceOf(LineError);
    expect(signal?.aborted).toBe(true);
  });

  it('[LINE-17] goes on as long as pieces come, and ends when none comes for half a minute', async () => {
    const clock = new ManualClock();
    const answer = slowAnswer();
    const reader = (await ask(() => Promise.resolve(answer.response), clock)).body?.getReader();
    for (let times = 0; times < 5; times += 1) {
      const next = reader?.read();
      await settle();
      clock.advance(29_999);
      answer.piece('more');
      expect((await next)?.done).toBe(false);
    }
    const next = reader?.read();
    await settle();
    clock.advance(30_000);
    await expect(next).rejects.toBeInstanceOf(LineError);
    expect(clock.timers).toBe(0);
  });

  it('[LINE-17] that breaks off in the middle says so, and keeps why', async () => {
    const answer = slowAnswer();
    const response = await ask(() => Promise.resolve(answer.response), new ManualClock());
    const read = response.text();
    answer.piece('half');
    answer.fail();
    await expect(read).rejects.toMatchObject({ name: 'LineError', cause: new TypeError('network error') });
  });

  it('[LINE-17] leaves an answer as it was', async () => {
    const clock = new ManualClock();
    const headers = { 'content-type': 'text/plain', 'x-count': '3' };
    const response = await ask(() => Promise.resolve(new Response('words', { status: 201, headers })), clock);
    expect([response.status, response.headers.get('x-count'), await response.text()]).toEqual([201, '3', 'words']);
    const empty = await ask(() => Promise.resolve(new Response(null, { status: 204 })), clock);
    expect([empty.status, empty.body]).toEqual([204, null]);
    expect(clock.timers).toBe(0);
  });
});

describe('every call of the API', () => {
  const never: typeof fetch = () => new Promise(() => {});
  const calls: Record<string, (api: Api, server: SeatApi) => Promise<{ ok: boolean }>> = {
    ticket: (_api, server) => server.ticket(),
    join: (api) => api.join('b', { key: 'k', name: 'n' }),
    links: (_api, server) => server.links(),
    command: (_api, server) => server.command({ type: 'raiseHand' } as never),
    sealed: (_api, server) => server.sealed({ method: 'GET', path: '' }),
    upload: (_api, server) => server.upload(new Blob(['picture'])),
    asset: (_api, server) => server.asset('a'),
    snapshotDocument: (_api, server) => server.snapshotDocument('x'),
    restoreSnapshot: (_api, server) => server.restoreSnapshot('x'),
    checkImport: (api) => api.checkImport(new Blob(['{}'])),
    importBoard: (api) => api.importBoard(new Blob(['{}']), 'Board'),
    take: (_api, server) => server.take('pack.zip', ''),
  };
  it.each(Object.entries(calls))('[LINE-17] %s ends by itself when nobody answers', async (_, call) => {
    const clock = new ManualClock();
    const api = new Api(never, clockOf(clock));
    const asked = call(api, new SeatApi(api, 'b', 's'));
    await settle();
    clock.advance(600_000);
    expect(await asked).toEqual({ ok: false, code: 'unreachable' });
  });

  it('[LINE-17] a file has time to be sent on a slow line: a megabyte half a minute more', async () => {
    const clock = new ManualClock();
    const ended = vi.fn<() => void>();
    const server = new SeatApi(new Api(never, clockOf(clock)), 'b', 's');
    void server.upload(new Blob([new Uint8Array(1024 * 1024)])).then(ended);
    await settle();
    clock.advance(61_999);
    await settle();
    expect(ended).not.toHaveBeenCalled();
    clock.advance(1);
    await settle();
    expect(ended).toHaveBeenCalled();
  });
});

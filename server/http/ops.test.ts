/** What operators and their tools ask: is it alive, is it ready, what does it count. */
import { request } from 'node:http';
import { connect } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import type { Clock } from '#server/clock/Clock.ts';
import { systemClock } from '#server/clock/systemClock.ts';
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

describe('numbers', () => {
  const read = async (headers: Record<string, string> = {}) => callApi(server, 'GET', '/metrics', { headers });

  it('[OPS-3] are for the machine itself, and not for who comes through a proxy on it or by another name', async () => {
    await open();
    expect((await fetch(`${server.origin}/metrics`)).status).toBe(200);
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
      expect((await read({ [name]: '127.0.0.1' })).code).toBe('metrics-refused');
    const others = Object.values(networkInterfaces()).flatMap((infos = []) => infos);
    const other = others.find(({ internal, family }) => !internal && family === 'IPv4');
    await server.stop();
    await open({ environment: { host: undefined } });
    // a machine without a network has only itself
    const address = other?.address ?? '127.0.0.1';
    const answer = await fetch(`http://${address}:${server.port}/metrics`);
    expect(answer.status).toBe(other === undefined ? 200 : 403);
  });

  it('[OPS-3] are read from anywhere with the token of the operator, and by nobody without it', async () => {
    await open({ environment: { metricsToken: 'count-for-me' } });
    expect((await read()).code).toBe('metrics-refused');
    expect((await callApi(server, 'GET', '/metrics', { secret: 'count-for-mf' })).code).toBe('metrics-refused');
    const headers = { authorization: 'Bearer count-for-me', 'x-forwarded-for': '203.0.113.1' };
    expect((await fetch(`${server.origin}/metrics`, { headers })).status).toBe(200);
  });
});

describe('names of the server', () => {
  /** `fetch` does not let a Host be chosen. */
  const ask = (path: string, host: string, method = 'GET') =>
    new Promise<{ readonly status: number; readonly text: string }>((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port: server.port, path, method, headers: { host } }, (response) => {
        let text = '';
        response.on('data', (part: Buffer) => (text += part.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      });
      asked.on('error', reject);
      asked.end();
    });

  it('[DOOR-16] a page that leads its own name to this machine gets nothing, and reads how a name is allowed', async () => {
    await open();
    for (const path of ['/', '/b/abc', '/assets/x.js']) {
      const answer = await ask(path, 'evil.example:3000');
      expect(answer.status).toBe(421);
      expect(answer.text).toContain('PUBLIC_ORIGIN=http://evil.example:3000 ');
    }
    for (const [path, method] of [
      ['/api/templates', 'GET'],
      ['/api/boards', 'POST'],
    ] as const)
      expect(JSON.parse((await ask(path, 'evil.example', method)).text).error.code).toBe('host-refused');
    expect((await ask('/metrics', 'evil.example')).status).toBe(421);
    expect((await ask('/healthz', 'roundtable')).status).toBe(200);
    expect((await ask('/readyz', 'roundtable')).status).toBe(200);
    expect((await ask('/api/templates', `localhost:${server.port}`)).status).toBe(200);
    expect((await ask('/api/templates', hostname())).status).toBe(200);
  });

  it('[DOOR-16] [DOOR-5] a socket of such a page is refused before the upgrade', async () => {
    await open();
    const upgrade = (host: string): Promise<string> =>
      new Promise((resolve, reject) => {
        const socket = connect(server.port, '127.0.0.1');
        socket.on('error', reject);
        socket.once('data', (part) => {
          resolve(part.toString().slice(9, 12));
          socket.destroy();
        });
        socket.write(
          `GET /sync/aaaaaaaaaaaaaaaa HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nUpgrade: websocket\r\n` +
            'Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
        );
      });
    expect(await upgrade('evil.example')).toBe('403');
    expect(await upgrade(`127.0.0.1:${server.port}`)).toBe('101');
  });

  it('[DOOR-16] with PUBLIC_ORIGIN a proxy may call the server as it likes', async () => {
    await open({ environment: { publicOrigins: ['https://board.example.org'] } });
    expect((await ask('/api/templates', 'roundtable:3000')).status).toBe(200);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callApi } from '#server/testing/callApi.ts';
import { joinWithYWebsocket } from '#server/testing/joinWithYWebsocket.ts';
import { joinAs, keyOf, openBoard, ticketFor } from '#server/testing/openBoard.ts';
import { StandingClock } from '#server/testing/StandingClock.ts';
import { startServer } from '#server/testing/startServer.ts';
import type { TestServer } from '#server/testing/startServer.ts';

let server: TestServer;
let clock: StandingClock;
beforeEach(() => {
  clock = new StandingClock();
});
afterEach(() => server.stop());

describe('tries', () => {
  it('[DOOR-6] codes are not looked up any more after too many wrong ones, until a while has passed', async () => {
    server = await startServer({ clock, limits: { doorTriesPerMinute: 10 } });
    const board = await openBoard(server);
    const codes: Array<string | undefined> = [];
    for (let tries = 0; tries < 30; tries += 1)
      codes.push((await callApi(server, 'POST', '/api/codes', { json: { code: `WRONG${tries}` } })).code);
    expect(codes.filter((code) => code === 'code-unknown')).toHaveLength(10);
    expect(await callApi(server, 'POST', '/api/codes', { json: { code: board.code } })).toMatchObject({
      status: 429,
      code: 'too-fast',
    });
    clock.pass(120_000);
    expect((await callApi(server, 'POST', '/api/codes', { json: { code: board.code } })).status).toBe(200);
  });

  it('[DOOR-6] wrong keys and seats are told to wait, while people of the same address still come in', async () => {
    server = await startServer({ clock, limits: { doorTriesPerMinute: 10 } });
    const board = await openBoard(server);
    const { seat } = await joinAs(server, board, 'participant');
    for (let tries = 0; tries < 10; tries += 1)
      await callApi(server, 'GET', `/api/boards/${board.id}/door`, { secret: `wrong${tries}` });
    for (const id of [board.id, 'aaaaaaaaaaaaaaaa']) {
      expect(await callApi(server, 'GET', `/api/boards/${id}/door`, { secret: 'wrong' })).toMatchObject({
        status: 429,
        code: 'too-fast',
      });
      expect(await callApi(server, 'GET', `/api/boards/${id}/seat`, { secret: 'wrong' })).toMatchObject({
        status: 429,
        code: 'too-fast',
      });
    }
    expect(
      (await callApi(server, 'GET', `/api/boards/${board.id}/door`, { secret: keyOf(board.links.observer) })).status,
    ).toBe(200);
    await ticketFor(server, board, seat);
  });

  it('[DOOR-6] addresses behind a trusted proxy are told apart; otherwise the header changes nothing', async () => {
    const from = (address: string) =>
      callApi(server, 'POST', '/api/codes', { json: { code: 'WRONG' }, headers: { 'x-forwarded-for': address } });
    server = await startServer({ clock, limits: { doorTriesPerMinute: 2 }, environment: { trustedProxies: 1 } });
    for (let tries = 0; tries < 2; tries += 1) await from('203.0.113.1');
    expect((await from('203.0.113.1')).code).toBe('too-fast');
    expect((await from('203.0.113.2')).code).toBe('code-unknown');
    await server.stop();
    server = await startServer({ clock, limits: { doorTriesPerMinute: 2 } });
    for (let tries = 0; tries < 2; tries += 1) await from('203.0.113.1');
    expect((await from('203.0.113.2')).code).toBe('too-fast');
  });

  it('[DOOR-6] a thousand guesses from fifty addresses find nothing, each address is slowed, and the board goes on', async () => {
    server = await startServer({ clock, limits: { doorTriesPerMinute: 6 }, environment: { trustedProxies: 1 } });
    const board = await openBoard(server);
    const { seat } = await joinAs(server, board, 'participant');
    const client = joinWithYWebsocket(server, board, await ticketFor(server, board, seat));
    await client.synced;
    const addresses = Array.from({ length: 50 }, (_, index) => ({ 'x-forwarded-for': `203.0.113.${index + 1}` }));
    const guess = async (tries: number, headers: Record<string, string>): Promise<string | undefined> => {
      const code = { json: { code: `GUE${tries}${headers['x-forwarded-for']?.slice(-2)}` }, headers };
      const key = { secret: `guess-${tries}`, headers };
      const answer =
        tries % 2 === 0
          ? await callApi(server, 'POST', '/api/codes', code)
          : await callApi(server, 'GET', `/api/boards/${board.id}/door`, key);
      return answer.code;
    };
    const answers: Array<string | undefined> = [];
    for (let tries = 0; tries < 20; tries += 1)
      answers.push(...(await Promise.all(addresses.map((headers) => guess(tries, headers)))));
    const count = (code: string): number => answers.filter((answer) => answer === code).length;
    expect([count('code-unknown'), count('link-altered'), count('too-fast')]).toEqual([150, 150, 700]);
    const headers = { 'x-forwarded-for': '198.51.100.1' };
    expect((await callApi(server, 'POST', '/api/codes', { json: { code: board.code }, headers })).status).toBe(200);
    expect(client.provider.wsconnected).toBe(true);
  });

  it('[HTTP-6] starting boards has a limit per address, and needs the secret where the operator set one', async () => {
    server = await startServer({
      clock,
      limits: { boardsPerAddressPerHour: 2 },
      environment: { createSecret: 'correct-horse' },
    });
    const create = (secret?: string) =>
      callApi(server, 'POST', '/api/boards', { json: { title: 'a' }, ...(secret === undefined ? {} : { secret }) });
    for (const wrong of [undefined, '', 'correct-hors', 'correct-horse1', 'CORRECT-HORSE'])
      expect(await create(wrong)).toMatchObject({ status: 401, code: 'create-secret-required' });
    expect((await create('correct-horse')).status).toBe(201);
    expect((await create('correct-horse')).status).toBe(201);
    expect(await create('correct-horse')).toMatchObject({ status: 429, code: 'too-fast' });
  });

  it('[HTTP-6] a board takes so many people, and removing one makes room', async () => {
    server = await startServer({ limits: { maxPeoplePerBoard: 3 } });
    const board = await openBoard(server);
    const json = { key: keyOf(board.links.participant), name: 'a' };
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(() => callApi(server, 'POST', `/api/boards/${board.id}/join`, { json })),
    );
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 201, 201, 429, 429]);
    expect(answers.find(({ status }) => status === 429)?.code).toBe('board-full');
  });
});

describe('secrets', () => {
  it('[DOOR-4] no key, seat, ticket, code or name stands in any line of the log', async () => {
    server = await startServer();
    const board = await openBoard(server, 'Confidential title');
    const facilitator = await joinAs(server, board, 'facilitator', 'Wilhelmina');
    const participant = await joinAs(server, board, 'participant', 'Bartholomew');
    const ticket = await ticketFor(server, board, participant.seat);
    const client = joinWithYWebsocket(server, board, ticket);
    await client.synced;
    await callApi(server, 'POST', '/api/codes', { json: { code: board.code } });
    await callApi(server, 'POST', '/api/codes', { json: { code: 'WR0NG-C0DE' } });
    await callApi(server, 'GET', `/api/boards/${board.id}/door?k=${keyOf(board.links.observer)}`, {
      secret: keyOf(board.links.observer),
    });
    await callApi(server, 'GET', `/b/${keyOf(board.links.observer)}`);
    await callApi(server, 'POST', `/api/boards/${board.id}/join`, {
      json: { key: 'not-the-key-at-all', name: 'Evangeline' },
    });
    await callApi(server, 'POST', `/api/boards/${board.id}/join`, {
      bytes: Buffer.from('{"key": "broken-json-key'),
      headers: { 'content-type': 'application/json' },
    });
    await callApi(server, 'DELETE', `/api/boards/${board.id}/people/${participant.person.id}`, {
      secret: facilitator.seat,
    });
    await client.closed;
    client.leave();
    const log = server.logLines.join('');
    expect(log).toContain('"route":"/api/boards/:id/join"');
    const secrets = [
      ...Object.values(board.links).map(keyOf),
      board.code,
      board.code.replace('-', ''),
      facilitator.seat,
      participant.seat,
      ticket,
    ];
    for (const text of [
      ...secrets,
      'WR0NG',
      'Confidential',
      'Wilhelmina',
      'Bartholomew',
      'Evangeline',
      'not-the-key',
      'broken-json',
    ])
      expect(log).not.toContain(text);
    const secret = Buffer.from(await server.store.installationSecret());
    for (const encoding of ['hex', 'base64', 'base64url'] as const)
      expect(log).not.toContain(secret.toString(encoding));
  });
});

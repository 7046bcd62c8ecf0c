import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runSheets } from '#shared/testing/english.ts';
import type { BoardLinks } from '#shared/wire/http.ts';
import type { Role } from '#shared/wire/roles.ts';
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
  it('[DOOR-22] however many wrong codes came from an address, right ones still lead in from there', async () => {
    server = await startServer({ clock, limits: { codeTriesPerMinute: 20, doorTriesPerMinute: 2 } });
    const board = await openBoard(server);
    const tryCode = (code: string) => callApi(server, 'POST', '/api/codes', { json: { code } });
    const codes: Array<string | undefined> = [];
    for (let tries = 0; tries < 12; tries += 1) codes.push((await tryCode(`WRONG${tries}`)).code);
    expect(new Set(codes)).toEqual(new Set(['code-unknown']));
    expect((await tryCode(board.code)).status).toBe(200);
    const flood = Array.from({ length: 40 }, (_, tries) => tryCode(`FLOOD${tries}`));
    const answers = (await Promise.all(flood)).map(({ code }) => code);
    expect(answers.filter((code) => code === 'too-fast').length).toBeGreaterThan(5);
    expect((await tryCode(board.code)).status).toBe(200);
  });

  it('[DOOR-22] a code ends two weeks after the last work on its board; a facilitator is shown one that works', async () => {
    server = await startServer({ clock });
    const board = await openBoard(server);
    const { seat } = await joinAs(server, board, 'facilitator');
    const tryCode = (code: string) => callApi(server, 'POST', '/api/codes', { json: { code } });
    const shown = async () =>
      (await callApi<BoardLinks>(server, 'GET', `/api/boards/${board.id}/links`, { secret: seat })).body.code;
    const dayMs = 24 * 60 * 60 * 1_000;
    clock.pass(14 * dayMs - 60_000);
    expect((await tryCode(board.code)).status).toBe(200);
    expect(await shown()).toBe(board.code);
    clock.pass(2 * 60_000);
    expect((await tryCode(board.code)).code).toBe('code-unknown');
    const next = await shown();
    expect(next).not.toBe(board.code);
    expect([(await tryCode(next)).status, (await tryCode(board.code)).code]).toEqual([200, 'code-unknown']);
    expect(await shown()).toBe(next);
  });

  it('[DOOR-22] a code ends with the workshop, the links go on', async () => {
    server = await startServer({ clock });
    const board = await openBoard(server);
    const { seat: secret } = await joinAs(server, board, 'facilitator');
    const agenda = [...(runSheets[0]?.steps ?? [])];
    const commands = [
      { do: 'setAgenda', agenda, from: 0 },
      { do: 'goToStep', step: agenda[0]?.id },
      { do: 'endWorkshop' },
    ];
    for (const [at, command] of commands.entries()) {
      const json = { id: `command-${at}`, command };
      expect((await callApi(server, 'POST', `/api/boards/${board.id}/session`, { secret, json })).status).toBe(200);
    }
    const tryCode = (code: string) => callApi(server, 'POST', '/api/codes', { json: { code } });
    await vi.waitFor(async () => expect((await tryCode(board.code)).code).toBe('code-unknown'), { timeout: 10_000 });
    const { body } = await callApi<BoardLinks>(server, 'GET', `/api/boards/${board.id}/links`, { secret });
    expect(body.links).toEqual(board.links);
    expect((await tryCode(body.code)).status).toBe(200);
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
      callApi(server, 'GET', '/api/boards/aaaaaaaaaaaaaaaa/door', {
        secret: 'wrong',
        headers: { 'x-forwarded-for': address },
      });
    server = await startServer({ clock, limits: { doorTriesPerMinute: 2 }, environment: { trustedProxies: 1 } });
    for (let tries = 0; tries < 2; tries += 1) await from('203.0.113.1');
    expect((await from('203.0.113.1')).code).toBe('too-fast');
    expect((await from('203.0.113.2')).code).toBe('board-unknown');
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
      const key = { secret: `guess-${tries}`, headers };
      return (await callApi(server, 'GET', `/api/boards/${board.id}/door`, key)).code;
    };
    const answers: Array<string | undefined> = [];
    for (let tries = 0; tries < 20; tries += 1)
      answers.push(...(await Promise.all(addresses.map((headers) => guess(tries, headers)))));
    const count = (code: string): number => answers.filter((answer) => answer === code).length;
    expect([count('link-altered'), count('too-fast')]).toEqual([300, 700]);
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

  it('[DOOR-23] a link in a loop leaves places for stronger ones: observers fill three quarters, nobody those of facilitators', async () => {
    server = await startServer({ limits: { maxPeoplePerBoard: 8 } });
    const board = await openBoard(server);
    const fill = async (role: Role, times: number) => {
      const json = { key: keyOf(board.links[role]), name: role };
      const codes = [];
      for (let n = 0; n < times; n += 1)
        codes.push((await callApi(server, 'POST', `/api/boards/${board.id}/join`, { json })).code ?? 'in');
      return codes.filter((code) => code === 'in').length;
    };
    expect(await fill('observer', 10)).toBe(6);
    expect(await fill('participant', 10)).toBe(2);
    expect([await fill('facilitator', 1), await fill('observer', 1), await fill('participant', 1)]).toEqual([1, 0, 0]);
  });

  it('[DOOR-23] so many join from one address in a minute', async () => {
    server = await startServer({ clock, limits: { joinsPerAddressPerMinute: 3 } });
    const board = await openBoard(server);
    const json = { key: keyOf(board.links.participant), name: 'a' };
    const join = async () => (await callApi(server, 'POST', `/api/boards/${board.id}/join`, { json })).code ?? 'in';
    expect([await join(), await join(), await join(), await join()]).toEqual(['in', 'in', 'in', 'too-fast']);
    clock.pass(120_000);
    expect(await join()).toBe('in');
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

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { Settings } from '#shared/wire/http.ts';
import type { BoardLinks, CodeFound as CodeFoundSchema, Door, Seat } from '#shared/wire/http.ts';
import { People } from '#shared/wire/people.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { roles } from '#shared/wire/roles.ts';
import { callApi } from '#server/testing/callApi.ts';
import { joinAs, keyOf, openBoard, ticketFor } from '#server/testing/openBoard.ts';
import { startServer } from '#server/testing/startServer.ts';
import type { TestServer } from '#server/testing/startServer.ts';

type CodeFound = v.InferOutput<typeof CodeFoundSchema>;

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ limits: { doorTriesPerMinute: 100_000, boardsPerAddressPerHour: 100_000 } });
});
afterAll(() => server.stop());

describe('rights', () => {
  it('[DOOR-9] only facilitators see and reset links, see people, rename, remove and delete', async () => {
    const board = await openBoard(server);
    const other = await openBoard(server);
    const [participant, observer, facilitator, stranger] = await Promise.all([
      joinAs(server, board, 'participant'),
      joinAs(server, board, 'observer'),
      joinAs(server, board, 'facilitator'),
      joinAs(server, other, 'facilitator'),
    ]);
    const path = `/api/boards/${board.id}`;
    const acts: Array<[string, string, object]> = [
      ['GET', `${path}/links`, {}],
      ['POST', `${path}/links/participant/reset`, {}],
      ['GET', `${path}/people`, {}],
      ['PATCH', path, { json: { title: 'Taken over' } }],
      ['DELETE', `${path}/people/${observer.person.id}`, {}],
      ['DELETE', path, {}],
    ];
    const seats: Array<[string, string]> = [
      [participant.seat, 'role-refused'],
      [observer.seat, 'role-refused'],
      [stranger.seat, 'seat-ended'],
      [keyOf(board.links.facilitator), 'seat-ended'],
      [`${facilitator.seat}A`, 'seat-ended'],
      ['', 'seat-ended'],
    ];
    for (const [method, to, call] of acts) {
      for (const [secret, code] of seats)
        expect((await callApi(server, method, to, { ...call, secret })).code, `${method} ${to}`).toBe(code);
    }
    const { body } = await callApi<BoardLinks>(server, 'GET', `${path}/links`, { secret: facilitator.seat });
    const ends = { facilitator: null, participant: null, observer: null };
    const reach = { origins: [], lacking: 'host' };
    expect(body).toEqual({ links: board.links, code: board.code, reach, ends, isClosed: false });
    const { people } = v.parse(
      People,
      (await callApi(server, 'GET', `${path}/people`, { secret: facilitator.seat })).body,
    );
    expect(people.map(({ role }) => role).sort()).toEqual(['facilitator', 'observer', 'participant']);
  });

  it('[DOOR-9] the role counts that the store has now', async () => {
    const board = await openBoard(server);
    const { seat, person } = await joinAs(server, board, 'facilitator');
    await server.store.updatePerson(board.id, person.id, { role: 'observer' });
    expect((await callApi(server, 'GET', `/api/boards/${board.id}/links`, { secret: seat })).code).toBe('role-refused');
    expect((await callApi<Seat>(server, 'GET', `/api/boards/${board.id}/seat`, { secret: seat })).body.role).toBe(
      'observer',
    );
  });

  it('[DOOR-1] a reset ends the old link of that role only, and the code goes with the participant link', async () => {
    const board = await openBoard(server);
    const { seat } = await joinAs(server, board, 'facilitator');
    const path = `/api/boards/${board.id}`;
    const reset = await Promise.all(
      roles.map((role) => callApi<BoardLinks>(server, 'POST', `${path}/links/${role}/reset`, { secret: seat })),
    );
    expect(reset.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { body } = await callApi<BoardLinks>(server, 'GET', `${path}/links`, { secret: seat });
    for (const role of roles) {
      expect((await callApi(server, 'GET', `${path}/door`, { secret: keyOf(board.links[role]) })).code).toBe(
        'link-ended',
      );
      expect((await callApi<Door>(server, 'GET', `${path}/door`, { secret: keyOf(body.links[role]) })).body.role).toBe(
        role,
      );
    }
    expect((await callApi(server, 'POST', '/api/codes', { json: { code: board.code } })).code).toBe('code-unknown');
    expect((await callApi<CodeFound>(server, 'POST', '/api/codes', { json: { code: body.code } })).body.link).toBe(
      body.links.participant,
    );
    expect((await callApi(server, 'POST', `${path}/links/owner/reset`, { secret: seat })).code).toBe('not-found');
    expect((await callApi(server, 'GET', `${path}/seat`, { secret: seat })).status).toBe(200);
  });

  it('[SESSION-15] two facilitators who rename, or reset a link, at once: one counts, and the other is told or has the new one', async () => {
    const board = await openBoard(server);
    const { seat: secret } = await joinAs(server, board, 'facilitator');
    const path = `/api/boards/${board.id}`;
    const title = (await server.store.readBoard(board.id))?.title ?? '';
    const rename = (json: object) => callApi(server, 'PATCH', path, { secret, json });
    expect((await rename({ title: 'Hers', from: title })).status).toBe(200);
    expect((await rename({ title: 'His', from: title })).code).toBe('name-moved');
    expect((await rename({ title: 'Hers', from: title })).status).toBe(200);
    expect((await rename({ title: 'His', from: 'Hers' })).status).toBe(200);
    const reset = () =>
      callApi<BoardLinks>(server, 'POST', `${path}/links/observer/reset`, {
        secret,
        json: { from: board.links.observer },
      });
    const [one, other] = await Promise.all([reset(), reset()]);
    expect(one.body.links.observer).not.toBe(board.links.observer);
    expect(other.body).toEqual(one.body);
  });

  it('[DOOR-2] the seat of a removed person ends, and nobody else is touched', async () => {
    const board = await openBoard(server);
    const facilitator = await joinAs(server, board, 'facilitator');
    const participant = await joinAs(server, board, 'participant');
    const path = `/api/boards/${board.id}`;
    const removal = () =>
      callApi(server, 'DELETE', `${path}/people/${participant.person.id}`, { secret: facilitator.seat });
    expect((await removal()).status).toBe(204);
    expect((await removal()).code).toBe('person-unknown');
    expect((await callApi(server, 'POST', `${path}/tickets`, { secret: participant.seat })).code).toBe('removed');
    expect((await callApi(server, 'DELETE', `${path}/people/nobody`, { secret: facilitator.seat })).code).toBe(
      'person-unknown',
    );
    expect(
      (await callApi<People>(server, 'GET', `${path}/people`, { secret: facilitator.seat })).body.people,
    ).toHaveLength(1);
    await ticketFor(server, board, facilitator.seat);
  });

  it('[DOOR-8] a deleted board is gone, and says so', async () => {
    const board = await openBoard(server);
    const { seat } = await joinAs(server, board, 'facilitator');
    const path = `/api/boards/${board.id}`;
    expect((await callApi(server, 'DELETE', path, { secret: seat })).status).toBe(204);
    expect(await callApi(server, 'GET', `${path}/door`, { secret: keyOf(board.links.observer) })).toMatchObject({
      status: 410,
      code: 'board-deleted',
    });
    expect(await callApi(server, 'POST', `${path}/tickets`, { secret: seat })).toMatchObject({
      status: 410,
      code: 'board-deleted',
    });
    expect((await callApi(server, 'POST', '/api/codes', { json: { code: board.code } })).code).toBe('code-unknown');
    expect(await server.store.loadDocument(board.id)).toBeNull();
  });

  it('[DOOR-7] ids that are none are unknown boards', async () => {
    for (const id of [
      '..',
      '%2e%2e',
      'a%2Fb',
      '__proto__',
      'ABCDEFGHIJKLMNOP',
      'abcdefghijklmno%00',
      'a'.repeat(8000),
      'aaaaaaaaaaaaaaaa',
    ]) {
      const { status, code } = await callApi(server, 'GET', `/api/boards/${id}/seat`, { secret: 'x' });
      expect([status, code], id).toSatisfy(([, name]) => name === 'board-unknown' || name === 'not-found');
      expect(status).toBe(404);
    }
  });
});

describe('every answer', () => {
  it('[HTTP-2] errors come from the closed table, also for unknown addresses', async () => {
    for (const [method, path] of [
      ['GET', '/api/nothing'],
      ['PUT', '/api/boards'],
      ['GET', '/nothing'],
      ['POST', '/'],
      ['GET', '/b'],
      ['GET', '/%2e%2e/package.json'],
    ] as const) {
      const { status, body } = await callApi(server, method, path);
      expect(status, path).toBe(404);
      expect(body).toEqual({ error: { code: 'not-found', message: new Refusal('not-found').message } });
    }
  });

  it('[DOOR-5] pages of other origins may not use the API', async () => {
    const json = { title: 'a' };
    expect(
      await callApi(server, 'POST', '/api/boards', { json, headers: { origin: 'https://evil.example' } }),
    ).toMatchObject({ status: 403, code: 'origin-refused' });
    const own = await callApi(server, 'POST', '/api/boards', { json, headers: { origin: server.origin } });
    expect(own.status).toBe(201);
    expect(own.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('[HTTP-4] nothing of the API is kept by anybody on the way, and every answer has the security headers', async () => {
    const { headers } = await callApi(server, 'GET', '/api/templates');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    const host = server.origin.slice('http://'.length);
    const policy = headers.get('content-security-policy')?.split('; ');
    expect(policy).toEqual([
      "default-src 'self'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self' data:",
      `connect-src 'self' ws://${host} wss://${host} blob: data:`,
      "worker-src 'self' blob:",
      "frame-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]);
  });

  it('[OPS-3] health, metrics and settings are there', async () => {
    expect(await callApi(server, 'GET', '/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } });
    await callApi(server, 'GET', '/api/nothing');
    const metrics = await (await fetch(`${server.origin}/metrics`)).text();
    expect(metrics).toMatch(/^roundtable_http_refusals_total\{code="not-found"\} [1-9]/m);
    expect(metrics).toMatch(/^roundtable_rooms \d+$/m);
    expect(metrics).toMatch(/^nodejs_eventloop_lag_seconds /m);
    expect(v.parse(Settings, (await callApi(server, 'GET', '/api/settings')).body)).toEqual({
      tldrawLicenseKey: null,
      createSecretRequired: false,
    });
  });
});

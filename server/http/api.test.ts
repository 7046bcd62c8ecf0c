import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import * as v from 'valibot';
import { applyChanges, readMap } from '#shared/board/mapDocument.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import { readRecord } from '#shared/board/record.ts';
import { roots } from '#shared/board/roots.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { BoardCreated, Door, Joined, Seat, Settings, Templates } from '#shared/wire/http.ts';
import type { BoardLinks, CodeFound as CodeFoundSchema } from '#shared/wire/http.ts';
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

describe('boards', () => {
  it('[HTTP-1] a new board has an id, three links and a code', async () => {
    const { status, body } = await callApi(server, 'POST', '/api/boards', {
      json: { title: 'Early reading', template: 'blank' },
    });
    expect(status).toBe(201);
    const board = v.parse(BoardCreated, body);
    for (const role of roles) expect(board.links[role]).toMatch(new RegExp(`^/b/${board.id}#k=[\\w-]{24}$`));
    expect(new Set(Object.values(board.links)).size).toBe(3);
    expect(board.code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  });

  it('[SYNC-5] the server writes the first document: version, settings and one page', async () => {
    const board = await openBoard(server);
    const stored = await server.store.loadDocument(board.id);
    const doc = new Y.Doc();
    if (stored?.snapshot) Y.applyUpdate(doc, stored.snapshot);
    for (const update of stored?.updates ?? []) Y.applyUpdate(doc, update);
    expect(doc.getMap(roots.meta).get('version')).toBe(1);
    const canvas = doc.getMap(roots.canvas);
    expect([...canvas.keys()].sort()).toEqual(['document:document', 'page:page']);
    for (const [id, entry] of canvas.entries()) expect(readRecord(id, entry)).toMatchObject({ ok: true });
  });

  it('[HTTP-2] a body that is not exactly what the address expects is refused', async () => {
    const wrong = [
      {},
      { title: '' },
      { title: '   ' },
      { title: '\u202e\u0007' },
      { title: 'a'.repeat(121) },
      { title: 1 },
      { title: 'a', extra: 1 },
      [],
      null,
      'text',
    ];
    for (const json of wrong)
      expect((await callApi(server, 'POST', '/api/boards', { json })).code, JSON.stringify(json)).toBe('invalid-body');
    const text = await callApi(server, 'POST', '/api/boards', {
      bytes: Buffer.from('{"title":'),
      headers: { 'content-type': 'application/json' },
    });
    expect(text).toMatchObject({ status: 400, code: 'invalid-body' });
    expect((await callApi(server, 'POST', '/api/boards', { bytes: Buffer.from('title=a') })).code).toBe('invalid-body');
    expect(await callApi(server, 'POST', '/api/boards', { json: { title: 'a'.repeat(20_000) } })).toMatchObject({
      status: 413,
      code: 'too-large',
    });
    expect(await callApi(server, 'POST', '/api/boards', { json: { title: 'a', template: 'nope' } })).toMatchObject({
      status: 404,
      code: 'template-unknown',
    });
  });

  it('[HTTP-3] the templates can be chosen from', async () => {
    const { templates } = v.parse(Templates, (await callApi(server, 'GET', '/api/templates')).body);
    expect(templates.map(({ id }) => id)).toContain('blank');
  });

  it('[HTTP-5] titles and names are one line of visible text', async () => {
    const board = await openBoard(server, ' Early\n\treading\u202e ');
    const { person } = await joinAs(server, board, 'facilitator', '\u200bAda\u0000  Byron ');
    expect(person.name).toBe('Ada Byron');
    expect(
      (await callApi<Door>(server, 'GET', `/api/boards/${board.id}/door`, { secret: keyOf(board.links.observer) })).body
        .title,
    ).toBe('Early reading');
  });
});

describe('joining', () => {
  it('[DOOR-1] the join page tells what a key opens', async () => {
    const board = await openBoard(server);
    for (const role of roles) {
      const { body } = await callApi(server, 'GET', `/api/boards/${board.id}/door`, {
        secret: keyOf(board.links[role]),
      });
      expect(v.parse(Door, body)).toMatchObject({ title: 'Early reading', role, retentionDays: null });
    }
  });

  it('[DOOR-1] each key joins in the role of its link, and the organizations named are offered', async () => {
    const board = await openBoard(server);
    for (const role of roles) {
      const json = { key: keyOf(board.links[role]), name: role, organization: `Org ${role}`, kind: 'doer' };
      const joined = v.parse(Joined, (await callApi(server, 'POST', `/api/boards/${board.id}/join`, { json })).body);
      expect(joined.role).toBe(role);
      expect(joined.person).toMatchObject({ name: role, role });
      const seat = v.parse(
        Seat,
        (await callApi(server, 'GET', `/api/boards/${board.id}/seat`, { secret: joined.seat })).body,
      );
      expect(seat).toEqual({ person: joined.person, role, title: 'Early reading', isOwner: role === 'facilitator' });
    }
    const door = await callApi<Door>(server, 'GET', `/api/boards/${board.id}/door`, {
      secret: keyOf(board.links.observer),
    });
    expect(door.body.organizations).toEqual(['Org facilitator', 'Org observer', 'Org participant']);
  });

  it('[HTTP-8] the join page offers the organizations on the map and those that people typed, each once', async () => {
    const created = await callApi<BoardCreated>(server, 'POST', '/api/boards', {
      json: { title: 'Riverbend Works', template: 'employment' },
    });
    const board = created.body;
    const key = keyOf(board.links.participant);
    const typed = [
      'Brand-New Alliance',
      'riverbend ALLIANCE',
      'Alian\u00E7a',
      'Alianc\u0327a',
      'brand-new\u00A0alliance',
    ];
    for (const organization of typed)
      await callApi(server, 'POST', `/api/boards/${board.id}/join`, { json: { key, name: 'Somebody', organization } });
    const template = readTemplate('employment');
    const named = template?.map.organizations.map(({ name }) => name) ?? [];
    const door = () => callApi<Door>(server, 'GET', `/api/boards/${board.id}/door`, { secret: key });
    const { organizations } = (await door()).body;
    expect(organizations).toEqual(expect.arrayContaining([...named, 'Brand-New Alliance', 'Alian\u00E7a']));
    expect(organizations).toHaveLength(named.length + 3);
    expect(organizations).toEqual(organizations.toSorted((a, b) => a.localeCompare(b)));
    expect((await door()).body.organizations).toEqual(organizations);
    expect(v.parse(Door, (await door()).body).title).toBe('Riverbend Works');
  });

  it('[OUTLINE-20] whoever joins and says which organization is theirs brings it to the table', async () => {
    const { body: board } = await callApi<BoardCreated>(server, 'POST', '/api/boards', { json: { title: 'Jobs' } });
    const organizations = [
      ['Tenants Union', 'not_contacted'],
      ['Night School', 'invited'],
      ['Old Mill', 'left'],
      ['County', 'observer'],
      ['Nobody yet', 'not_contacted'],
    ] as const;
    await server.relay.change(board.id, (doc) => {
      const made = runCommands(
        readMap(doc),
        organizations.map(([name, engagement], at) => ({
          type: 'add',
          collection: 'organizations',
          id: `o${at}`,
          fields: { name, engagement },
        })),
        { today: '2026-01-01', newId: () => 'none' },
      );
      if (!made.ok) throw new Error(made.code);
      applyChanges(doc, made.changes, 'test');
    });
    const engagements = () =>
      server.relay.change(board.id, (doc) => readMap(doc).organizations.map(({ engagement }) => engagement));
    const joinWith = (role: 'participant' | 'observer', organization: string) =>
      callApi(server, 'POST', `/api/boards/${board.id}/join`, {
        json: { key: keyOf(board.links[role]), name: 'Somebody', organization },
      });
    await joinWith('observer', 'Tenants Union');
    expect(await engagements()).toEqual(['not_contacted', 'invited', 'left', 'observer', 'not_contacted']);
    for (const typed of [' tenants  UNION', 'Night School', 'Old Mill', 'County', 'Somewhere else'])
      expect((await joinWith('participant', typed)).status).toBe(201);
    expect(await engagements()).toEqual(['partner', 'partner', 'left', 'observer', 'not_contacted']);
  });

  it('[DOOR-1] wrong, altered, foreign and missing keys join nobody', async () => {
    const board = await openBoard(server);
    const other = await openBoard(server);
    const key = keyOf(board.links.participant);
    for (const wrong of [
      '',
      'x',
      key.slice(1),
      `${key}A`,
      key.toLowerCase(),
      keyOf(other.links.facilitator),
      board.id,
      board.code,
    ]) {
      expect(
        await callApi(server, 'POST', `/api/boards/${board.id}/join`, { json: { key: wrong, name: 'a' } }),
      ).toMatchObject({ status: 403, code: 'link-altered' });
      expect(await callApi(server, 'GET', `/api/boards/${board.id}/door`, { secret: wrong })).toMatchObject({
        status: 403,
        code: 'link-altered',
      });
    }
  });

  it('[DOOR-9] a role in the request changes nothing', async () => {
    const board = await openBoard(server);
    const json = { key: keyOf(board.links.observer), name: 'a', role: 'facilitator' };
    expect((await callApi(server, 'POST', `/api/boards/${board.id}/join`, { json })).code).toBe('invalid-body');
  });

  it('[DOOR-2] a seat is stored only as a hash', async () => {
    const board = await openBoard(server);
    const { seat, person } = await joinAs(server, board, 'participant');
    const [row] = await server.store.listSeats(board.id, person.id);
    expect(row?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify([row, await server.store.readPerson(board.id, person.id)])).not.toContain(seat);
    expect(Buffer.from(seat, 'base64url').length).toBeGreaterThanOrEqual(16);
  });

  it('[DOOR-12] people who join at once get different colors', async () => {
    const board = await openBoard(server);
    const joined = await Promise.all(
      Array.from({ length: 20 }, (_, at) => joinAs(server, board, 'participant', `Person ${at}`)),
    );
    expect(new Set(joined.map(({ person }) => person.color)).size).toBe(20);
  });

  it('[DOOR-10] the code leads to the participant link however it is typed, and a wrong one nowhere', async () => {
    const board = await openBoard(server);
    for (const code of [board.code, board.code.toLowerCase(), board.code.replace('-', ' ')]) {
      expect((await callApi<CodeFound>(server, 'POST', '/api/codes', { json: { code } })).body.link).toBe(
        board.links.participant,
      );
    }
    for (const code of ['', 'ABCD', board.id, "' or 1=1"])
      expect(await callApi(server, 'POST', '/api/codes', { json: { code } })).toMatchObject({
        status: 404,
        code: 'code-unknown',
      });
  });
});

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

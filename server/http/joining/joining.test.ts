import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { applyChanges, readMap } from '#shared/board/mapDocument.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { Door, Joined, Seat } from '#shared/wire/http.ts';
import type { CodeFound as CodeFoundSchema, BoardCreated } from '#shared/wire/http.ts';
import { roles } from '#shared/wire/roles.ts';
import { callApi } from '#server/testing/callApi.ts';
import { joinAs, keyOf, openBoard } from '#server/testing/openBoard.ts';
import { startServer } from '#server/testing/startServer.ts';
import type { TestServer } from '#server/testing/startServer.ts';

type CodeFound = v.InferOutput<typeof CodeFoundSchema>;

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ limits: { doorTriesPerMinute: 100_000, boardsPerAddressPerHour: 100_000 } });
});
afterAll(() => server.stop());

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

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import * as v from 'valibot';
import { readRecord } from '#shared/board/record.ts';
import { roots } from '#shared/board/roots.ts';
import type { Door } from '#shared/wire/http.ts';
import { BoardCreated, Templates } from '#shared/wire/http.ts';
import { roles } from '#shared/wire/roles.ts';
import { callApi } from '#server/testing/callApi.ts';
import { joinAs, keyOf, openBoard } from '#server/testing/openBoard.ts';
import { startServer } from '#server/testing/startServer.ts';
import type { TestServer } from '#server/testing/startServer.ts';

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

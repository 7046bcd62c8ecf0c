import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { readContent } from '#shared/board/content.ts';
import { readMap, storedCollection } from '#shared/board/mapDocument.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import type { BoardCreated, Joined } from '#shared/wire/http.ts';
import type { Losses, Restored, Snapshots, SnapshotSummary } from '#shared/wire/snapshots.ts';
import { callApi } from '#server/testing/callApi.ts';
import { joinWithYWebsocket } from '#server/testing/joinWithYWebsocket.ts';
import { joinAs, openBoard, ticketFor } from '#server/testing/openBoard.ts';
import { pngBytes } from '#server/testing/imageBytes.ts';
import { StandingClock } from '#server/testing/StandingClock.ts';
import { startServer } from '#server/testing/startServer.ts';
import type { TestServer } from '#server/testing/startServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({
    limits: { doorTriesPerMinute: 100_000, boardsPerAddressPerHour: 100_000, snapshotActsPerMinute: 100_000 },
  });
});
afterAll(() => server.stop());

interface Scene {
  readonly board: BoardCreated;
  readonly people: Readonly<Record<'facilitator' | 'participant' | 'observer', Joined>>;
  call<T>(method: string, path: string, who: keyof Scene['people'], json?: unknown): ReturnType<typeof callApi<T>>;
}

async function scene(template = 'employment'): Promise<Scene> {
  const { body: board } = await callApi<BoardCreated>(server, 'POST', '/api/boards', {
    json: { title: 'Jobs', template },
  });
  const people = {
    facilitator: await joinAs(server, board, 'facilitator'),
    participant: await joinAs(server, board, 'participant'),
    observer: await joinAs(server, board, 'observer'),
  };
  return {
    board,
    people,
    call: (method, path, who, json) =>
      callApi(server, method, `/api/boards/${board.id}/snapshots${path}`, {
        secret: people[who].seat,
        ...(json === undefined ? {} : { json }),
      }),
  };
}

const take = async ({ call }: Scene, name: string) =>
  (await call<SnapshotSummary>('POST', '', 'facilitator', { reason: 'person', name })).body;

async function documentAt(path: string, secret: string): Promise<Y.Doc> {
  const answer = await fetch(server.origin + path, { headers: { authorization: `Bearer ${secret}` } });
  expect(answer.status).toBe(200);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, new Uint8Array(await answer.arrayBuffer()));
  return doc;
}

describe('snapshots over HTTP', () => {
  it('[SNAP-6] a facilitator makes, names and deletes one; everybody with a seat sees the list and looks at it', async () => {
    const here = await scene();
    const made = await here.call<SnapshotSummary>('POST', '', 'facilitator', {
      reason: 'person',
      name: '  Session\u202e 1 ',
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: 'Session 1', reason: 'person', byRole: 'facilitator', detail: null });
    const map = readTemplate('employment')?.map;
    for (const who of ['facilitator', 'participant', 'observer'] as const) {
      const { body } = await here.call<Snapshots>('GET', '', who);
      expect(body.snapshots).toEqual([made.body]);
      const path = `/api/boards/${here.board.id}/snapshots/${made.body.id}/document`;
      const doc = await documentAt(path, here.people[who].seat);
      expect(readMap(doc).interests).toEqual(map?.interests);
      // influence and stake are for facilitators and stand in no document
      expect(JSON.stringify([...readContent(doc)])).not.toMatch(/influence|stake"/);
    }
    expect((await here.call('PATCH', `/${made.body.id}`, 'facilitator', { name: 'Kick-off' })).status).toBe(204);
    // [SESSION-15] whoever saw another name is told, and replaces it only from the one of now
    const rename = (name: string, from: string | null) =>
      here.call('PATCH', `/${made.body.id}`, 'facilitator', { name, from });
    expect((await rename('First evening', null)).code).toBe('name-moved');
    expect((await rename('First evening', 'Kick-off')).status).toBe(204);
    expect((await rename('Kick-off', 'First evening')).status).toBe(204);
    expect((await here.call<Snapshots>('GET', '', 'observer')).body.snapshots[0]?.name).toBe('Kick-off');
    expect((await here.call('DELETE', `/${made.body.id}`, 'facilitator')).status).toBe(204);
    expect((await here.call<Snapshots>('GET', '', 'observer')).body.snapshots).toEqual([]);
  });

  it('[SNAP-6] nobody else makes, names, restores, copies or deletes one, and no seat of another board sees any', async () => {
    const here = await scene('blank');
    const { id } = await take(here, 'x');
    const stranger = await joinAs(server, await openBoard(server), 'facilitator');
    const acts: ReadonlyArray<readonly [string, string, unknown?]> = [
      ['POST', '', { reason: 'person', name: 'y' }],
      ['PATCH', `/${id}`, { name: 'y' }],
      ['DELETE', `/${id}`],
      ['POST', `/${id}/restore`],
      ['POST', `/${id}/board`, { title: 'Mine' }],
    ];
    for (const [method, path, json] of acts) {
      for (const who of ['participant', 'observer'] as const) {
        // participants may keep what was there before an import; who may not even edit hears of that first
        const code = path === '' && who === 'observer' ? 'edit-refused' : 'role-refused';
        expect((await here.call(method, path, who, json)).code, `${method} ${path} ${who}`).toBe(code);
      }
      const foreign = { secret: stranger.seat, ...(json === undefined ? {} : { json }) };
      const answer = await callApi(server, method, `/api/boards/${here.board.id}/snapshots${path}`, foreign);
      expect(answer.code).toBe('seat-ended');
    }
    expect((await here.call('POST', '', 'observer', { reason: 'import' })).code).toBe('edit-refused');
    for (const path of ['', `/${id}/document`])
      expect((await callApi(server, 'GET', `/api/boards/${here.board.id}/snapshots${path}`)).code).toBe('seat-ended');
    expect((await here.call<Snapshots>('GET', '', 'facilitator')).body.snapshots).toHaveLength(1);
  });

  it('[SNAP-6] before an import whoever may edit keeps what is there', async () => {
    const here = await scene('blank');
    const { status, body } = await here.call<SnapshotSummary>('POST', '', 'participant', { reason: 'import' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ reason: 'import', name: null, byRole: 'participant' });
  });

  it('[SNAP-6] nobody keeps the server busy with them', async () => {
    const small = await startServer({ clock: new StandingClock(), limits: { snapshotActsPerMinute: 3 } });
    try {
      const board = await openBoard(small);
      const { seat } = await joinAs(small, board, 'facilitator');
      const { seat: other } = await joinAs(small, board, 'participant');
      const keep = (secret: string) =>
        callApi(small, 'POST', `/api/boards/${board.id}/snapshots`, { secret, json: { reason: 'import' } });
      const codes = [];
      for (let turn = 0; turn < 5; turn++) codes.push((await keep(other)).code);
      expect(codes).toEqual([undefined, undefined, undefined, 'too-fast', 'too-fast']);
      expect((await keep(seat)).status).toBe(201);
      expect((await callApi(small, 'GET', `/api/boards/${board.id}/snapshots`, { secret: seat })).status).toBe(200);
    } finally {
      await small.stop();
    }
  });

  it('[SNAP-6] unknown ones and wrong bodies are refused', async () => {
    const here = await scene('blank');
    for (const id of ['x', 'a'.repeat(16), '..%2f..', '__proto__'])
      for (const [method, path, json] of [
        ['GET', '/document'],
        ['PATCH', '', { name: 'y' }],
        ['DELETE', ''],
        ['POST', '/restore'],
        ['POST', '/board', { title: 'y' }],
      ] as const)
        expect((await here.call(method, `/${id}${path}`, 'facilitator', json)).code, `${id} ${method}`).toBe(
          'snapshot-unknown',
        );
    for (const json of [
      {},
      { reason: 'person' },
      { reason: 'person', name: '  ' },
      { reason: 'step' },
      { reason: 'person', name: 'x'.repeat(81) },
      { reason: 'import', name: 'x' },
    ])
      expect((await here.call('POST', '', 'facilitator', json)).code, JSON.stringify(json)).toBe('invalid-body');
  });

  it('[SNAP-5] restoring over HTTP answers with what was there before', async () => {
    const here = await scene('blank');
    const old = await take(here, 'Session 1');
    await server.relay.change(here.board.id, (doc) =>
      doc
        .getMap('canvas')
        .set('shape:a', new Y.Map([['base', { id: 'shape:a', typeName: 'shape', type: 'note', props: {}, meta: {} }]])),
    );
    const { status, body } = await here.call<Restored>('POST', `/${old.id}/restore`, 'facilitator');
    expect(status).toBe(200);
    const { snapshots } = (await here.call<Snapshots>('GET', '', 'observer')).body;
    expect(snapshots[0]).toMatchObject({ id: body.before, reason: 'restore', detail: 'Session 1', name: null });
    expect(snapshots[0]?.counts.drawings).toBe(1);
    const now = await server.relay.change(here.board.id, (doc) => doc.getMap('canvas').has('shape:a'));
    expect(now).toBe(false);
  });

  it('[SNAP-7] facilitators who come later read who removed what, and bring back exactly that; nobody else does', async () => {
    const here = await scene('baltimore');
    const { seat } = here.people.participant;
    await callApi(server, 'POST', `/api/boards/${here.board.id}/session`, {
      secret: here.people.facilitator.seat,
      json: { id: 'opensTheFrame', command: { do: 'openSkeleton', open: true } },
    });
    const person = joinWithYWebsocket(server, here.board, await ticketFor(server, here.board, seat));
    await person.synced;
    const interests = storedCollection(person.doc, 'interests');
    const ids = [...(interests?.keys() ?? [])];
    const before = await server.relay.change(here.board.id, readContent);
    person.doc.transact(() => ids.forEach((id) => interests?.delete(id)));
    const late = await joinAs(server, here.board, 'facilitator');
    const ask = <T>(method: string, path: string, secret: string) =>
      callApi<T>(server, method, `/api/boards/${here.board.id}/losses${path}`, { secret });
    const [loss] = await vi.waitFor(async () => {
      const { body } = await ask<Losses>('GET', '', late.seat);
      expect(body.losses).toHaveLength(1);
      return body.losses;
    });
    person.leave();
    const [name] = (await server.store.listPeople(here.board.id)).flatMap((one) =>
      one.id === here.people.participant.person.id ? one.name : [],
    );
    expect(loss).toMatchObject({ people: [name], isKnown: true, counts: { interests: ids.length } });
    for (const who of ['participant', 'observer'] as const) {
      expect((await ask('GET', '', here.people[who].seat)).code).toBe('role-refused');
      expect((await ask('POST', `/${loss?.snapshot}`, here.people[who].seat)).code).toBe('role-refused');
      expect((await ask('DELETE', `/${loss?.snapshot}`, here.people[who].seat)).code).toBe('role-refused');
    }
    expect((await ask('POST', `/${loss?.snapshot}`, late.seat)).status).toBe(204);
    expect(await server.relay.change(here.board.id, readContent)).toEqual(before);
    expect((await ask('POST', `/${loss?.snapshot}`, late.seat)).code).toBe('loss-over');
    expect((await ask('POST', '/x', late.seat)).code).toBe('snapshot-unknown');
    expect((await ask('DELETE', `/${loss?.snapshot}`, late.seat)).status).toBe(204);
    expect((await ask<Losses>('GET', '', late.seat)).body.losses).toEqual([]);
  });

  it('[SNAP-8] as a new board: the same content with its pictures, other links, nobody on it, no ratings', async () => {
    const here = await scene();
    const picture = await callApi<{ id: string }>(server, 'POST', `/api/boards/${here.board.id}/assets`, {
      secret: here.people.participant.seat,
      bytes: pngBytes({ width: 3, height: 2 }),
    });
    expect(picture.status).toBe(201);
    const src = `asset:${picture.body.id}`;
    await server.relay.change(here.board.id, (doc) =>
      doc
        .getMap('canvas')
        .set(
          'asset:a',
          new Y.Map([['base', { id: 'asset:a', typeName: 'asset', type: 'image', props: { src }, meta: {} }]]),
        ),
    );
    const { id } = await take(here, 'x');
    const made = await here.call<BoardCreated>('POST', `/${id}/board`, 'facilitator', { title: 'Again' });
    expect(made.status).toBe(201);
    expect(made.body.id).not.toBe(here.board.id);
    const facilitator = await joinAs(server, made.body, 'facilitator');
    const contentOf = async (board: BoardCreated['id']) => server.relay.change(board, (doc) => readContent(doc));
    expect(await contentOf(made.body.id)).toEqual(await contentOf(here.board.id));
    expect((await server.store.readBoard(made.body.id))?.title).toBe('Again');
    expect(await server.store.listPeople(made.body.id)).toHaveLength(1);
    expect((await server.store.readRatings(made.body.id)).size).toBe(0);
    const shown = await callApi(server, 'GET', `/api/boards/${made.body.id}/assets/${picture.body.id}`, {
      secret: facilitator.seat,
    });
    expect(shown.status).toBe(200);
  });

  it('[SNAP-8] as a new board where the operator asks for a secret', async () => {
    const closed = await startServer({ environment: { createSecret: 'open-sesame' } });
    try {
      const { body: board } = await callApi<BoardCreated>(closed, 'POST', '/api/boards', {
        json: { title: 'Jobs' },
        secret: 'open-sesame',
      });
      const { seat } = await joinAs(closed, board, 'facilitator');
      const path = `/api/boards/${board.id}/snapshots`;
      const { body } = await callApi<SnapshotSummary>(closed, 'POST', path, {
        secret: seat,
        json: { reason: 'person', name: 'x' },
      });
      const copy = (createSecret?: string) =>
        callApi(closed, 'POST', `${path}/${body.id}/board`, {
          secret: seat,
          json: { title: 'Again', ...(createSecret === undefined ? {} : { createSecret }) },
        });
      expect((await copy()).code).toBe('create-secret-required');
      expect((await copy('wrong')).code).toBe('create-secret-required');
      expect((await copy('open-sesame')).status).toBe(201);
    } finally {
      await closed.stop();
    }
  });
});

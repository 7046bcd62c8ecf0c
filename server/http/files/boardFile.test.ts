import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readContent, writeContent } from '#shared/board/content.ts';
import { templates } from '#shared/templates/templates.ts';
import { createRandom } from '#shared/testing/random.ts';
import { changeBoard, randomBoard } from '#shared/testing/randomBoard.ts';
import type { BoardCreated, Templates } from '#shared/wire/http.ts';
import type { ImportPreview } from '#shared/wire/snapshots.ts';
import { callApi } from '#server/testing/callApi.ts';
import { joinAs } from '#server/testing/openBoard.ts';
import { jpegBytes, pngBytes } from '#server/testing/imageBytes.ts';
import { StandingClock } from '#server/testing/StandingClock.ts';
import { startServer } from '#server/testing/startServer.ts';
import type { TestServer } from '#server/testing/startServer.ts';

const limits = {
  doorTriesPerMinute: 100_000,
  boardsPerAddressPerHour: 100_000,
  maxImportBytes: 3_000_000,
  maxAssetBytes: 100_000,
};
let server: TestServer;
let empty: TestServer;
beforeAll(async () => {
  server = await startServer({ limits });
  empty = await startServer({ limits });
});
afterAll(() => Promise.all([server.stop(), empty.stop()]));

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const importFile = (on: TestServer, text: string, title = 'Again') =>
  callApi<BoardCreated>(on, 'POST', `/api/boards/import?title=${encodeURIComponent(title)}`, { bytes: bytesOf(text) });
const check = async (on: TestServer, text: string) =>
  (await callApi<ImportPreview>(on, 'POST', '/api/boards/import/check', { bytes: bytesOf(text) })).body;

async function exported(on: TestServer, board: BoardCreated, query = ''): Promise<string> {
  const { seat } = await joinAs(on, board, 'facilitator');
  const answer = await fetch(`${on.origin}/api/boards/${board.id}/export/board.json${query}`, {
    headers: { authorization: `Bearer ${seat}` },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="[a-z0-9-]+-board\.json"; filename\*=/,
  );
  return answer.text();
}

/** A board with random content and two pictures, on the server. */
async function randomOn(on: TestServer, seed: number): Promise<BoardCreated> {
  const { body: board } = await callApi<BoardCreated>(on, 'POST', '/api/boards', {
    json: { title: 'Jobs', template: 'blank' },
  });
  const { seat } = await joinAs(on, board, 'facilitator');
  const pictures: string[] = [];
  for (const bytes of [pngBytes({ width: 3, height: 2 }), jpegBytes()]) {
    const { body } = await callApi<{ id: string }>(on, 'POST', `/api/boards/${board.id}/assets`, {
      secret: seat,
      bytes,
    });
    pictures.push(body.id);
  }
  const content = readContent(randomBoard(seed, { pictures, template: 'employment', drawings: 40 }));
  await on.relay.change(board.id, (doc) => writeContent(doc, content));
  return board;
}

const withoutTime = (text: string): string =>
  text.replace(/"exported_at": "[^"]*"/, '').replace(/"title": "[^"]*"/, '');

describe('a board as a file', () => {
  it('[BOARDFILE-2] exported, imported into an empty server and exported gives the same bytes, pictures included', async () => {
    const board = await randomOn(server, 11);
    const text = await exported(server, board);
    expect(JSON.parse(text).pictures).toHaveLength(2);
    const preview = await check(empty, text);
    expect(preview).toMatchObject({ ok: true, kind: 'board', title: 'Jobs', pictures: 2, missingPictures: 0 });
    const made = await importFile(empty, text, 'Jobs');
    expect(made.status).toBe(201);
    expect(withoutTime(await exported(empty, made.body))).toBe(withoutTime(text));
    expect((await empty.store.readBoard(made.body.id))?.title).toBe('Jobs');
    expect((await empty.store.readRatings(made.body.id)).size).toBe(0);
  });

  it('[BOARDFILE-1] is one committed moment while people go on', async () => {
    const board = await randomOn(server, 12);
    const random = createRandom(1);
    const files: string[] = [];
    for (let turn = 0; turn < 5; turn++) {
      const [text] = await Promise.all([
        exported(server, board),
        server.relay.change(board.id, (doc) => changeBoard(doc, random, 5, `t${turn}`)),
      ]);
      files.push(text);
    }
    for (const text of files) expect(await check(empty, text)).toMatchObject({ ok: true });
  });

  it('[BOARDFILE-4] a template file becomes a board with its ratings', async () => {
    const text = JSON.stringify(templates.employment);
    expect(await check(empty, text)).toMatchObject({
      ok: true,
      kind: 'template',
      title: templates.employment.title,
      exportedAt: null,
    });
    const { body } = await importFile(empty, text);
    expect((await empty.store.readRatings(body.id)).size).toBeGreaterThan(10);
  });

  it('[BOARDFILE-5] only facilitators of the board get it', async () => {
    const board = await randomOn(server, 13);
    const path = `/api/boards/${board.id}/export/board.json`;
    for (const role of ['participant', 'observer'] as const) {
      const { seat: secret } = await joinAs(server, board, role);
      expect((await callApi(server, 'GET', path, { secret })).code).toBe('role-refused');
    }
    expect((await callApi(server, 'GET', path)).code).toBe('seat-ended');
  });
});

describe('importing what is no good', () => {
  const boardsOf = (on: TestServer) => on.store.listUntouchedSince(1e15);

  it('[BOARDFILE-3] writes nothing and says why', async () => {
    const board = await randomOn(server, 14);
    const good = JSON.parse(await exported(server, board));
    const svg = Buffer.from('<svg onload="alert(1)">').toString('base64');
    const big = pngBytes({ width: 90_000, height: 90_000 }).toString('base64');
    const [picture] = good.pictures;
    const wrong: ReadonlyArray<readonly [string, string]> = [
      ['', ''],
      ['not json', ''],
      [JSON.stringify(good).slice(0, -20), ''],
      [JSON.stringify({ ...good, pictures: [{ ...picture, data: svg }] }), 'pictures[0]'],
      [JSON.stringify({ ...good, pictures: [{ ...picture, type: 'image/webp' }] }), 'pictures[0]'],
      [JSON.stringify({ ...good, pictures: [{ ...picture, type: 'image/png', data: big }] }), 'pictures[0]'],
      [JSON.stringify({ ...good, pictures: [{ ...picture, data: 'A'.repeat(200_000) }] }), 'pictures[0]'],
      [
        JSON.stringify({ ...good, canvas: [...good.canvas, { id: 'shape:x' }] }),
        `canvas[${good.canvas.length}].typeName`,
      ],
    ];
    const before = await boardsOf(empty);
    for (const [text, path] of wrong) {
      const preview = await check(empty, text);
      expect(preview.ok, text.slice(0, 60)).toBe(false);
      expect(preview.ok ? [] : preview.problems.map((one) => one.path)).toContain(path);
      expect((await importFile(empty, text)).code).toBe('file-refused');
    }
    expect(
      (await callApi(empty, 'POST', '/api/boards/import/check', { bytes: Uint8Array.of(0xff, 0xfe, 1) })).body,
    ).toMatchObject({ ok: false });
    expect(await boardsOf(empty)).toEqual(before);
  });

  it('[BOARDFILE-3] lists at most a hundred reasons and how many more there are', async () => {
    const canvas = Array.from({ length: 500 }, () => 0);
    const preview = await check(
      empty,
      JSON.stringify({
        format: 'roundtable-board/1',
        title: '',
        exported_at: '2026-01-01',
        map: {},
        canvas,
        pictures: [],
      }),
    );
    expect(preview).toMatchObject({ ok: false, more: 400 });
    expect(preview.ok ? [] : preview.problems).toHaveLength(100);
  });

  it('[BOARDFILE-3] a file above the limit is not read, announced or not', async () => {
    const large = bytesOf(' '.repeat(3_000_001));
    expect((await callApi(empty, 'POST', '/api/boards/import/check', { bytes: large })).code).toBe('too-large');
    const stream = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(500_000)),
    });
    const answer = await fetch(`${empty.origin}/api/boards/import?title=x`, {
      method: 'POST',
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(answer.status).toBe(413);
  });

  it('[BOARDFILE-5] nobody keeps the server busy with files', async () => {
    const small = await startServer({ clock: new StandingClock(), limits: { boardsPerAddressPerHour: 1 } });
    try {
      const codes = [];
      for (let turn = 0; turn < 8; turn++) {
        const { code } = await callApi(small, 'POST', '/api/boards/import/check', { bytes: bytesOf('{}') });
        codes.push(code);
      }
      expect(codes[0]).toBeUndefined();
      expect(codes.at(-1)).toBe('too-fast');
    } finally {
      await small.stop();
    }
  });

  it('[BOARDFILE-5] needs a title, and the secret of the operator where there is one', async () => {
    const text = JSON.stringify(templates.blank);
    for (const query of ['', '?title=', `?title=${'x'.repeat(121)}`])
      expect((await callApi(empty, 'POST', `/api/boards/import${query}`, { bytes: bytesOf(text) })).code).toBe(
        'invalid-body',
      );
    const closed = await startServer({ environment: { createSecret: 'open-sesame' } });
    try {
      expect((await importFile(closed, text)).code).toBe('create-secret-required');
      expect((await callApi(closed, 'POST', '/api/boards/import/check', { bytes: bytesOf(text) })).code).toBe(
        'create-secret-required',
      );
      const made = await callApi(closed, 'POST', '/api/boards/import?title=x', {
        bytes: bytesOf(text),
        secret: 'open-sesame',
      });
      expect(made.status).toBe(201);
    } finally {
      await closed.stop();
    }
  });

  it('[BOARDFILE-3] a crash while the board is written leaves none, or all of it', async () => {
    const faulty = await startServer({
      limits,
      wrapStore: (store) =>
        new Proxy(store, {
          get: (target, key: keyof typeof store) =>
            key === 'createBoard'
              ? () => Promise.reject(new Error('the disk is gone'))
              : Reflect.get(target, key).bind?.(target),
        }),
    });
    try {
      expect((await importFile(faulty, JSON.stringify(templates.employment))).code).toBe('fault');
      expect(await boardsOf(faulty)).toEqual([]);
    } finally {
      await faulty.stop();
    }
  });

  it('[BOARDFILE-3] what comes out is a document that a page can open', async () => {
    const board = await randomOn(server, 15);
    const { body } = await importFile(empty, await exported(server, board));
    const stored = await empty.store.loadDocument(body.id);
    const doc = new Y.Doc();
    for (const update of stored?.updates ?? []) Y.applyUpdate(doc, update);
    expect(doc.getMap('meta').get('version')).toBe(1);
    expect(doc.getMap('canvas').has('document:document')).toBe(true);
    expect([...doc.getMap('canvas').keys()].filter((id) => id.startsWith('page:'))).toHaveLength(1);
  });

  it('[BOARDFILE-7] a large file is taken from who leads a board here, or has the secret of the operator', async () => {
    const open = await startServer({ limits: { ...limits, maxOpenImportBytes: 100_000 } });
    const closed = await startServer({
      environment: { createSecret: 'open-sesame' },
      limits: { ...limits, maxOpenImportBytes: 100_000 },
    });
    try {
      const board = await randomOn(open, 3);
      const path = '/api/boards/import/check';
      const fits = bytesOf(JSON.stringify(templates.blank).padEnd(100_000));
      const larger = bytesOf(JSON.stringify(templates.blank).padEnd(100_001));
      expect((await callApi(open, 'POST', path, { bytes: fits })).body).toMatchObject({ ok: true });
      expect((await callApi(open, 'POST', path, { bytes: larger })).code).toBe('too-large');
      const { seat: leads } = await joinAs(open, board, 'facilitator');
      const { seat: works } = await joinAs(open, board, 'participant');
      const by = `${path}?by=${board.id}`;
      expect((await callApi(open, 'POST', by, { bytes: larger, secret: leads })).body).toMatchObject({ ok: true });
      expect((await callApi(open, 'POST', by, { bytes: larger, secret: works })).code).toBe('role-refused');
      expect((await callApi(open, 'POST', by, { bytes: larger })).code).toBe('seat-ended');
      expect((await callApi(closed, 'POST', path, { bytes: larger, secret: 'open-sesame' })).status).toBe(200);
      const most = (await callApi<Templates>(open, 'GET', '/api/templates')).body;
      expect([most.maxImportBytes, most.maxOpenImportBytes]).toEqual([3_000_000, 100_000]);
      expect((await callApi<Templates>(closed, 'GET', '/api/templates')).body.maxOpenImportBytes).toBe(3_000_000);
    } finally {
      await Promise.all([open.stop(), closed.stop()]);
    }
  });
});

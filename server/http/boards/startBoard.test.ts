/** Boards of one template, started one after the other, and by whoever may not start one more. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readMap } from '#shared/board/mapDocument.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import type { BoardCreated } from '#shared/wire/http.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { callApi } from '#server/testing/callApi.ts';
import { startServer, type TestServer } from '#server/testing/startServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ limits: { boardsPerAddressPerHour: 4 }, environment: { trustedProxies: 1 } });
});
afterAll(() => server.stop());

const start = async (json: object, address = '192.0.2.1'): Promise<BoardCreated> => {
  const headers = { 'x-forwarded-for': address };
  return (await callApi<BoardCreated>(server, 'POST', '/api/boards', { json, headers })).body;
};

async function mapOf({ id }: BoardCreated): Promise<PartnershipMap> {
  const stored = await server.store.loadDocument(id);
  const doc = new Y.Doc();
  for (const update of [stored?.snapshot, ...(stored?.updates ?? [])]) if (update) Y.applyUpdate(doc, update);
  return readMap(doc);
}

describe('starting boards', () => {
  it('[HTTP-1] each of them has its template as of the day that was asked, and nothing of the board before', async () => {
    const wish = { title: 'Reading', template: 'employment' };
    const first = await start(wish);
    const [moved, again] = [await start({ ...wish, datesFor: '2031-05-06' }), await start(wish)];
    await server.relay.change(first.id, (doc) => doc.transact(() => doc.getMap('map').delete('interests')));
    expect((await mapOf(first)).interests).toEqual([]);
    for (const [board, day] of [
      [again, undefined],
      [moved, '2031-05-06'],
      [await start(wish), undefined],
    ] as const)
      expect((await mapOf(board)).measurements).toEqual(readTemplate('employment', day)?.map.measurements);
    expect((await mapOf(again)).interests).toEqual(readTemplate('employment')?.map.interests);
  });

  it('[HTTP-6] who may not start one more is refused before anything is made', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.2' };
    // that there is no such template shows only where the board is made
    const unmade = { json: { title: 'a', template: 'of-nobody' }, headers };
    expect((await callApi(server, 'POST', '/api/boards', unmade)).code).toBe('template-unknown');
    for (let at = 0; at < 4; at += 1) await start({ title: 'a', template: 'blank' }, '192.0.2.2');
    expect((await callApi(server, 'POST', '/api/boards', unmade)).code).toBe('too-fast');
  });
});

/** Organizations that come to the map after the people who said that they are theirs; real sockets, as any page sends it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { applyChanges, readMap } from '#shared/board/mapDocument.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import type { BoardCreated } from '#shared/wire/http.ts';
import { callApi } from '#server/testing/callApi.ts';
import { joinWithYWebsocket, type StockClient } from '#server/testing/joinWithYWebsocket.ts';
import { joinAs, keyOf, openBoard, ticketFor } from '#server/testing/openBoard.ts';
import { startServer, type TestServer } from '#server/testing/startServer.ts';

let server: TestServer;
let board: BoardCreated;
const clients: StockClient[] = [];
let ids = 0;

beforeEach(async () => {
  server = await startServer();
  board = await openBoard(server);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.leave();
  await server.stop();
});

async function enter(): Promise<StockClient> {
  const { seat } = await joinAs(server, board, 'facilitator');
  const client = joinWithYWebsocket(server, board, await ticketFor(server, board, seat));
  clients.push(client);
  await client.synced;
  return client;
}

const says = async (organization: string, role: 'participant' | 'observer' = 'participant') => {
  const json = { key: keyOf(board.links[role]), name: 'Somebody', organization };
  expect((await callApi(server, 'POST', `/api/boards/${board.id}/join`, { json })).status).toBe(201);
};

function run({ doc }: StockClient, ...commands: readonly Command[]): void {
  const result = runCommands(readMap(doc), commands, { today: '2026-05-04', newId: () => `n${++ids}` });
  if (!result.ok) throw new Error(result.code);
  applyChanges(doc, result.changes, 'test');
}
const add = (client: StockClient, id: string, name: string): void =>
  run(client, { type: 'add', collection: 'organizations', id, fields: { name } });
const edit = (client: StockClient, id: string, fields: object): void =>
  run(client, { type: 'edit', collection: 'organizations', id, fields });
const engagements = ({ doc }: StockClient) =>
  Object.fromEntries(readMap(doc).organizations.map(({ id, engagement }) => [id, engagement]));
const become = (client: StockClient, wanted: Readonly<Record<string, string>>) =>
  vi.waitFor(() => expect(engagements(client)).toEqual(wanted), { timeout: 10_000, interval: 5 });

/** What was named before has been looked at by the server when this one, named after it, is at the table. */
async function settle(client: StockClient): Promise<void> {
  const id = `settled${++ids}`;
  add(client, id, 'Everybody');
  await vi.waitFor(() => expect(engagements(client)[id]).toBe('partner'), { timeout: 10_000, interval: 5 });
  run(client, { type: 'remove', collection: 'organizations', id });
}

describe('an organization that comes after its people', () => {
  it('[OUTLINE-20] is at the table as soon as somebody adds or names it, by the rule for names', async () => {
    await says('Harbor Steel');
    await says('Tenants’ Union');
    const [one, other] = [await enter(), await enter()];
    add(one, 'steel', 'HARBOR  steel');
    add(one, 'mill', 'Old Mill');
    await become(other, { steel: 'partner', mill: 'not_contacted' });
    edit(other, 'mill', { name: "Tenants' Union" });
    await become(one, { steel: 'partner', mill: 'partner' });
  });

  it('[OUTLINE-20] observers, removed people and who left bring nobody, and of two with one name one is theirs', async () => {
    await says('Everybody');
    await says('Watchers', 'observer');
    await says('Harbor Steel');
    const client = await enter();
    add(client, 'watchers', 'Watchers');
    run(client, {
      type: 'add',
      collection: 'organizations',
      id: 'left',
      fields: { name: 'Harbor Steel', engagement: 'left' },
    });
    add(client, 'one', 'Harbor Steel');
    await become(client, { watchers: 'not_contacted', left: 'left', one: 'partner' });
    add(client, 'two', 'Harbor Steel');
    await settle(client);
    await become(client, { watchers: 'not_contacted', left: 'left', one: 'partner', two: 'not_contacted' });
  });

  it('[OUTLINE-20] what somebody set back on purpose stays so, also when it is deleted and brought back', async () => {
    await says('Everybody');
    await says('Harbor Steel');
    const client = await enter();
    add(client, 'steel', 'Harbor Steel');
    await become(client, { steel: 'partner' });
    edit(client, 'steel', { engagement: 'not_contacted' });
    edit(client, 'steel', { name: 'harbor steel' });
    await settle(client);
    await become(client, { steel: 'not_contacted' });
    const undo = new Y.UndoManager([client.doc.getMap('map')], { trackedOrigins: new Set(['test']) });
    run(client, { type: 'remove', collection: 'organizations', id: 'steel' });
    await settle(client);
    undo.undo();
    undo.undo();
    undo.undo();
    await settle(client);
    await become(client, { steel: 'not_contacted' });
  });
});

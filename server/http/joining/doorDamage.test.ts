/** What rots on the disk of who may come in lets nobody in: real files, changed while the server is stopped. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BoardDamage } from '#shared/wire/damage.ts';
import { deviceHeader } from '#shared/wire/http.ts';
import type { BoardCreated, BoardLinks, Joined, Owner } from '#shared/wire/http.ts';
import type { Role } from '#shared/wire/roles.ts';
import { Database } from '#server/store/sqlite/Database.ts';
import { databaseFile } from '#server/store/sqlite/DataFolder.ts';
import { callApi } from '#server/testing/callApi.ts';
import { loseRowsSql } from '#server/testing/fullBoard.ts';
import { joinWithYWebsocket } from '#server/testing/joinWithYWebsocket.ts';
import { joinAs, keyOf, openBoard, ticketFor } from '#server/testing/openBoard.ts';
import { startServer, type TestServer } from '#server/testing/startServer.ts';

const mark = { [deviceHeader]: 'a'.repeat(32) };
let folder: string;
let server: TestServer;
let board: BoardCreated;
let fay: Joined;
let lee: Joined;
let pat: Joined;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'roundtable-door-'));
  server = await startServer({ folder });
  board = await openBoard(server);
  fay = await joinAs(server, board, 'facilitator', 'Fay');
  lee = await joinAs(server, board, 'facilitator', 'Lee');
  pat = await joinAs(server, board, 'participant', 'Pat');
  const json = { key: keyOf(board.links.observer), name: 'Jordan' };
  const jordan = await callApi<Joined>(server, 'POST', at('/join'), { json, headers: mark });
  const out = at(`/people/${jordan.body.person.id}/keep-out`);
  const now = await callApi<BoardLinks>(server, 'POST', out, { secret: fay.seat });
  board = { ...board, links: now.body.links };
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const at = (rest: string) => `/api/boards/${board.id}${rest}`;
const join = async (role: Role, headers: Record<string, string> = {}) => {
  const json = { key: keyOf(board.links[role]), name: 'Newcomer' };
  return (await callApi(server, 'POST', at('/join'), { json, headers })).code;
};
const door = async (role: Role) =>
  (await callApi(server, 'GET', at('/door'), { secret: keyOf(board.links[role]) })).code;
const links = async () => (await callApi<BoardLinks>(server, 'GET', at('/links'), { secret: fay.seat })).body;
const damage = async () => (await callApi<BoardDamage>(server, 'GET', at('/damage'), { secret: lee.seat })).body;
const decide = () => callApi(server, 'POST', at('/damage'), { secret: lee.seat, json: { do: 'goOn' } });
const closeTable = (isClosed: boolean) =>
  callApi(server, 'PUT', at('/table'), { secret: lee.seat, json: { isClosed } });
const ownerFor = async (who: Joined) => (await callApi<Owner>(server, 'GET', at('/owner'), { secret: who.seat })).body;

async function rot(sql: string): Promise<void> {
  await server.stop();
  const database = new Database(databaseFile(folder));
  database.exec(sql);
  database.close();
  server = await startServer({ folder });
}

/** The board is opened by somebody who is on it. */
async function enter(who: Joined): Promise<void> {
  const client = joinWithYWebsocket(server, board, await ticketFor(server, board, who.seat));
  await client.synced;
  client.leave();
}

const roles = ['facilitator', 'participant', 'observer'] as const;

describe('a damaged door', () => {
  it.each([
    ['the table', 'UPDATE doors SET is_closed = 0', 'door'],
    ['an end', 'UPDATE doors SET participant_ends_at_ms = 1', 'door'],
    ['the owner', "UPDATE doors SET owner = 'somebodyelse0000'", 'door'],
    ['a mark', "UPDATE person_marks SET person = 'somebodyelse0000'", 'devices'],
    ['a device', "UPDATE devices SET hash = 'd'", 'devices'],
    ['all of it, gone', loseRowsSql('doors'), 'door'],
    ['the marks, gone', loseRowsSql('person_marks'), 'devices'],
    ['the devices, gone', loseRowsSql('devices'), 'devices'],
  ] as const)(
    '[DOOR-31] [STORE-20] [STORE-26] lets nobody new in (%s) until a facilitator decides',
    async (_, sql, part) => {
      await closeTable(true);
      await rot(sql);
      // before anybody has opened the board, and after
      for (const role of roles) {
        expect([role, await join(role), await door(role)]).toEqual([role, 'door-damaged', 'door-damaged']);
        expect(['kept-out', 'door-damaged']).toContain(await join(role, mark));
      }
      await enter(pat);
      for (const role of roles) expect([role, await join(role)]).toEqual([role, 'door-damaged']);
      expect((await damage()).parts.map((one) => one.part)).toContain(part);
      expect((await links()).isClosed).toBe(true);
      expect((await closeTable(false)).code).toBe('door-damaged');

      expect((await decide()).status).toBe(204);
      expect(await join('participant')).toBe('table-closed');
      expect((await closeTable(false)).status).toBe(200);
      for (const role of roles) expect([role, await join(role)]).toEqual([role, undefined]);
      // the board is still its first facilitator's
      expect(await ownerFor(fay)).toMatchObject({ isMe: true });
    },
  );

  it('[DOOR-31] [DOOR-20] is nobody’s: what only the owner does waits for the decision, and the rest goes on', async () => {
    await rot('UPDATE doors SET is_closed = 1');
    const remove = (who: Joined, by: Joined) =>
      callApi(server, 'DELETE', at(`/people/${who.person.id}`), { secret: by.seat });
    expect((await callApi(server, 'DELETE', at(''), { secret: lee.seat })).code).toBe('door-damaged');
    expect((await callApi(server, 'DELETE', at(''), { secret: fay.seat })).code).toBe('door-damaged');
    expect((await remove(fay, lee)).code).toBe('door-damaged');
    const json = { person: lee.person.id };
    expect((await callApi(server, 'PUT', at('/owner'), { secret: lee.seat, json })).code).toBe('door-damaged');
    expect((await remove(pat, lee)).status).toBe(204);
    await decide();
    expect(await ownerFor(lee)).toMatchObject({ isMe: false, owner: { name: 'Fay' } });
    expect((await remove(fay, lee)).code).toBe('owner-stays');
  });

  it('[DOOR-31] that is whole is as it was', async () => {
    await rot('UPDATE boards SET touched_at_ms = 1');
    expect(await join('participant', mark)).toBe('kept-out');
    expect(await join('participant')).toBeUndefined();
  });

  it('[DOOR-31] a damaged seat is that of one device, and closes nothing', async () => {
    await rot(`UPDATE seats SET is_return = 1 WHERE person = '${pat.person.id}'`);
    expect(await join('participant')).toBeUndefined();
    expect((await callApi(server, 'POST', at('/tickets'), { secret: pat.seat })).code).toBe('seat-ended');
    await enter(fay);
    expect(await join('participant')).toBeUndefined();
  });
});

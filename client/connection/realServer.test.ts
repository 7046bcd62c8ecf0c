/** The connection against the real server: what each side promises, together. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeRecord } from '#shared/board/record.ts';
import type { BoardCreated, Joined } from '#shared/wire/http.ts';
import type { Role } from '#shared/wire/roles.ts';
// oxlint-disable-next-line no-restricted-imports -- a test of both sides together
import { joinAs, openBoard } from '#server/testing/openBoard.ts';
// oxlint-disable-next-line no-restricted-imports -- a test of both sides together
import { startServer } from '#server/testing/startServer.ts';
// oxlint-disable-next-line no-restricted-imports -- a test of both sides together
import type { TestServer } from '#server/testing/startServer.ts';
import { Api } from './api/Api.ts';
import { SeatApi } from './api/SeatApi.ts';
import { openLine } from '#client/testing/openLine.ts';
import type { OpenLine } from '#client/testing/openLine.ts';

let server: TestServer;
let board: BoardCreated;
const lines: OpenLine[] = [];

beforeEach(async () => {
  server = await startServer();
  board = await openBoard(server);
});
afterEach(async () => {
  for (const line of lines.splice(0)) line.connection.stop();
  await server.stop();
});

const apiOf = (seat: string): SeatApi =>
  new SeatApi(new Api((input, init) => fetch(`${server.origin}${String(input)}`, init)), board.id, seat);

async function enter(role: Role, name: string = role): Promise<{ line: OpenLine; joined: Joined }> {
  const joined = await joinAs(server, board, role, name);
  const line = openLine({
    url: server.wsOrigin,
    board: board.id,
    role,
    takeTicket: () => apiOf(joined.seat).ticket(),
  });
  lines.push(line);
  await line.connection.start();
  await until([line], () => ['live', 'readOnly'].includes(line.connection.view().line.kind));
  return { line, joined };
}

async function until(all: readonly OpenLine[], isSo: () => boolean): Promise<void> {
  await vi.waitFor(
    () => {
      for (const line of all) line.clock.advance(20);
      if (!isSo()) throw new Error(`not yet: ${JSON.stringify(all.map((line) => line.connection.view().line))}`);
    },
    { timeout: 8_000, interval: 2 },
  );
}

const canvas = (line: OpenLine) => line.connection.view().doc.getMap('canvas');
const addPage = (line: OpenLine, id: string): void => {
  const record = { id, typeName: 'page', name: id, index: 'a2', meta: {} };
  line.connection.view().doc.transact(() => writeRecord(canvas(line), record));
};
const isSaved = (line: OpenLine): boolean => {
  const state = line.connection.view().line;
  return state.kind === 'live' && !state.saving && state.savedAt !== null;
};

describe('the connection and the real server', () => {
  it('[SYNC-2] what one person does is saved and stands with the other', async () => {
    const { line: ann } = await enter('facilitator', 'Ann');
    const { line: ben } = await enter('participant', 'Ben');
    addPage(ann, 'page:one');
    await until([ann, ben], () => isSaved(ann) && canvas(ben).has('page:one'));
    await until([ann, ben], () => ann.connection.people.list().length === 2);
    expect(ann.connection.people.list().map((one) => one.name)).toEqual(['Ann', 'Ben']);
    expect(ann.connection.view()).toMatchObject({ title: 'Early reading', me: { name: 'Ann' } });
  });

  it('[LINE-8] offline work of two people meets on return', async () => {
    const { line: ann } = await enter('facilitator', 'Ann');
    const { line: ben } = await enter('participant', 'Ben');
    ben.setOnline(false);
    for (let n = 0; n < 5; n += 1) {
      addPage(ann, `page:a${n}`);
      addPage(ben, `page:b${n}`);
    }
    expect(ben.connection.view().line).toMatchObject({ kind: 'offline', kept: 1 });
    ben.setOnline(true);
    await until([ann, ben], () => isSaved(ben) && canvas(ann).has('page:b4') && canvas(ben).has('page:a4'));
    expect(canvas(ann).toJSON()).toEqual(canvas(ben).toJSON());
  });

  it('[LINE-16] others see no number under which they could write before its owner does', async () => {
    const { line: ann } = await enter('facilitator', 'Ann');
    const { line: ben } = await enter('participant', 'Ben');
    const shown: number[] = [];
    const stop = ben.connection.people.subscribe((others) => shown.push(...others.keys()));
    await until([ann, ben], () => shown.length > 0);
    stop();
    expect(shown).not.toContain(ann.connection.view().doc.clientID);
    addPage(ann, 'page:one');
    await until([ann, ben], () => isSaved(ann) && canvas(ben).has('page:one'));
  });

  it('[LINE-11] after a break both see each other at once, though neither moved meanwhile', async () => {
    const { line: ann } = await enter('facilitator', 'Ann');
    const { line: ben } = await enter('participant', 'Ben');
    const states = (line: OpenLine) => line.connection.people.list().map((one) => `${one.name} ${one.state}`);
    const both = ['Ann here', 'Ben here'];
    await until([ann, ben], () => states(ann).join() === both.join() && states(ben).includes('Ann here'));
    ben.setOnline(false);
    await until([ann, ben], () => states(ann).includes('Ben gone'));
    ben.setOnline(true);
    await until([ann, ben], () => states(ben).includes('Ann here') && states(ann).includes('Ben here'));
  });

  it('[LINE-6] what the server refuses is set aside and the board goes on', async () => {
    const { line: ann } = await enter('participant', 'Ann');
    const { line: ben } = await enter('participant', 'Ben');
    ann.connection.view().doc.getMap('elsewhere').set('x', 1);
    await until([ann, ben], () => ann.connection.view().notices.length > 0);
    expect(ann.connection.view().notices[0]).toMatchObject({ kind: 'setAside', reason: 'unknownRoot' });
    await until([ann, ben], () => ann.connection.view().line.kind === 'live');
    addPage(ann, 'page:after');
    await until([ann, ben], () => isSaved(ann) && canvas(ben).has('page:after'));
  });

  it('[LINE-2] an observer looks and is told so; a removed person is told so within a moment', async () => {
    const { line: ann, joined: annSeat } = await enter('facilitator', 'Ann');
    const { line: olu } = await enter('observer', 'Olu');
    expect(olu.connection.view()).toMatchObject({ line: { kind: 'readOnly', reason: 'observer' }, mayEdit: false });
    const { line: ben, joined: benSeat } = await enter('participant', 'Ben');
    expect((await apiOf(annSeat.seat).removePerson(benSeat.person.id)).ok).toBe(true);
    await until([ann, ben], () => ben.connection.view().line.kind === 'ended');
    expect(ben.connection.view().line).toMatchObject({ reason: 'removed' });
  });

  it('[LINE-9] a new name of the board reaches everybody', async () => {
    const { line: ann, joined } = await enter('facilitator', 'Ann');
    const { line: ben } = await enter('participant', 'Ben');
    const before = ben.connection.view().title;
    expect((await apiOf(joined.seat).rename('Riverbend Works', before)).ok).toBe(true);
    await until([ann, ben], () => ben.connection.view().title === 'Riverbend Works');
  });
});

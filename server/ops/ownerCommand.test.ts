/** `npm run owner` as operators run it: a program of its own, on the data folder of a server that is stopped. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BoardCreated, Seat } from '#shared/wire/http.ts';
import { callApi } from '#server/testing/callApi.ts';
import { joinAs, openBoard } from '#server/testing/openBoard.ts';
import { runCommand } from '#server/testing/runCommand.ts';
import { startServer, type TestServer } from '#server/testing/startServer.ts';

const command = (folder: string, ...words: string[]) =>
  runCommand('owner', words, { DATA_DIR: folder, PUBLIC_ORIGIN: 'https://board.example.org' });
const said = (text: string) => ({ code: 1, errors: expect.stringContaining(text) as string });

let folder: string;
let server: TestServer;
let board: BoardCreated;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'roundtable-owner-'));
  server = await startServer({ folder });
  board = await openBoard(server);
  await joinAs(server, board, 'facilitator', 'Fay Oduya');
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('npm run owner', () => {
  it('[DOOR-21] makes a new owner, whose return link opens the board as theirs', async () => {
    await server.stop();
    const { out } = await command(folder, board.id, '--name', 'Maya Okafor');
    expect(out).toContain('Maya Okafor is the new owner of the board “Early reading”.');
    const link = new RegExp(`^https://board.example.org/b/${board.id}#r=([\\w-]{40})$`, 'm').exec(out);
    const again = await command(folder, board.id);
    expect(again.out).toContain('Maya Okafor (2) is the new owner');
    server = await startServer({ folder });
    const seat = (secret: string) => callApi<Seat>(server, 'GET', `/api/boards/${board.id}/return`, { secret });
    const second = /#r=([\w-]{40})$/m.exec(again.out)?.[1] ?? '';
    expect((await seat(second)).body).toMatchObject({
      isOwner: true,
      role: 'facilitator',
      person: { name: 'Maya Okafor (2)' },
    });
    expect((await seat(link?.[1] ?? '')).body).toMatchObject({ isOwner: false, role: 'facilitator' });
  }, 60_000);

  it('[DOOR-21] says in a sentence why it does not, and changes nothing', async () => {
    expect(await command(folder, board.id)).toMatchObject(said('in use by another Roundtable'));
    await server.stop();
    expect(await command(folder, 'aaaaaaaaaaaaaaaa')).toMatchObject(said('there is no board with this id'));
    expect(await command(folder, 'nonsense')).toMatchObject(said('is no board id'));
    expect(await command(folder)).toMatchObject(said('say which board'));
    expect(await command(folder, board.id, '--name', ' \u3164')).toMatchObject(said('a name has 1 to 60 characters'));
    expect(await command(folder, board.id, '--force')).toMatchObject(said('is not expected'));
    expect(await command(path.join(folder, 'none'), board.id)).toMatchObject(said('there is no database'));
    server = await startServer({ folder });
    expect(await server.store.listPeople(board.id)).toHaveLength(1);
  }, 60_000);
});

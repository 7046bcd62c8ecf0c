/** Every attack of the kit once, all at once, on boards where honest people work. `npm run faults` goes on for minutes and measures. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BoardApi } from '../BoardApi.ts';
import { assault, roomAddress } from '../siege/Attackers.ts';
import { attacks } from '../siege/attacks.ts';
import { HonestTable } from '../siege/HonestTable.ts';
import { LoggedServer } from './LoggedServer.ts';

const megabyte = 1024 * 1024;
const storedLimit = 40 * megabyte;
const seed = Number(process.env['SEED'] ?? 20_261_129);

let server: LoggedServer;
beforeAll(async () => {
  server = await LoggedServer.start({
    LOG_LEVEL: 'warn',
    TRUST_PROXY: '1',
    DOOR_TRIES_PER_MINUTE: '60',
    BOARDS_PER_ADDRESS_PER_HOUR: '60',
    MAX_STORED_BYTES: String(storedLimit),
  });
});
afterAll(() => server.remove());

it(`[ADMIT-8] [SYNC-16] everything at once (seed ${seed}) closes, refuses and hinders nobody honest, and nothing saved is lost`, async () => {
  const api = new BoardApi(server.origin);
  const boards = [await api.createBoard('One'), await api.createBoard('Two', 'employment')];
  const table = new HonestTable(server.port, roomAddress);
  await table.sitDown(boards, 6);
  table.work();
  const { goes } = await assault({ port: server.port, boards }, attacks, { goesEach: 1 }, seed);
  await table.rest();
  table.lookAround();
  await table.compare();
  expect([...goes.keys()].toSorted()).toEqual(attacks.map(({ name }) => name).toSorted());
  expect(table.faults).toEqual([]);
  expect(table.waits.saved.length).toBeGreaterThan(0);

  // what is brought to be kept has a sum; what is written on the boards comes on top of it
  expect(await server.storedBytes()).toBeLessThan(storedLimit * 2);
  await table.leave();
  await server.end('SIGKILL');
  await server.startAgain();
  await table.compare();
  expect(table.faults).toEqual([]);
});

/**
 * The whole run sheet "Who is needed for our goal?" from a blank board to the pack: a facilitator whose presses are counted, and
 * five participants, one of them on a phone, one with keys alone. Nobody types anything twice. 90 minutes pass on the server's
 * clock, which the test sets ahead step by step.
 */
import { expect, ownServerTest as test } from '../../people.ts';
import { SnapshotsView } from '../../pages/SnapshotsView.ts';
import * as v from 'valibot';
import type { BoardCreated } from '#shared/wire/http.ts';
import { People } from '#shared/wire/people.ts';
import type { BoardApi } from '../../BoardApi.ts';
import { boardIn, bringBack, countsOf } from './bringBack.ts';
import { nobodyIsIn, reportTellsAll, tablesTellAll } from './readPack.ts';
import { room } from './room.ts';
import { agreeOnActions, askOfTheCycle, checkCoverage, feelThePulse } from './decide.ts';
import { agreeOnGoal, chooseEssential, groupIdeas, welcome } from './findInterests.ts';
import { placePeople } from './placePeople.ts';
import { seatTable } from './RunSheetTable.ts';
import { takePack } from './takePack.ts';

test.use({ actionTimeout: 30_000 });

test('[STEP-1] [STEP-4] [STEP-16] the 90-minute run sheet, from a blank board to the pack, in at most 60 presses of the facilitator', async ({
  join,
  server,
  api,
  board,
}) => {
  test.setTimeout(1_500_000);
  const table = await seatTable(join, server);
  const { maya, workshop, handsOf } = table;
  await test.step('Welcome', () => welcome(table));
  await test.step('Goal', () => agreeOnGoal(table));
  await test.step('Interests', () => groupIdeas(table));
  await test.step('Essential interests', () => chooseEssential(table));
  await test.step('Organizations and people', () => placePeople(table));
  await test.step('Coverage check', () => checkCoverage(table));
  await test.step('One question of the cycle', () => askOfTheCycle(table));
  await test.step('Trust pulse', () => feelThePulse(table));
  await test.step('Actions', () => agreeOnActions(table));
  const pack = await test.step('Snapshot and close', () => takePack(workshop, 2));
  reportTellsAll(pack);
  tablesTellAll(pack);
  await nobodyIsIn(pack, await personsOn(api, board));

  const { steps } = workshop.presses;
  process.stdout.write(`${steps.map(({ step, presses }) => `${presses} presses until ${step}`).join('\n')}\n`);
  expect(steps.filter(({ presses }) => presses > 5)).toEqual([]);
  expect((await workshop.presses.counted()).presses).toBeLessThanOrEqual(60);
  expect(await handsOf.lee.counted()).toMatchObject({ mouse: 0, touch: 0 });
  expect((await handsOf.ines.counted()).mouse).toBe(0);

  const snapshots = new SnapshotsView(maya.page);
  await snapshots.open();
  for (const step of ['Welcome', 'Goal', 'Interests', 'Coverage check', 'Trust pulse', 'Actions'])
    await expect(snapshots.row(`End of “${step}”`)).toHaveCount(1);
  await expect(snapshots.row('End of the workshop')).toHaveCount(1);

  const [before, after] = [boardIn(pack), await bringBack(maya, server.origin, pack)];
  expect(countsOf(before)).toMatchObject({ interests: 7, representatives: 18, sheets: 2, groups: 7, actions: 2 });
  expect(countsOf(after)).toEqual(countsOf(before));
  expect(after.record).toEqual(before.record);
  await expect(maya.map.cards).toHaveCount(room.organizations.length);
});

/** Ids of all who were there. */
async function personsOn(api: BoardApi, board: BoardCreated): Promise<readonly string[]> {
  const { seat } = await api.join(board, 'facilitator', 'Priya Shah');
  const { people } = v.parse(People, await api.call('GET', `/api/boards/${board.id}/people`, undefined, seat));
  expect(people.length).toBeGreaterThan(5);
  return people.map(({ id }) => id);
}

/** Long lists: the work of an import grows with its rows, whatever the rows do. */
import { expect, it } from 'vitest';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import { mapOf, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { growth } from '#shared/testing/countWalks.ts';
import { importRegister } from './importRegister.ts';

let ids = 0;
const importOf = (source: string, onto: PartnershipMap = mapOf({})) =>
  importRegister(onto, source, { today: '2026-03-02', newId: () => `n${++ids}` });
const rows = (count: number, row: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => row(at)).join('\n');
const head = 'organization,sector,interest,commitment,kind,role_title,speaks_for_interest,bodies,engagement';
const whole = (count: number, engagement = 'invited') =>
  `${head}\n${rows(count, (at) => `Org ${at},education,Interest ${at % 9},committed,doer,Role ${at},yes,Board ${at % 4},${engagement}`)}`;
const twin = { type: 'add', collection: 'bodies', fields: { name: 'Twin' } } as const;
const made = runCommands(mapOf({}), [twin, twin], { today: '2026-03-02', newId: () => `twin${++ids}` });
const twins = made.ok ? made.map : mapOf({});
const board = (count: number) => importOf(whole(count)).after;

it.each<[string, (count: number) => () => unknown]>([
  ['that add', (count) => () => expect(importOf(whole(count))).toMatchObject({ goodRows: count, changed: 0 })],
  [
    'that change what is there',
    (count) => {
      const map = board(count);
      return () => expect(importOf(whole(count, 'partner'), map)).toMatchObject({ changed: count, problems: [] });
    },
  ],
  [
    'that change nothing',
    (count) => {
      const map = board(count);
      return () => expect(importOf(whole(count), map).changes).toEqual([]);
    },
  ],
  [
    'that are good but for their last part, and taken back',
    (count) => {
      const text = `${head}\n${rows(count, (at) => `Org ${at},education,Interest ${at % 9},committed,doer,Role,yes,Board;Twin,`)}`;
      return () => expect(importOf(text, twins)).toMatchObject({ goodRows: 0, changes: [] });
    },
  ],
  [
    'of one organization with many people',
    (count) => () => importOf(`${head}\n${rows(count, (at) => `Org,education,,,doer,Role ${at},,,`)}`),
  ],
  [
    'of one interest, some of whose people do not speak for it',
    (count) => () =>
      importOf(
        `${head}\n${rows(count, (at) => `Org ${at},education,Work,,doer,Role ${at},${at % 2 ? 'no' : 'yes'},,`)}`,
      ),
  ],
])('[CSV-13] ten times as many rows %s are about ten times the work', (_, runWith) => {
  expect(growth(runWith)).toBeLessThan(13);
});

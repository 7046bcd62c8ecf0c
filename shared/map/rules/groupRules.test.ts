/** The average and the groups: GOAL-12 on numbers of several years. */
import { expect, it } from 'vitest';
import { findingsOf } from './computeFindings.ts';
import { indexOf } from './testLimits.ts';

const goal = {
  statement: 'work for all',
  indicator_id: 'e',
  baseline: { value: 80, date: '2024-01-01' },
  target: { value: 90, date: '2034-01-01' },
};
const series = (...values: object[]) => [{ id: 'e', name: 'e', level: 'population', series: values }];

const table: readonly (readonly [string, string, object, unknown[]])[] = [
  [
    'GOAL-12',
    'names every group that falls while the average rises',
    {
      goal,
      indicators: series(
        { date: '2024-12-31', value: 81 },
        { date: '2025-12-31', value: 82 },
        ...['north', 'south'].flatMap((group) => [
          { date: '2024-12-31', value: 70, group },
          { date: '2025-12-31', value: 69, group },
        ]),
      ),
    },
    [{ severity: 'insight', subject: 'indicator:e', groups: ['north', 'south'] }],
  ],
  [
    'GOAL-12',
    'is silent when everybody falls, too',
    {
      goal,
      indicators: series(
        { date: '2024-12-31', value: 81 },
        { date: '2025-12-31', value: 80 },
        { date: '2024-12-31', value: 70, group: 'north' },
        { date: '2025-12-31', value: 69, group: 'north' },
      ),
    },
    [],
  ],
  [
    'GOAL-12',
    'looks at the years of the group alone',
    {
      goal,
      indicators: series(
        { date: '2020-12-31', value: 70 },
        { date: '2023-12-31', value: 82 },
        { date: '2025-12-31', value: 81 },
        { date: '2024-06-30', value: 70, group: 'north' },
        { date: '2025-12-31', value: 69, group: 'north' },
      ),
    },
    [],
  ],
  [
    'GOAL-12',
    'reads a number that shall fall the other way',
    {
      goal: { ...goal, direction: 'decrease', target: { value: 60, date: '2034-01-01' } },
      indicators: series(
        { date: '2024-12-31', value: 79 },
        { date: '2025-12-31', value: 78 },
        { date: '2024-12-31', value: 70, group: 'north' },
        { date: '2025-12-31', value: 71, group: 'north' },
      ),
    },
    [{ severity: 'insight', subject: 'indicator:e', groups: ['north'] }],
  ],
];

for (const [rule, title, given, expected] of table)
  it(`[FIND-2] ${rule} ${title}`, () => {
    expect(findingsOf(indexOf(given), rule)).toEqual(expected.map((finding) => ({ rule, ...(finding as object) })));
  });

/** Limits of the rules about actions, rounds, experiments, the system and trust. */
import { describe, expect, it } from 'vitest';
import { addDays } from '../days.ts';
import { findingsOf } from './computeFindings.ts';
import { findingValues } from './describeFinding.ts';
import { english } from '../../testing/english.ts';
import { asOf, daysAgo, ids, indexOf, type Limit, organization, person, testLimits } from './testLimits.ts';

const note = (stage: string, id: string, fields: object = {}) => ({ id, stage, iteration: 1, ...fields });
const reflections = (count: number, withEvidence: number) =>
  ids(count).map((id, at) => note('analyzing_reflecting', id, at < withEvidence ? { evidence: 'counted' } : {}));
const pulse = (counts: readonly number[], fields: object = {}) => ({
  id: 'p',
  closed_on: daysAgo(10),
  invited: 10,
  responded: counts.reduce((sum, count) => sum + count, 0),
  items: { truth: counts },
  ...fields,
});
const claim = { stage: 'norming', date: daysAgo(300), evidence: ['x'] };
const programs = (count: number) => ids(count).map((id) => note('solution_finding', id, { level: 'program' }));
const limits: readonly Limit[] = [
  [
    'ACT-2',
    'due today is not late',
    { actions: [{ id: 'a', due_on: asOf }] },
    { actions: [{ id: 'a', due_on: daysAgo(1) }] },
  ],
  [
    'ACT-3',
    'parked for 90 days is not long',
    { parking_lot: [{ id: 'p', created_on: daysAgo(90) }] },
    { parking_lot: [{ id: 'p', created_on: daysAgo(91) }] },
  ],
  ...(
    [
      ['the round is 180 days old', 180, 61, 181, 61],
      ['its newest note is 60 days old', 181, 60, 181, 61],
    ] as const
  ).map(([limit, round, newest, laterRound, laterNewest]): Limit => [
    'CYC-5',
    limit,
    {
      iterations: [{ number: 1, started_on: daysAgo(round) }],
      notes: [note('solution_finding', 'n', { created_on: daysAgo(newest) })],
    },
    {
      iterations: [{ number: 1, started_on: daysAgo(laterRound) }],
      notes: [note('solution_finding', 'n', { created_on: daysAgo(laterNewest) })],
    },
  ]),
  [
    'CYC-4',
    'a problem of the same round does not take up what it showed',
    {
      iterations: [{ number: 1, status: 'closed' }, { number: 2 }],
      notes: [note('analyzing_reflecting', 'r'), note('problem_defining', 'n', { iteration: 2, links: ['r'] })],
    },
    {
      iterations: [{ number: 1, status: 'closed' }],
      notes: [note('analyzing_reflecting', 'r'), note('problem_defining', 'n', { links: ['r'] })],
    },
  ],
  [
    'CYC-7',
    'half of the reflections stand on nothing',
    { iterations: [{ number: 1 }], notes: reflections(4, 2) },
    { iterations: [{ number: 1 }], notes: reflections(4, 1) },
  ],
  [
    'CYC-8',
    'a stage without a note',
    {
      iterations: [{ number: 1, status: 'closed', carried_insight: 'It is the bus.' }],
      experiments: [{ id: 'x', iteration: 1, result: 'yes' }],
      notes: ['problem_defining', 'interpreting_hypothesizing', 'solution_finding'].map((stage) => note(stage, stage)),
    },
    {
      iterations: [{ number: 1, status: 'closed', carried_insight: 'It is the bus.' }],
      experiments: [{ id: 'x', iteration: 1, result: 'yes' }],
      notes: ['problem_defining', 'interpreting_hypothesizing', 'solution_finding', 'analyzing_reflecting'].map(
        (stage) => note(stage, stage),
      ),
    },
  ],
  [
    'CYC-3',
    'eleven notes are too few to say that a stage is thin',
    {
      iterations: [{ number: 1 }],
      notes: [...ids(10).map((id) => note('problem_defining', id)), note('interpreting_hypothesizing', 'h')],
    },
    {
      iterations: [{ number: 1 }],
      notes: [...ids(11).map((id) => note('problem_defining', id)), note('interpreting_hypothesizing', 'h')],
    },
  ],
  [
    'CYC-3',
    'a tenth of the notes',
    {
      iterations: [{ number: 1 }],
      notes: ids(20).map((id, at) =>
        note(
          at < 2
            ? 'analyzing_reflecting'
            : at < 4
              ? 'solution_finding'
              : at < 6
                ? 'interpreting_hypothesizing'
                : 'problem_defining',
          id,
        ),
      ),
    },
    {
      iterations: [{ number: 1 }],
      notes: ids(21).map((id, at) =>
        note(
          at < 2
            ? 'analyzing_reflecting'
            : at < 5
              ? 'solution_finding'
              : at < 8
                ? 'interpreting_hypothesizing'
                : 'problem_defining',
          id,
        ),
      ),
    },
  ],
  ...(['measure', 'success_threshold'] as const).map((field): Limit => {
    const whole = { id: 'e', measure: 'who stays', success_threshold: 'half of them' };
    return ['EXP-1', `without ${field}`, { experiments: [whole] }, { experiments: [{ ...whole, [field]: '' }] }];
  }),
  [
    'SYS-1',
    'two with a level',
    { partnership: { level_of_intervention: 'both' }, notes: programs(2) },
    { partnership: { level_of_intervention: 'both' }, notes: programs(3) },
  ],
  [
    'EXP-3',
    'the round is 60 days old',
    {
      iterations: [{ number: 1, started_on: daysAgo(60) }],
      notes: ids(3).map((id) => note('problem_defining', id)),
    },
    {
      iterations: [{ number: 1, started_on: daysAgo(61) }],
      notes: ids(3).map((id) => note('problem_defining', id)),
    },
  ],
  [
    'EXP-5',
    'it ends today',
    { experiments: [{ id: 'x', end_on: asOf }] },
    { experiments: [{ id: 'x', end_on: daysAgo(1) }] },
  ],
  [
    'SYS-2',
    'one more than half have a level',
    { experiments: ids(5).map((id, at) => ({ id, level: at < 3 ? 'program' : null })) },
    { experiments: ids(4).map((id, at) => ({ id, level: at < 2 ? 'program' : null })) },
  ],
  [
    'SYS-4',
    'work that touches no condition is not counted',
    {
      experiments: [
        { id: 'a', level: 'system', conditions: ['policies'] },
        { id: 'b', level: 'system', conditions: [] },
      ],
    },
    {
      experiments: [
        { id: 'a', level: 'system', conditions: ['policies'] },
        { id: 'b', level: 'system', conditions: ['practices'] },
      ],
    },
  ],
  [
    'SYS-5',
    'half of the work lies with one',
    { actions: ids(4).map((id, at) => ({ id, owner_org_id: at < 2 ? 'o' : `p${at}` })) },
    { actions: ids(4).map((id, at) => ({ id, owner_org_id: at < 3 ? 'o' : `p${at}` })) },
  ],
  [
    'TRUST-1',
    'evidence of today counts, that of tomorrow does not',
    {
      trust: {
        stages: [
          { stage: 'storming', date: asOf, evidence: ['x'] },
          { ...claim, date: asOf },
        ],
      },
    },
    {
      trust: {
        stages: [
          { stage: 'storming', date: addDays(asOf, 1), evidence: ['x'] },
          { ...claim, date: asOf },
        ],
      },
    },
  ],
  [
    'TRUST-1',
    'of two records of one day the later one in the list is the claim',
    { trust: { stages: [claim, { ...claim, stage: 'forming' }] } },
    { trust: { stages: [{ ...claim, stage: 'forming' }, claim] } },
  ],
  [
    'TRUST-2',
    'a mean of 3',
    { trust: { stages: [claim], pulses: [pulse([0, 1, 3, 1, 0])] } },
    { trust: { stages: [claim], pulses: [pulse([0, 2, 3, 1, 0])] } },
  ],
  [
    'TRUST-2',
    'four answers are not shown',
    { trust: { stages: [claim], pulses: [pulse([4, 0, 0, 0, 0])] } },
    { trust: { stages: [claim], pulses: [pulse([5, 0, 0, 0, 0])] } },
  ],
  [
    'TRUST-3',
    'less than a quarter at one end',
    { trust: { pulses: [pulse([1, 0, 2, 2, 0])] } },
    { trust: { pulses: [pulse([2, 0, 4, 2, 0])] } },
  ],
  [
    'TRUST-3',
    'less than a quarter at the other end',
    { trust: { pulses: [pulse([0, 2, 2, 0, 1])] } },
    { trust: { pulses: [pulse([0, 2, 4, 0, 2])] } },
  ],
  [
    'TRUST-4',
    'a fall of less than a half',
    {
      trust: {
        pulses: [pulse([0, 0, 4, 6, 0], { id: 'before', closed_on: daysAgo(60) }), pulse([0, 0, 8, 2, 0])],
      },
    },
    {
      trust: {
        pulses: [pulse([0, 0, 4, 6, 0], { id: 'before', closed_on: daysAgo(60) }), pulse([0, 0, 9, 1, 0])],
      },
    },
  ],
  [
    'TRUST-5',
    'six of ten answered, and five are enough to be shown',
    { trust: { pulses: [pulse([0, 0, 6, 0, 0])] } },
    { trust: { pulses: [pulse([0, 0, 5, 0, 0])] } },
  ],
  [
    'TRUST-6',
    'less than three of ten came since; who came on that day was there',
    {
      organizations: [organization('o')],
      representatives: ids(10).map((id, at) =>
        person(id, { since: at < 2 ? daysAgo(100) : at === 2 ? claim.date : '2024-01-01' }),
      ),
      trust: { stages: [claim] },
    },
    {
      organizations: [organization('o')],
      representatives: ids(10).map((id, at) => person(id, { since: at < 3 ? daysAgo(100) : '2024-01-01' })),
      trust: { stages: [claim] },
    },
  ],
  [
    'TRUST-6',
    'four people',
    {
      organizations: [organization('o')],
      representatives: ids(4).map((id) => person(id, { since: daysAgo(1) })),
      trust: { stages: [claim] },
    },
    {
      organizations: [organization('o')],
      representatives: ids(5).map((id) => person(id, { since: daysAgo(1) })),
      trust: { stages: [claim] },
    },
  ],
  [
    'TRUST-8',
    'the last pulse is 183 days old',
    { trust: { pulses: [pulse([0, 0, 8, 0, 0], { closed_on: daysAgo(183) })] } },
    { trust: { pulses: [pulse([0, 0, 8, 0, 0], { closed_on: daysAgo(184) })] } },
  ],
];

describe('limits of the rules about the work', () => {
  testLimits(limits);

  it('[FIND-2] TRUST-5 says that a pulse of four answers is hidden and that one of five is not', () => {
    const hidden = (counts: readonly number[]) =>
      findingsOf(indexOf({ trust: { pulses: [pulse(counts, { invited: 20 })] } }), 'TRUST-5');
    expect(hidden([0, 0, 4, 0, 0])).toMatchObject([{ hidden: true }]);
    expect(hidden([0, 0, 5, 0, 0])).toMatchObject([{ hidden: false }]);
  });

  it('[SEALED-22] a pulse of many answers without counts is hidden, too: too few of them had joined before', () => {
    const many = pulse([], { invited: 20, responded: 9, items: {} });
    expect(findingsOf(indexOf({ trust: { pulses: [many] } }), 'TRUST-5')).toMatchObject([{ hidden: true }]);
    expect(findingsOf(indexOf({ trust: { stages: [claim], pulses: [many] } }), 'TRUST-2')).toEqual([]);
  });

  it('[FIND-2] TRUST-2 names the lowest of the items, the first of equal ones', () => {
    const items = { first: [5, 0, 0, 0, 0], second: [5, 0, 0, 0, 0], third: [0, 5, 0, 0, 0] };
    const given = { trust: { stages: [claim], pulses: [pulse([5, 0, 0, 0, 0], { items })] } };
    expect(findingsOf(indexOf(given), 'TRUST-2')).toMatchObject([{ item: 'first', mean: 1 }]);
  });

  it('[FIND-6] a sentence about a pulse names the stage that the rule looked at', () => {
    const stages = [
      { ...claim, stage: 'performing' },
      { ...claim, stage: 'norming' },
      { ...claim, stage: 'forming', date: addDays(asOf, 1) },
    ];
    const index = indexOf({ trust: { stages, pulses: [pulse([5, 0, 0, 0, 0])] } });
    const [finding] = findingsOf(index, 'TRUST-2');
    if (!finding) throw new Error('no finding');
    expect(findingValues(index, finding, english)['stage']).toBe('norming');
  });
});

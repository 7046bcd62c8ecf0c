import { describe, expect, it } from 'vitest';
import { addDays } from '../days.ts';
import { parseBoard } from '../file/parseBoard.ts';
import { indexMap } from '../MapIndex.ts';
import { describeFinding } from './describeFinding.ts';
import { findingsOf } from './computeFindings.ts';
import messages from './messages.en.json' with { type: 'json' };

const asOf = '2026-03-02';
const daysAgo = (days: number) => addDays(asOf, -days);

function indexOf(given: object) {
  const board = parseBoard(given);
  if (!board.ok) throw new Error(JSON.stringify(board.problems));
  return indexMap(board.map, asOf);
}

const ids = (count: number, prefix = 'x') => Array.from({ length: count }, (_, at) => `${prefix}${at}`);
const organization = (id: string, fields: object = {}) => ({ id, name: id, engagement: 'partner', ...fields });
const person = (id: string, fields: object = {}) => ({ id, organization_id: 'o', kind: 'doer', ...fields });
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
const goal = {
  statement: 'work for all',
  indicator_id: 'e',
  baseline: { value: 80, date: '2024-01-01' },
  target: { value: 90, date: '2034-01-01' },
};

/** At its limit a rule is silent, one step past it speaks. */
const limits: readonly (readonly [rule: string, limit: string, silent: object, speaking: object])[] = [
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
  ).map(([limit, round, newest, laterRound, laterNewest]): (typeof limits)[number] => [
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
    'INT-7',
    'three partners',
    { organizations: ids(3).map((id) => organization(id, { sector: 'business' })) },
    { organizations: ids(4).map((id) => organization(id, { sector: 'business' })) },
  ],
  [
    'GOAL-5',
    'the target is a day after the baseline',
    { goal: { target: { date: '2030-01-02' }, baseline: { date: '2030-01-01' } } },
    { goal: { target: { date: '2030-01-01' }, baseline: { date: '2030-01-01' } } },
  ],
  ['GOAL-5', 'the target is today', { goal: { target: { date: asOf } } }, { goal: { target: { date: daysAgo(1) } } }],
  ...(['increase', 'decrease'] as const).map((direction): (typeof limits)[number] => [
    'GOAL-6',
    `the target is a little ${direction === 'increase' ? 'above' : 'below'} the baseline, not the same`,
    { goal: { direction, baseline: { value: 50 }, target: { value: direction === 'increase' ? 50.1 : 49.9 } } },
    { goal: { direction, baseline: { value: 50 }, target: { value: 50 } } },
  ]),
  [
    'GOAL-8',
    // 1,461 days of 3,653 are gone: the line is at 84, the tolerance is 1
    'a tenth of the whole distance below the line',
    { goal, indicators: [{ id: 'e', series: [{ date: asOf, value: 81.17 }] }] },
    { goal, indicators: [{ id: 'e', series: [{ date: asOf, value: 81.16 }] }] },
  ],
  [
    'GOAL-8',
    'a number of tomorrow does not count yet',
    { goal, indicators: [{ id: 'e', series: [{ date: addDays(asOf, 1), value: 0 }] }] },
    { goal, indicators: [{ id: 'e', series: [{ date: asOf, value: 0 }] }] },
  ],
  [
    'GOAL-9',
    // 1.5 times 4 months of 30.44 days are 182.64 days
    'one and a half times as old as it is renewed',
    { indicators: [{ id: 'e', update_every_months: 4, series: [{ date: daysAgo(182), value: 1 }] }] },
    { indicators: [{ id: 'e', update_every_months: 4, series: [{ date: daysAgo(183), value: 1 }] }] },
  ],
  [
    'REP-4',
    'a partner without an interest',
    { organizations: [organization('o')] },
    {
      organizations: [organization('o')],
      interests: [{ id: 'a' }],
      placements: [{ organization_id: 'o', interest_id: 'a' }],
    },
  ],
  [
    'REP-6',
    'an influence of 3',
    { organizations: [organization('o', { influence: 3 })], representatives: [person('r', { kind: 'designee' })] },
    { organizations: [organization('o', { influence: 4 })], representatives: [person('r', { kind: 'designee' })] },
  ],
  [
    'REP-7',
    'one person of the community',
    {
      organizations: [organization('o', { sector: 'community' })],
      representatives: [person('r', { kind: 'designee' })],
    },
    {
      organizations: [organization('o', { sector: 'community' })],
      representatives: ids(2).map((id) => person(id, { kind: 'designee' })),
    },
  ],
  [
    'REP-8',
    'deciders from three sectors',
    {
      organizations: ['business', 'labor', 'government'].map((sector) => organization(sector, { sector })),
      representatives: ids(4).map((id, at) =>
        person(id, { kind: 'decision_maker', organization_id: ['business', 'labor', 'government', 'labor'][at] }),
      ),
    },
    {
      organizations: ['business', 'labor', 'government'].map((sector) => organization(sector, { sector })),
      representatives: ids(4).map((id, at) =>
        person(id, { kind: 'decision_maker', organization_id: ['business', 'labor', 'business', 'labor'][at] }),
      ),
    },
  ],
  [
    'REP-9',
    'three seats',
    {
      organizations: [organization('o')],
      representatives: [person('r')],
      bodies: ids(3, 'b').map((id) => ({ id })),
      seats: ids(3, 'b').map((id) => ({ body_id: id, representative_id: 'r' })),
    },
    {
      organizations: [organization('o')],
      representatives: [person('r')],
      bodies: ids(4, 'b').map((id) => ({ id })),
      seats: ids(4, 'b').map((id) => ({ body_id: id, representative_id: 'r' })),
    },
  ],
  [
    'STR-1',
    'seven people',
    { organizations: [organization('o')], representatives: ids(7).map((id) => person(id)) },
    { organizations: [organization('o')], representatives: ids(8).map((id) => person(id)) },
  ],
  ...(
    [
      [4, 2, 4, 1],
      [2, 0, 3, 0],
    ] as const
  ).map(([votes, deciders, moreVotes, fewerDeciders]): (typeof limits)[number] => {
    const decidingBody = (seats: number, makers: number) => ({
      organizations: [organization('o')],
      representatives: ids(seats).map((id, at) => person(id, at < makers ? { kind: 'decision_maker' } : {})),
      bodies: [{ id: 'b', decision_role: 'decides' }],
      seats: ids(seats).map((id) => ({ body_id: 'b', representative_id: id, voting: true })),
    });
    return [
      'STR-4',
      `${votes} votes, ${deciders} of people who decide`,
      decidingBody(votes, deciders),
      decidingBody(moreVotes, fewerDeciders),
    ];
  }),
  ...(['expires_on', 'review_on'] as const).map((field): (typeof limits)[number] => [
    'STR-10',
    `${field} is today`,
    { agreements: [{ id: 'a', status: 'in_force', [field]: asOf }] },
    { agreements: [{ id: 'a', status: 'in_force', [field]: daysAgo(1) }] },
  ]),
  [
    'STR-9',
    'a paper that ends today still holds',
    {
      organizations: [organization('o')],
      agreements: [{ id: 'a', status: 'in_force', expires_on: asOf, party_org_ids: ['o'] }],
    },
    {
      organizations: [organization('o'), organization('p')],
      agreements: [{ id: 'a', status: 'in_force', expires_on: asOf, party_org_ids: ['o'] }],
    },
  ],
  [
    'STR-12',
    'nine partners',
    { organizations: ids(9).map((id) => organization(id)) },
    { organizations: ids(10).map((id) => organization(id)) },
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

describe('limits of the rules', () => {
  for (const [rule, limit, silent, speaking] of limits)
    it(`[FIND-2] ${rule} is silent at its limit and speaks past it: ${limit}`, () => {
      expect(findingsOf(indexOf(silent), rule)).toEqual([]);
      expect(findingsOf(indexOf(speaking), rule)).not.toEqual([]);
    });

  it('[FIND-2] TRUST-5 says that a pulse of four answers is hidden and that one of five is not', () => {
    const hidden = (counts: readonly number[]) =>
      findingsOf(indexOf({ trust: { pulses: [pulse(counts, { invited: 20 })] } }), 'TRUST-5');
    expect(hidden([0, 0, 4, 0, 0])).toMatchObject([{ hidden: true }]);
    expect(hidden([0, 0, 5, 0, 0])).toMatchObject([{ hidden: false }]);
  });

  it('[FIND-2] people count on the day they come and on the day they leave', () => {
    const missing = (fields: object) =>
      findingsOf(
        indexOf({ organizations: [organization('o')], representatives: ids(3).map((id) => person(id, fields)) }),
        'REP-1',
      );
    for (const here of [{ since: asOf }, { until: asOf }]) expect(missing(here)).toHaveLength(2);
    for (const away of [{ since: addDays(asOf, 1) }, { until: daysAgo(1) }]) expect(missing(away)).toEqual([]);
  });

  it('[FIND-2] TRUST-2 names the lowest of the items, the first of equal ones', () => {
    const items = { first: [5, 0, 0, 0, 0], second: [5, 0, 0, 0, 0], third: [0, 5, 0, 0, 0] };
    const given = { trust: { stages: [claim], pulses: [pulse([5, 0, 0, 0, 0], { items })] } };
    expect(findingsOf(indexOf(given), 'TRUST-2')).toMatchObject([{ item: 'first', mean: 1 }]);
  });

  it('[FIND-6] a sentence about a pulse names the stage that the rule looked at', () => {
    const words = { ...messages, rules: { ...messages.rules, 'TRUST-2': { message: '{stage}', ask: '' } } };
    const stages = [
      { ...claim, stage: 'performing' },
      { ...claim, stage: 'norming' },
      { ...claim, stage: 'forming', date: addDays(asOf, 1) },
    ];
    const index = indexOf({ trust: { stages, pulses: [pulse([5, 0, 0, 0, 0])] } });
    const [finding] = findingsOf(index, 'TRUST-2');
    if (!finding) throw new Error('no finding');
    expect(describeFinding(index, finding, words, 'en').message).toBe('norming');
  });
});

/** Limits of the rules about who is at the table, the goal and the structure. */
import { describe, expect, it } from 'vitest';
import { addDays } from '../days.ts';
import { findingsOf } from './computeFindings.ts';
import { asOf, daysAgo, ids, indexOf, type Limit, organization, person, testLimits } from './testLimits.ts';

const goal = {
  statement: 'work for all',
  indicator_id: 'e',
  baseline: { value: 80, date: '2024-01-01' },
  target: { value: 90, date: '2034-01-01' },
};

const community = [organization('g', { grassroots: true }), organization('o'), organization('p')];
const answers = (from: string, to: string) => ({ id: 'l', kind: 'accountable_to', status: 'agreed', from, to });
/** A body with a seat for somebody of each of these organizations. */
const communityBody = (of: readonly string[]) => ({
  organizations: community,
  bodies: [{ id: 'b', name: 'b' }],
  representatives: of.map((id, at) => person(`r${at}`, { organization_id: id })),
  seats: of.map((_, at) => ({ body_id: 'b', representative_id: `r${at}` })),
});
const limits: readonly Limit[] = [
  [
    'INT-4',
    'two of a sector stand around one interest, a third one stands nowhere',
    {
      organizations: ids(3).map((id) => organization(id, { sector: 'government' })),
      placements: ids(2).map((id) => ({ organization_id: id, interest_id: 'a' })),
    },
    {
      organizations: ids(3).map((id) => organization(id, { sector: 'government' })),
      placements: ids(3).map((id) => ({ organization_id: id, interest_id: 'a' })),
    },
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
  ...(['increase', 'decrease'] as const).map((direction): Limit => [
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
    'GOAL-9',
    'on the very day on which it is one and a half times as old',
    { indicators: [{ id: 'e', update_every_months: 50, series: [{ date: daysAgo(2283), value: 1 }] }] },
    { indicators: [{ id: 'e', update_every_months: 50, series: [{ date: daysAgo(2284), value: 1 }] }] },
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
  ).map(([votes, deciders, moreVotes, fewerDeciders]): Limit => {
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
  ...(['expires_on', 'review_on'] as const).map((field): Limit => [
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
    'STR-6',
    'an organization answers by itself to a grassroots one',
    { organizations: community, lines: [answers('organization:o', 'organization:g')] },
    { organizations: community, lines: [answers('organization:o', 'organization:p')] },
  ],
  [
    'STR-6',
    'two of three seats are grassroots, or one of two',
    { ...communityBody(['g', 'g', 'o']), lines: [answers('organization:o', 'body:b')] },
    { ...communityBody(['g', 'o']), lines: [answers('organization:o', 'body:b')] },
  ],
  [
    'STR-6',
    'nobody is there to answer to',
    { organizations: community.slice(1), lines: [answers('organization:o', 'organization:p')] },
    { organizations: community, lines: [answers('organization:o', 'organization:p')] },
  ],
  [
    'GOAL-10',
    'no value at all',
    { goal: { indicator_id: 'e' }, indicators: [{ id: 'e', name: 'e', series: [] }] },
    { goal: { indicator_id: 'e' }, indicators: [{ id: 'e', name: 'e', series: [{ date: daysAgo(30), value: 80 }] }] },
  ],
  ...(['all', 'north'] as const).map((held): Limit => {
    const rows = (all: number, north: number) => ({
      goal,
      indicators: [
        {
          id: 'e',
          name: 'e',
          series: [
            { date: daysAgo(400), value: 80 },
            { date: daysAgo(30), value: all },
            { date: daysAgo(400), value: 60, group: 'north' },
            { date: daysAgo(30), value: north, group: 'north' },
          ],
        },
      ],
    });
    return [
      'GOAL-12',
      held === 'all' ? 'the average stands still' : 'the group stands still',
      held === 'all' ? rows(80, 59.9) : rows(80.1, 60),
      rows(80.1, 59.9),
    ];
  }),
  [
    'STR-12',
    'nine partners',
    { organizations: ids(9).map((id) => organization(id)) },
    { organizations: ids(10).map((id) => organization(id)) },
  ],
];

describe('limits of the rules about the table', () => {
  testLimits(limits);

  it('[FIND-2] people count on the day they come and on the day they leave', () => {
    const missing = (fields: object) =>
      findingsOf(
        indexOf({ organizations: [organization('o')], representatives: ids(3).map((id) => person(id, fields)) }),
        'REP-1',
      );
    for (const here of [{ since: asOf }, { until: asOf }]) expect(missing(here)).toHaveLength(2);
    for (const away of [{ since: addDays(asOf, 1) }, { until: daysAgo(1) }]) expect(missing(away)).toEqual([]);
  });
});

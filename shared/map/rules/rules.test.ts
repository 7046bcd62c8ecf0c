import { describe, expect, it } from 'vitest';
import { parseBoard } from '../file/parseBoard.ts';
import { indexMap, type MapIndex } from '../MapIndex.ts';
import cases from './cases.json' with { type: 'json' };
import { arrangeFindings, computeFindings, findingStates, findingsOf, fingerprint } from './computeFindings.ts';
import words from '../../words/en/findings.json' with { type: 'json' };
import { ruleFacts, rules } from './ruleBook.ts';

const asOf = '2026-03-02';

function indexOf(given: unknown, day = asOf): MapIndex {
  const board = parseBoard(given);
  if (!board.ok) throw new Error(JSON.stringify(board.problems));
  return indexMap(board.map, day);
}

const people = (count: number, fields: object) =>
  Array.from({ length: count }, (_, at) => ({ id: `r${at}`, organization_id: 'o1', kind: 'doer', ...fields }));
const organization = (id: string, fields: object = {}) => ({
  id,
  name: id,
  sector: 'nonprofit',
  engagement: 'partner',
  ...fields,
});
const pulse = (id: string, closed_on: string, invited: number, counts: number[]) => ({
  id,
  closed_on,
  invited,
  responded: counts.reduce((sum, count) => sum + count, 0),
  items: { truth: counts },
});
const notes = (round: number, counts: readonly number[]) =>
  ['problem_defining', 'interpreting_hypothesizing', 'solution_finding', 'analyzing_reflecting'].flatMap((stage, at) =>
    Array.from({ length: counts[at] ?? 0 }, (_, place) => ({
      id: `n${round}-${at}-${place}`,
      iteration: round,
      stage,
    })),
  );
const bodies = ['board', 'cet', 'staff'].map((id) => ({
  id,
  name: id,
  kind: id === 'cet' ? 'community_engagement_team' : 'policy_board',
  decision_role: id === 'board' ? 'decides' : 'implements',
}));

describe('rules', () => {
  it('[FIND-2] each of the 73 rules has facts, a function and words', () => {
    expect(ruleFacts).toHaveLength(73);
    expect(Object.keys(rules)).toEqual(ruleFacts.map((rule) => rule.id));
    expect(Object.keys(words.findings.rules)).toEqual(ruleFacts.map((rule) => rule.id));
  });

  for (const [at, { rule, given, expect: expected }] of cases.entries())
    it(`[FIND-2] ${rule} gives the findings of case ${at + 1}`, () => {
      expect(findingsOf(indexOf(given, given.as_of), rule)).toEqual(expected);
    });

  const goal = {
    statement: '90 percent gainfully employed in 10 years',
    population: 'labor force',
    place: 'the region',
    indicator_id: 'e',
    baseline: { value: 80, date: '2024-01-01' },
    target: { value: 90, date: '2034-01-01' },
    data_source: 'survey',
    status: 'agreed',
  };
  const series = (...values: object[]) => [{ id: 'e', name: 'e', level: 'population', series: values }];

  // the halves of the short tests of the rule tables that the cases leave out
  const table: readonly (readonly [string, string, object, unknown[]])[] = [
    [
      'INT-3',
      'fires for businesses of one size',
      { organizations: ['a', 'b'].map((id) => organization(id, { sector: 'business', size: 'large' })) },
      [{ severity: 'warning', subject: 'sector:business', size: 'large' }],
    ],
    [
      'INT-4',
      'fires for a sector around one interest',
      {
        organizations: ['a', 'b', 'c'].map((id) => organization(id, { sector: 'government' })),
        placements: ['a', 'b', 'c'].map((id) => ({ organization_id: id, interest_id: 'a', part_of_work: 'practice' })),
      },
      [{ severity: 'insight', subject: 'sector:government', count: 3 }],
    ],
    [
      'INT-6',
      'names the missing part',
      {
        organizations: [organization('o')],
        placements: ['a', 'b', 'c', 'd'].map((id) => ({
          organization_id: 'o',
          interest_id: id,
          part_of_work: id === 'd' ? 'funding' : 'practice',
        })),
      },
      [{ severity: 'warning', subject: 'part:policymaking' }],
    ],
    [
      'INT-7',
      'warns when the community is missing',
      {
        organizations: ['business', 'government', 'nonprofit', 'philanthropy', 'labor'].map((sector) =>
          organization(sector, { sector }),
        ),
      },
      [{ severity: 'warning', subject: 'sector:community' }],
    ],
    [
      'GOAL-3',
      'names what the goal does not say',
      { goal: { ...goal, place: ' ' } },
      [{ severity: 'warning', subject: 'goal', missing: ['place'] }],
    ],
    [
      'GOAL-5',
      'says when the target is past',
      { goal: { ...goal, baseline: { value: 80, date: '2020-01-01' }, target: { value: 90, date: '2024-01-01' } } },
      [{ severity: 'alert', subject: 'goal', why: 'past' }],
    ],
    ['GOAL-8', 'is silent within the tolerance', { goal, indicators: series({ date: '2026-01-01', value: 81.2 }) }, []],
    [
      'GOAL-8',
      'does not look at numbers after the day',
      { goal, indicators: series({ date: '2026-03-03', value: 10 }) },
      [],
    ],
    [
      'GOAL-10',
      'is silent with a group',
      { goal, indicators: series({ date: '2026-01-01', value: 81.2, group: '18 to 24 years' }) },
      [],
    ],
    [
      'GOAL-11',
      'fires for a performance number',
      { goal, indicators: [{ id: 'e', level: 'performance' }] },
      [{ severity: 'warning', subject: 'indicator:e' }],
    ],
    [
      'SYS-4',
      'fires without deep conditions',
      {
        experiments: [
          { id: 'a', level: 'system', conditions: ['policies'] },
          { id: 'b', level: 'mixed', conditions: ['practices', 'resource_flows'] },
        ],
      },
      [{ severity: 'insight', subject: 'partnership' }],
    ],
    [
      'SYS-6',
      'names what was adopted',
      { experiments: [{ id: 'a', level: 'system', status: 'finished', decision: 'adopt' }] },
      [{ severity: 'strength', subject: 'experiment:a' }],
    ],
    [
      'REP-2',
      'does not count somebody who left',
      {
        interests: [{ id: 'a', weight: 'essential' }],
        organizations: [organization('o1')],
        placements: [{ organization_id: 'o1', interest_id: 'a' }],
        representatives: people(1, { kind: 'decision_maker', until: '2025-03-01' }),
      },
      [{ severity: 'alert', subject: 'interest:a' }],
    ],
    [
      'REP-6',
      'fires for an influential organization of designees',
      { organizations: [organization('o1', { influence: 5 })], representatives: people(1, { kind: 'designee' }) },
      [{ severity: 'warning', subject: 'organization:o1' }],
    ],
    [
      'STR-2',
      'names the role without a place',
      {
        organizations: [organization('o1')],
        representatives: people(2, {}),
        bodies: [{ id: 'b' }],
        seats: [{ body_id: 'b', representative_id: 'r0' }],
      },
      [{ severity: 'warning', subject: 'representative:r1' }],
    ],
    [
      'STR-3',
      'fires when only a doer votes',
      {
        organizations: [organization('o1')],
        representatives: people(1, {}),
        bodies,
        seats: [{ body_id: 'board', representative_id: 'r0' }],
      },
      [{ severity: 'alert', subject: 'partnership' }],
    ],
    [
      'STR-6',
      'is silent when the board answers to the community',
      {
        organizations: [organization('g', { grassroots: true })],
        bodies,
        lines: [
          { id: 'l1', from: 'body:staff', to: 'body:board', status: 'agreed' },
          { id: 'l2', from: 'body:board', to: 'body:cet', status: 'agreed' },
        ],
      },
      [],
    ],
    [
      'STR-7',
      'does not take a draft for paper',
      {
        lines: [{ id: 'l1', from: 'body:a', to: 'body:b', status: 'agreed', agreement_id: 'x' }],
        agreements: [{ id: 'x' }],
      },
      [{ severity: 'warning', subject: 'line:l1' }],
    ],
    [
      'STR-8',
      'names a workgroup without a line',
      { bodies: bodies.slice(0, 2) },
      [{ severity: 'warning', subject: 'body:cet' }],
    ],
    [
      'STR-9',
      'counts partners without paper',
      {
        organizations: [organization('a'), organization('b')],
        agreements: [{ id: 'x', status: 'in_force', party_org_ids: ['a'] }],
      },
      [{ severity: 'insight', subject: 'partnership', count: 1, total: 2 }],
    ],
    [
      'STR-12',
      'fires for ten partners without backbone',
      { organizations: Array.from({ length: 10 }, (_, at) => organization(`o${at}`)) },
      [{ severity: 'insight', subject: 'partnership', count: 10 }],
    ],
    [
      'EXP-4',
      'is silent with two experiments',
      {
        iterations: [{ number: 2, started_on: asOf }],
        experiments: [
          { id: 'a', iteration: 2 },
          { id: 'b', iteration: 2 },
        ],
      },
      [],
    ],
    [
      'EXP-6',
      'fires without an owner',
      { experiments: [{ id: 'a', status: 'running' }] },
      [{ severity: 'warning', subject: 'experiment:a' }],
    ],
    [
      'TRUST-5',
      'shows a pulse that many left out',
      { trust: { pulses: [pulse('p', '2026-01-10', 20, [0, 2, 6, 2, 0])] } },
      [{ severity: 'insight', subject: 'pulse:p', hidden: false }],
    ],
    [
      'TRUST-2',
      'keeps a hidden pulse hidden',
      {
        trust: {
          stages: [{ stage: 'performing', date: '2025-04-08', evidence: [] }],
          pulses: [pulse('p', '2026-01-10', 5, [4, 0, 0, 0, 0])],
        },
      },
      [],
    ],
    [
      'TRUST-6',
      'counts newcomers',
      {
        organizations: [organization('o1')],
        representatives: [
          ...people(3, { since: '2024-01-01' }),
          { id: 'x', organization_id: 'o1', kind: 'doer', since: '2025-09-01' },
          { id: 'y', organization_id: 'o1', kind: 'doer', since: '2025-09-01' },
        ],
        trust: { stages: [{ stage: 'norming', date: '2025-04-08', evidence: ['x'] }] },
      },
      [{ severity: 'insight', subject: 'trust', share: 40 }],
    ],
    [
      'TRUST-8',
      'fires half a year after the pulse',
      { trust: { pulses: [pulse('p', '2025-06-10', 8, [0, 1, 4, 3, 0])] } },
      [{ severity: 'insight', subject: 'pulse:p', date: '2025-06-10' }],
    ],
    [
      'CYC-2',
      'names the missing hypothesis',
      { iterations: [{ number: 1 }], notes: notes(1, [2, 0, 1, 0]) },
      [{ severity: 'warning', subject: 'iteration:1', missing: ['interpreting_hypothesizing'] }],
    ],
    [
      'CYC-3',
      'names the thin stage',
      { iterations: [{ number: 1 }], notes: notes(1, [6, 1, 6, 2]) },
      [{ severity: 'insight', subject: 'iteration:1', stage: 'interpreting_hypothesizing' }],
    ],
    ['CYC-3', 'leaves to CYC-1 what CYC-1 named', { iterations: [{ number: 1 }], notes: notes(1, [5, 5, 5, 0]) }, []],
    [
      'CYC-6',
      'names the stage that was thin twice',
      { iterations: [{ number: 1 }, { number: 2 }], notes: [...notes(1, [5, 4, 4, 0]), ...notes(2, [5, 4, 4, 0])] },
      [{ severity: 'insight', subject: 'iteration:2', stage: 'analyzing_reflecting' }],
    ],
    [
      'CYC-8',
      'praises a whole round',
      {
        iterations: [{ number: 1, status: 'closed', carried_insight: 'It is the bus.' }],
        notes: notes(1, [1, 1, 1, 1]),
        experiments: [{ id: 'x', iteration: 1, result: 'yes' }],
      },
      [{ severity: 'strength', subject: 'iteration:1' }],
    ],
    [
      'ACT-2',
      'names the day that passed',
      { actions: [{ id: 'a', status: 'doing', due_on: '2026-02-01' }] },
      [{ severity: 'warning', subject: 'action:a', date: '2026-02-01' }],
    ],
  ];
  for (const [rule, title, given, expected] of table)
    it(`[FIND-2] ${rule} ${title}`, () => {
      expect(findingsOf(indexOf(given), rule)).toEqual(expected.map((finding) => ({ rule, ...(finding as object) })));
    });

  it('[FIND-1] the same map on the same day gives the same findings, and the map stays as it was', () => {
    const given = { organizations: ['a', 'b', 'c', 'd'].map((id) => organization(id)) };
    const index = indexOf(given);
    const before = JSON.stringify(index.map);
    expect(computeFindings(index)).toEqual(computeFindings(indexOf(given)));
    expect(JSON.stringify(index.map)).toBe(before);
  });

  it('[FIND-4] alerts come first, essential interests before others, then table order', () => {
    const index = indexOf({
      goal: { statement: 'x', population: 'y', place: '' },
      interests: [{ id: 's' }, { id: 'e', weight: 'essential' }, { id: 'here' }],
      organizations: [organization('o1')],
      placements: [{ organization_id: 'o1', interest_id: 'here' }],
    });
    const arranged = arrangeFindings(index, computeFindings(index)).map(
      (one) => `${one.severity} ${one.rule} ${one.subject}`,
    );
    expect(arranged).toEqual([
      'alert INT-1 interest:e',
      'alert GOAL-2 goal',
      'warning INT-1 interest:s',
      'warning GOAL-3 goal',
      'warning REP-2 interest:here',
      'warning REP-3 interest:here',
      'warning REP-4 organization:o1',
    ]);
  });

  it('[FIND-5] an accepted finding is accepted until its data change', () => {
    const given = { goal: { statement: 'x', population: '', place: '' } };
    const seen = findingsOf(indexOf(given), 'GOAL-3').map(fingerprint)[0];
    const acknowledgements = [{ rule: 'GOAL-3', subject: 'goal', reason: 'We know', seen }];
    const accepted = (board: object) =>
      findingStates(indexOf(board)).find((state) => state.finding.rule === 'GOAL-3')?.accepted?.reason;
    expect(accepted({ ...given, acknowledgements })).toBe('We know');
    expect(accepted({ goal: { statement: 'x', population: 'all', place: '' }, acknowledgements })).toBeUndefined();
  });
});

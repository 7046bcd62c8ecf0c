import { describe, expect, it } from 'vitest';
import { templates } from '#shared/templates/templates.ts';
import { parseBoard, parseBoardText } from './parseBoard.ts';

const paths = (value: unknown) => {
  const board = parseBoard(value);
  return board.ok ? [] : board.problems.map((problem) => problem.path);
};

describe('parseBoard', () => {
  it('[MAP-3] an empty object is a board', () => {
    const board = parseBoard({});
    if (!board.ok) throw new Error('refused');
    expect(board.map.organizations).toEqual([]);
    expect(board.map.partnership.min_responses).toBe(5);
    expect(board.map.goal.direction).toBe('increase');
  });

  const refused: readonly (readonly [string, unknown, readonly string[]])[] = [
    [
      'a value that is not allowed',
      { organizations: [{ id: 'a', engagement: 'friend' }] },
      ['organizations[0].engagement'],
    ],
    [
      'a wrong type',
      { organizations: [{ id: 'a', name: 3, grassroots: 'yes' }] },
      ['organizations[0].name', 'organizations[0].grassroots'],
    ],
    [
      'unknown keys, each',
      { a: 1, toString: 1, organizations: [{ id: 'a', x: 1, y: 2 }] },
      ['a', 'toString', 'organizations[0].x', 'organizations[0].y'],
    ],
    ['an inner unknown key', { goal: { baseline: { value: 1, when: 'x' } } }, ['goal.baseline.when']],
    ['a missing id', { interests: [{ title: 'a' }] }, ['interests[0].id']],
    [
      'a missing kind',
      { organizations: [{ id: 'o' }], representatives: [{ id: 'r', organization_id: 'o' }] },
      ['representatives[0].kind'],
    ],
    ['a missing interest', { placements: [{ organization_id: 'o' }] }, ['placements[0].interest_id']],
    ['a list that is none', { organizations: {} }, ['organizations']],
    ['an entity that is none', { organizations: [null, 3] }, ['organizations[0]', 'organizations[1]']],
    ['a day that is not in the calendar', { partnership: { started_on: '2026-02-30' } }, ['partnership.started_on']],
    ['an id that stands twice', { bodies: [{ id: 'a' }, { id: 'a' }] }, ['bodies[1]']],
    [
      'a placement that stands twice',
      { placements: [0, 1].map(() => ({ organization_id: 'o', interest_id: 'i', part_of_work: 'data' })) },
      ['placements[1]'],
    ],
    [
      'a measurement that stands twice',
      { indicators: [{ id: 'i', series: [0, 1].map((value) => ({ date: '2026-01-01', value })) }] },
      ['indicators[0].series[1]'],
    ],
    [
      'a reference that leads nowhere',
      { organizations: [], placements: [{ organization_id: 'o', interest_id: null }] },
      ['placements[0].organization_id'],
    ],
    [
      'a member that leads nowhere',
      { organizations: [], agreements: [{ id: 'x', party_org_ids: ['o'] }] },
      ['agreements[0].party_org_ids[0]'],
    ],
    [
      'a sector that the board does not know',
      { organizations: [{ id: 'a', sector: 'circus' }] },
      ['organizations[0].sector'],
    ],
    ['a line that ends where it starts', { lines: [{ id: 'l', from: 'body:a', to: 'body:a' }] }, ['lines[0].to']],
    [
      'an end that leads nowhere',
      { bodies: [], lines: [{ id: 'l', from: 'body:a', to: 'organization:b' }] },
      ['lines[0].from'],
    ],
    [
      'a claim outside the placements',
      {
        organizations: [{ id: 'o' }],
        placements: [],
        representatives: [{ id: 'r', organization_id: 'o', kind: 'doer', interest_ids: ['i'] }],
      },
      ['representatives[0].interest_ids[0]'],
    ],
    [
      'pulse counts that do not add up',
      {
        trust: {
          pulses: [{ id: 'p', closed_on: '2026-01-01', invited: 3, responded: 5, items: { truth: [1, 1, 1, 1, 0] } }],
        },
      },
      ['trust.pulses[0].responded', 'trust.pulses[0].items.truth'],
    ],
    [
      'notes that link to each other',
      {
        notes: [
          { id: 'a', iteration: 1, stage: 'solution_finding', links: ['b'] },
          { id: 'b', iteration: 1, stage: 'solution_finding', links: ['a'] },
        ],
      },
      ['notes[1].links[0]'],
    ],
    [
      'a hypothesis of another stage',
      {
        notes: [{ id: 'a', iteration: 1, stage: 'solution_finding' }],
        experiments: [{ id: 'x', hypothesis_note_id: 'a' }],
      },
      ['experiments[0].hypothesis_note_id'],
    ],
    [
      'numbers that are none',
      { indicators: [{ id: 'i', series: [{ date: '2026-01-01', value: Number.NaN }] }] },
      ['indicators[0].series[0].value'],
    ],
    ['another format', { format: 'something/2' }, ['format']],
    ['no object', [], ['']],
  ];
  for (const [title, value, expected] of refused)
    it(`[MAP-2] names ${title}`, () => {
      expect(paths(value)).toEqual(expected);
    });

  it('[MAP-2] names keys of a prototype like any other', () => {
    const board = parseBoardText('{"__proto__": {"organizations": []}, "constructor": 1}');
    expect(board.ok ? [] : board.problems.map((problem) => problem.path)).toEqual(['__proto__', 'constructor']);
  });

  it('[MAP-3] a reference into a list that the file lacks is not checked', () => {
    expect(paths({ organizations: [{ id: 'o' }], placements: [{ organization_id: 'o', interest_id: 'i' }] })).toEqual(
      [],
    );
  });

  it('[MAP-2] a sector of the board is known', () => {
    expect(
      paths({ sectors: [{ id: 'circus', label: 'Circus' }], organizations: [{ id: 'a', sector: 'circus' }] }),
    ).toEqual([]);
  });

  it('[MAP-1] interests stand in the order that the file gives them, the rest as listed', () => {
    const board = parseBoard({
      interests: [
        { id: 'a', order: 3 },
        { id: 'b', order: 1 },
      ],
      organizations: [{ id: 'z' }, { id: 'a' }],
    });
    if (!board.ok) throw new Error('refused');
    expect(board.map.interests.map((one) => one.id)).toEqual(['b', 'a']);
    expect(board.map.organizations.map((one) => one.id)).toEqual(['z', 'a']);
    const orders = board.map.interests.map((one) => one.order);
    expect(orders.toSorted()).toEqual(orders);
  });

  it('[MAP-2] many errors are all named', () => {
    const broken = {
      ...templates.employment,
      organizations: templates.employment.organizations.map((one) => ({ ...one, sector: 5 })),
    };
    expect(paths(broken)).toHaveLength(33);
  });
});

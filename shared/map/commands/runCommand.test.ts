import { describe, expect, it } from 'vitest';
import { applyToMap } from '../applyToMap.ts';
import { parseBoard } from '../file/parseBoard.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import type { PartnershipMap } from '../PartnershipMap.ts';
import type { Command } from './Command.ts';
import { runCommand, runCommands } from './runCommand.ts';

const context = () => {
  let count = 0;
  return { today: '2026-03-02', newId: () => `new${++count}` };
};

function employment(): PartnershipMap {
  const read = readTemplate('employment');
  if (!read) throw new Error('no template');
  return read.map;
}

function after(map: PartnershipMap, ...commands: Command[]): PartnershipMap {
  const result = runCommands(map, commands, context());
  if (!result.ok) throw new Error(`${result.at}: ${result.code} ${result.field}`);
  return result.map;
}

function code(map: PartnershipMap, command: unknown): string {
  const result = runCommand(map, command as Command, context());
  return result.ok ? `${result.changes.length} changes` : `${result.code}${result.field ? ` ${result.field}` : ''}`;
}

describe('runCommand', () => {
  const map = employment();

  const refused: readonly (readonly [string, unknown, string])[] = [
    ['MAP-5] an unknown command', { type: 'explode' }, 'invalid type'],
    ['MAP-5] a command of a prototype', { type: 'constructor' }, 'invalid type'],
    [
      'MAP-5] an unknown field',
      { type: 'edit', collection: 'interests', id: 'growth', fields: { color: 'red' } },
      'invalid color',
    ],
    [
      'MAP-5] a value that is not allowed',
      { type: 'edit', collection: 'interests', id: 'growth', fields: { weight: 'huge' } },
      'invalid weight',
    ],
    [
      'MAP-5] a name that is too long',
      { type: 'edit', collection: 'interests', id: 'growth', fields: { title: 'x'.repeat(301) } },
      'invalid title',
    ],
    ['MAP-5] an entity that is gone', { type: 'edit', collection: 'interests', id: 'nothing', fields: {} }, 'unknown'],
    ['MAP-5] an id that is taken', { type: 'add', collection: 'interests', id: 'growth', fields: {} }, 'exists'],
    [
      'MAP-5] a reference to nothing',
      { type: 'add', collection: 'representatives', fields: { organization_id: 'nobody', kind: 'doer' } },
      'reference organization_id',
    ],
    ['MAP-5] removing the goal', { type: 'remove', collection: 'goal', id: 'goal' }, 'fixed'],
    [
      'MAP-6] moving a placement by its fields',
      { type: 'edit', collection: 'placements', id: 'chamber~growth~policymaking', fields: { interest_id: 'rules' } },
      'fixed interest_id',
    ],
    [
      'MAP-8] a claim outside the placements',
      { type: 'claim', id: 'r08', interest_id: 'first-hand', on: true },
      'outsidePlacements interest_ids',
    ],
    [
      'MAP-9] writing the version',
      { type: 'edit', collection: 'goal', id: 'goal', fields: { version: 9 } },
      'fixed version',
    ],
    [
      'MAP-10] a line with one end',
      { type: 'add', collection: 'lines', fields: { from: 'body:engagement', to: 'body:engagement' } },
      'sameEnds to',
    ],
    [
      'MAP-10] a line to nobody',
      { type: 'add', collection: 'lines', fields: { from: 'body:engagement', to: 'body:nobody' } },
      'reference to',
    ],
    [
      'MAP-10] a link back',
      { type: 'member', collection: 'notes', id: 'a103', field: 'links', member: 'p201', on: true },
      'roundClosed',
    ],
    [
      'MAP-10] a link back in an open round',
      { type: 'member', collection: 'notes', id: 'p202', field: 'links', member: 'h201', on: true },
      'mutualLink links',
    ],
    [
      'MAP-10] a hypothesis of another stage',
      { type: 'edit', collection: 'experiments', id: 'e5', fields: { hypothesis_note_id: 's203' } },
      'wrongStage hypothesis_note_id',
    ],
    [
      'MAP-11] a note in a closed round',
      { type: 'add', collection: 'notes', fields: { iteration: 1, stage: 'solution_finding' } },
      'roundClosed',
    ],
    [
      'MAP-11] taking a note out of a closed round',
      { type: 'edit', collection: 'notes', id: 'p101', fields: { iteration: 2 } },
      'roundClosed',
    ],
    [
      'MAP-11] the title of a closed round',
      { type: 'edit', collection: 'iterations', id: '1', fields: { title: 'x' } },
      'roundClosed',
    ],
    ['MAP-11] removing a round in between', { type: 'remove', collection: 'iterations', id: '1' }, 'notLastRound'],
    [
      'MAP-12] finishing without a result',
      { type: 'edit', collection: 'experiments', id: 'e3', fields: { status: 'finished' } },
      'needsResult result',
    ],
    [
      'MAP-12] deciding while it runs',
      { type: 'edit', collection: 'experiments', id: 'e3', fields: { decision: 'adopt' } },
      'notFinished decision',
    ],
    [
      'MAP-13] a pulse that does not add up',
      {
        type: 'add',
        collection: 'trust_pulses',
        fields: { closed_on: '2026-01-01', invited: 9, responded: 8, items: { truth: [1, 0, 0, 0, 0] } },
      },
      'notAddingUp items',
    ],
    [
      'FIND-5] accepting without a reason',
      { type: 'acceptFinding', rule: 'STR-6', subject: 'partnership', reason: '  ', seen: '' },
      'reasonNeeded reason',
    ],
    [
      'RATE-3] accepting what rests on a rating',
      { type: 'acceptFinding', rule: 'REP-6', subject: 'organization:o1', reason: 'Known', seen: '' },
      'ratedFinding rule',
    ],
    [
      'RATE-3] an action that says it comes from a rating',
      { type: 'add', collection: 'actions', fields: { title: 'Ask', source: 'finding:REP-6:organization:o1' } },
      'ratedFinding source',
    ],
  ];
  for (const [title, command, expected] of refused)
    it(`[${title} is refused`, () => {
      expect(code(map, command)).toBe(expected);
    });

  it('[MAP-5] the map that a command looks at stays as it was', () => {
    const before = JSON.stringify(map);
    after(
      map,
      { type: 'remove', collection: 'organizations', id: 'labor-council' },
      { type: 'edit', collection: 'goal', id: 'goal', fields: { unit: 'x' } },
    );
    expect(JSON.stringify(map)).toBe(before);
  });

  it('[MAP-5] what is so already changes nothing', () => {
    expect(code(map, { type: 'edit', collection: 'interests', id: 'growth', fields: { weight: 'supporting' } })).toBe(
      '0 changes',
    );
    expect(
      code(map, { type: 'place', organization_id: 'chamber', interest_id: 'growth', part_of_work: 'policymaking' }),
    ).toBe('0 changes');
    expect(code(map, { type: 'changeKind', id: 'r08', kind: 'decision_maker' })).toBe('0 changes');
  });

  it('[MAP-5] one of several that cannot be done undoes all', () => {
    const result = runCommands(
      map,
      [
        { type: 'add', collection: 'interests', fields: {} },
        { type: 'claim', id: 'nobody', interest_id: 'growth', on: true },
      ],
      context(),
    );
    expect(result).toMatchObject({ ok: false, at: 1, code: 'unknown' });
  });

  it('[MAP-6] placing again only fills in what is new', () => {
    const placed = after(map, {
      type: 'place',
      organization_id: 'chamber',
      interest_id: 'growth',
      part_of_work: 'policymaking',
      commitment: 'delivering',
    });
    expect(placed.placements).toHaveLength(map.placements.length);
    expect(placed.placements.find((one) => one.id === 'chamber~growth~policymaking')?.commitment).toBe('delivering');
  });

  it('[MAP-7] an organization without its interest is not placed, and placing it again keeps what it promised', () => {
    const gone = after(map, { type: 'remove', collection: 'interests', id: 'adult-skills' });
    expect(gone.organizations).toHaveLength(map.organizations.length);
    expect(gone.placements.filter((one) => one.interest_id === null)).not.toHaveLength(0);
    const again = after(gone, {
      type: 'place',
      organization_id: 'halden-manufacturing',
      interest_id: 'school-to-work',
      part_of_work: 'practice',
    });
    expect(
      again.placements.find((one) => one.id === 'halden-manufacturing~school-to-work~practice')?.contribution,
    ).toBe('25 apprenticeships a year');
    expect(
      again.placements.some((one) => one.organization_id === 'halden-manufacturing' && one.interest_id === null),
    ).toBe(false);
  });

  it('[MAP-7] an organization goes with its people, placements, seats and lines', () => {
    const left = after(map, { type: 'remove', collection: 'organizations', id: 'community-college' });
    expect(left.representatives.some((person) => ['r17', 'r18'].includes(person.id))).toBe(false);
    expect(left.seats.some((seat) => ['r17', 'r18'].includes(seat.representative_id))).toBe(false);
    expect(left.lines.map((line) => line.id)).toEqual(['l1', 'l2', 'l3', 'l4', 'l5', 'l7']);
    expect(left.agreements.some((agreement) => agreement.party_org_ids.includes('community-college'))).toBe(false);
    expect(left.indicators.find((one) => one.id === 'credentials')?.owner_org_id).toBeNull();
  });

  it('[MAP-8] removing a placement removes the claim, and placing again does not bring it back', () => {
    const place: Command = {
      type: 'place',
      organization_id: 'chamber',
      interest_id: 'growth',
      part_of_work: 'policymaking',
    };
    const removed = after(map, { type: 'remove', collection: 'placements', id: 'chamber~growth~policymaking' });
    const claims = (one: PartnershipMap) => one.representatives.find((person) => person.id === 'r08')?.interest_ids;
    expect(claims(removed)).toEqual(['rules']);
    expect(claims(after(removed, place))).toEqual(['rules']);
  });

  it('[MAP-8] moving a placement takes the claims along', () => {
    const moved = after(map, {
      type: 'movePlacement',
      id: 'chamber~growth~policymaking',
      interest_id: 'money',
      position: [3, 4],
    });
    expect(moved.placements.find((one) => one.id === 'chamber~money~policymaking')).toMatchObject({
      commitment: 'committed',
      position: [3, 4],
    });
    expect(moved.representatives.find((person) => person.id === 'r08')?.interest_ids?.toSorted()).toEqual([
      'money',
      'rules',
    ]);
  });

  it('[MAP-8] a change of kind is dated', () => {
    expect(
      after(map, { type: 'changeKind', id: 'r32', kind: 'decision_maker' }).representatives.find(
        (one) => one.id === 'r32',
      ),
    ).toMatchObject({ kind: 'decision_maker', kind_since: '2026-03-02' });
  });

  it('[MAP-8] taking one interest from somebody who speaks for all leaves the others', () => {
    const board = parseBoard({
      interests: [{ id: 'a' }, { id: 'b' }],
      organizations: [{ id: 'o' }],
      placements: ['a', 'b'].map((interest_id) => ({ organization_id: 'o', interest_id, part_of_work: 'data' })),
      representatives: [{ id: 'r', organization_id: 'o', kind: 'doer' }],
    });
    if (!board.ok) throw new Error('refused');
    const claimed = after(board.map, { type: 'claim', id: 'r', interest_id: 'a', on: false });
    expect(claimed.representatives[0]?.interest_ids).toEqual(['b']);
    expect(
      after(claimed, { type: 'claim', id: 'r', interest_id: 'b', on: false }).representatives[0]?.interest_ids,
    ).toEqual([]);
  });

  it('[MAP-9] another target is another version; the one before is kept, and filling what was empty is none', () => {
    const changed = after(map, {
      type: 'edit',
      collection: 'goal',
      id: 'goal',
      fields: { target: { value: 92, date: '2033-12-31' } },
    });
    expect(changed.goal.version).toBe(3);
    expect(changed.goals_before).toMatchObject([
      { id: 'goal-v2', version: 2, target: { value: 90, date: '2033-12-31' } },
    ]);
    expect(changed.iterations.map((round) => round.goal_version)).toEqual([2, 2]);
    expect(after(changed, { type: 'startRound', fields: {} }).iterations.at(-1)).toMatchObject({
      number: 3,
      goal_version: 3,
      carries_from: 2,
      started_on: '2026-03-02',
    });
    const blank = readTemplate('blank')?.map;
    expect(
      blank &&
        after(blank, { type: 'edit', collection: 'goal', id: 'goal', fields: { target: { value: 92, date: null } } })
          .goal.version,
    ).toBe(1);
  });

  it('[MAP-11] a closed round still takes its insight', () => {
    const closed = after(map, { type: 'closeRound', id: '2' });
    expect(closed.iterations[1]).toMatchObject({ status: 'closed', closed_on: '2026-03-02' });
    expect(
      after(closed, {
        type: 'edit',
        collection: 'iterations',
        id: '2',
        fields: { carried_insight: 'It is the rules.' },
      }).iterations[1]?.carried_insight,
    ).toBe('It is the rules.');
  });

  it('[MAP-16] moving one interest writes its order only, and stands where it was put', () => {
    const result = runCommand(
      map,
      { type: 'reorder', collection: 'interests', id: 'learning', after: 'large-employers' },
      context(),
    );
    if (!result.ok) throw new Error(result.code);
    expect(result.changes).toHaveLength(1);
    expect(
      applyToMap(map, result.changes)
        .interests.map((one) => one.id)
        .slice(0, 3),
    ).toEqual(['large-employers', 'learning', 'small-employers']);
    const front = after(map, { type: 'reorder', collection: 'interests', id: 'learning', after: null });
    expect(front.interests[0]?.id).toBe('learning');
  });

  it('[MAP-16] where two stand at the same place, something still fits between them', () => {
    const twins = { ...map, interests: map.interests.map((one) => ({ ...one, order: 'V' })) };
    const sorted = map.interests.map((one) => one.id).toSorted();
    const moved = after(twins, {
      type: 'reorder',
      collection: 'interests',
      id: sorted[5] ?? '',
      after: sorted[0] ?? '',
    });
    expect(moved.interests.map((one) => one.id).slice(0, 3)).toEqual([sorted[0], sorted[5], sorted[1]]);
  });

  it('[FIND-5] an accepted finding keeps its reason, and the acceptance can be withdrawn', () => {
    const accepted = after(map, {
      type: 'acceptFinding',
      rule: 'STR-6',
      subject: 'partnership',
      reason: 'In May',
      seen: 'x',
    });
    expect(accepted.acknowledgements).toMatchObject([
      { rule: 'STR-6', subject: 'partnership', reason: 'In May', date: '2026-03-02', seen: 'x' },
    ]);
    expect(
      after(accepted, { type: 'withdrawAcceptance', rule: 'STR-6', subject: 'partnership' }).acknowledgements,
    ).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { templates } from '#shared/templates/templates.ts';
import { parseBoard } from '../file/parseBoard.ts';
import { indexMap } from '../MapIndex.ts';
import { coverage, coveragePercent } from './coverage.ts';
import { decidingBodies } from './decidingBodies.ts';
import { formality } from './formality.ts';
import { goalPath } from './goalPath.ts';
import { notPlaced } from './notPlaced.ts';
import { pathOfVoice, pathSteps, voiceReach } from './pathOfVoice.ts';
import { pulseItems } from './pulse.ts';
import { stageShares, thinStages } from './stageShares.ts';

function indexOf(given: unknown, day = '2026-03-02') {
  const board = parseBoard(given);
  if (!board.ok) throw new Error(JSON.stringify(board.problems));
  return indexMap(board.map, day);
}

const employment = indexOf(templates.employment);

/** Two organizations, a deciding board with the first, and whatever a test adds. */
const voices = (more: object) =>
  indexOf({
    organizations: ['gov', 'grass', 'third'].map((id) => ({ id, engagement: 'partner', grassroots: id === 'grass' })),
    representatives: [
      { id: 'dm', organization_id: 'gov', kind: 'decision_maker' },
      { id: 'res', organization_id: 'grass', kind: 'designee' },
      { id: 'two', organization_id: 'third', kind: 'doer', same_person_as: 'res' },
    ],
    bodies: [
      { id: 'board', decision_role: 'decides' },
      { id: 'team', decision_role: 'advises' },
      { id: 'staff', decision_role: 'implements' },
    ],
    ...more,
  });
const seat = (body_id: string, representative_id: string, more: object = {}) => ({
  body_id,
  representative_id,
  ...more,
});
const line = (from: string, to: string, more: object = {}) => ({
  id: `${from}-${to}`.replaceAll(':', '.'),
  from,
  to,
  kind: 'voice_channel',
  status: 'agreed',
  ...more,
});
const stepsOf = (index: ReturnType<typeof indexOf>, organization = 'grass') =>
  pathSteps(index, voiceReach(index), organization);

describe('readings', () => {
  it('[MAP-17] coverage counts who speaks for an interest, by kind and sector', () => {
    const row = coverage(employment).find((one) => one.interest === 'first-hand');
    expect(row).toMatchObject({
      weight: 'essential',
      counts: { designee: 5, doer: 0, decision_maker: 0 },
      words: { designee: 'covered', doer: 'gap', decision_maker: 'gap' },
    });
    expect([...(row?.sectors ?? [])]).toEqual([['community', 4]]);
    expect(coveragePercent(indexOf({}))).toBe(0);
  });

  it('[MAP-17] who is current depends on the day', () => {
    const people = (day: string) =>
      indexOf(templates.employment, day).representatives.some((person) => person.id === 'r37');
    expect([people('2025-01-31'), people('2025-02-01')]).toEqual([true, false]);
  });

  it('[MAP-17] a body decides with a current vote of a decision-maker only', () => {
    const deciding = (seats: object[], day?: string) =>
      decidingBodies(
        indexOf(
          {
            organizations: [{ id: 'o', engagement: 'partner' }],
            representatives: [{ id: 'dm', organization_id: 'o', kind: 'decision_maker' }],
            bodies: [{ id: 'board', decision_role: 'decides' }],
            seats,
          },
          day,
        ),
      ).length;
    expect(deciding([seat('board', 'dm')])).toBe(1);
    expect(deciding([seat('board', 'dm', { voting: false })])).toBe(0);
    expect(deciding([seat('board', 'dm', { until: '2026-03-01' })])).toBe(0);
  });

  it('[MAP-17] a voice goes along channels, along accountability both ways, and with people, by the fewest steps', () => {
    const board = seat('board', 'dm');
    expect(stepsOf(voices({ seats: [board, seat('team', 'res')], lines: [line('body:team', 'body:board')] }))).toBe(1);
    expect(
      stepsOf(voices({ seats: [board, seat('team', 'res')], lines: [line('body:board', 'body:team')] })),
    ).toBeNull();
    expect(
      stepsOf(
        voices({
          seats: [board, seat('team', 'res')],
          lines: [line('body:board', 'body:team', { kind: 'accountable_to' })],
        }),
      ),
    ).toBe(1);
    expect(
      stepsOf(
        voices({ seats: [board], lines: [line('organization:grass', 'body:staff'), line('body:staff', 'body:board')] }),
      ),
    ).toBe(2);
    expect(stepsOf(voices({ seats: [board, seat('team', 'res'), seat('board', 'two')] }))).toBe(1);
    expect(stepsOf(voices({ seats: [board, seat('board', 'res', { until: '2026-01-01' })] }))).toBeNull();
    expect(stepsOf(voices({ seats: [board] }), 'gov')).toBe(0);
  });

  it('[MAP-17] the path itself can be shown', () => {
    const reach = voiceReach(employment);
    expect(pathOfVoice(employment, reach, 'comunidad-trabajadora')).toEqual({
      start: 'body:engagement',
      steps: [
        { from: 'body:engagement', to: 'body:senior-staff', by: { line: 'l4' } },
        { from: 'body:senior-staff', to: 'body:policy-board', by: { line: 'l1' } },
      ],
    });
    expect(pathOfVoice(employment, reach, 'job-seekers-circle')).toBeNull();
  });

  it('[MAP-17] the path to the target knows behind, on path and ahead in both directions', () => {
    const status = (direction: string, target: number, value: number) =>
      goalPath(
        indexOf({
          goal: {
            statement: 'x',
            indicator_id: 'e',
            direction,
            baseline: { value: 80, date: '2024-01-01' },
            target: { value: target, date: '2034-01-01' },
          },
          indicators: [{ id: 'e', series: [{ date: '2026-01-01', value }] }],
        }),
      )?.status;
    expect([80.9, 81, 81.1, 83, 83.1].map((value) => status('increase', 90, value))).toEqual([
      'behind',
      'behind',
      'on path',
      'on path',
      'ahead',
    ]);
    expect([79.1, 78, 76.9].map((value) => status('decrease', 70, value))).toEqual(['behind', 'on path', 'ahead']);
    expect(status('keep', 80, 81)).toBe('behind');
    expect(status('keep', 80, 80)).toBe('on path');
  });

  it('[MAP-17] stages have shares, parked notes do not count', () => {
    expect(stageShares(employment, 2).map((row) => row.notes)).toEqual([6, 3, 5, 0]);
    expect(thinStages(employment, 2)).toEqual(['analyzing_reflecting']);
    const notes = Array.from({ length: 12 }, (_, at) => ({
      id: `n${at}`,
      iteration: 1,
      stage: 'problem_defining',
      parked: at === 0,
    }));
    expect(thinStages(indexOf({ notes }), 1)).toEqual([]);
  });

  it('[FIND-8] pulse items are shown from the threshold on', () => {
    const pulse = employment.map.trust_pulses[1];
    expect(pulse && pulseItems(employment, pulse)?.find((item) => item.item === 'safe_to_disagree')).toEqual({
      item: 'safe_to_disagree',
      mean: 2.77,
      counts: [6, 5, 2, 6, 3],
      divided: true,
    });
    const few = indexOf({
      partnership: { min_responses: 23 },
      trust: { pulses: [templates.employment.trust.pulses[1]] },
    });
    const hidden = few.map.trust_pulses[0];
    expect(hidden && pulseItems(few, hidden)).toBeNull();
  });

  it('[MAP-17] formality is written lines of agreed lines', () => {
    expect(formality(employment)).toEqual({ agreed: 6, written: 5 });
  });

  it('[MAP-17] organizations without a place are known', () => {
    const index = indexOf({
      interests: [{ id: 'i' }],
      organizations: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
      placements: [
        { organization_id: 'a', interest_id: 'i' },
        { organization_id: 'b', interest_id: null },
      ],
    });
    expect(notPlaced(index.map).map((one) => one.id)).toEqual(['b', 'c']);
  });
});

/** Readings at their limits: on one side and on the other. */
import { describe, expect, it } from 'vitest';
import { asOf, daysAgo, indexOf } from '../rules/testLimits.ts';
import { coverage, coveragePercent } from './coverage.ts';
import { decidingBodies } from './decidingBodies.ts';
import { goalPath, headlineIndicator, latestOf } from './goalPath.ts';
import { pathOfVoice, voiceReach } from './pathOfVoice.ts';
import { closedPulses, pulseItems } from './pulse.ts';

const organization = (id: string) => ({ id, engagement: 'partner' });

describe('limits of readings', () => {
  it('[MAP-17] the percent counts a kind from its first representative on', () => {
    const percent = (...kinds: string[]) =>
      coveragePercent(
        indexOf({
          interests: [{ id: 'i' }],
          organizations: [organization('o')],
          placements: [{ organization_id: 'o', interest_id: 'i' }],
          representatives: kinds.map((kind, at) => ({ id: `r${at}`, organization_id: 'o', kind })),
        }),
      );
    expect([percent(), percent('doer'), percent('doer', 'doer'), percent('doer', 'designee')]).toEqual([0, 33, 33, 67]);
  });

  it('[MAP-17] of an interest with one partner coverage says thin, of two covered', () => {
    const word = (count: number) =>
      coverage(
        indexOf({
          interests: [{ id: 'i' }],
          organizations: [organization('o')],
          placements: [{ organization_id: 'o', interest_id: 'i' }],
          representatives: Array.from({ length: count }, (_, at) => ({
            id: `r${at}`,
            organization_id: 'o',
            kind: 'doer',
          })),
        }),
      )[0]?.words.doer;
    expect([0, 1, 2].map(word)).toEqual(['gap', 'thin', 'covered']);
  });

  it('[MAP-21] a body decides by an agreed seat and not by a proposed one', () => {
    const deciding = (status: string) =>
      decidingBodies(
        indexOf({
          organizations: [organization('o')],
          representatives: [{ id: 'r', organization_id: 'o', kind: 'decision_maker' }],
          bodies: [{ id: 'b', decision_role: 'decides' }],
          seats: [{ body_id: 'b', representative_id: 'r', status }],
        }),
      ).length;
    expect([deciding('proposed'), deciding('agreed')]).toEqual([0, 1]);
  });

  it('[MAP-21] the goal is measured by a number in use and not by a proposed one', () => {
    const measured = (status: string) =>
      headlineIndicator(indexOf({ goal: { indicator_id: 'e' }, indicators: [{ id: 'e', status }] }))?.id;
    expect([measured('proposed'), measured('used')]).toEqual([undefined, 'e']);
  });

  const path = (target: string, measured: string) =>
    goalPath(
      indexOf({
        goal: {
          statement: 'x',
          indicator_id: 'e',
          direction: 'increase',
          baseline: { value: 80, date: '2024-01-01' },
          target: { value: 90, date: target },
        },
        indicators: [{ id: 'e', series: [{ date: measured, value: 80 }] }],
      }),
    );

  it('[MAP-17] there is no path without a day between baseline and target', () => {
    expect(path('2024-01-01', '2024-06-01')).toBeNull();
    expect(path('2024-01-02', '2024-06-01')).not.toBeNull();
  });

  it('[MAP-17] a number of the day of the baseline is the baseline, one of the day after says where the goal stands', () => {
    expect(path('2034-01-01', '2024-01-01')).toBeNull();
    expect(path('2034-01-01', '2024-01-02')).toMatchObject({ latest: 80 });
  });

  it('[MAP-17] of numbers of one day the later in the list is the latest', () => {
    const rows = [
      { date: '2024-01-01', value: 1 },
      { date: '2024-01-01', value: 2 },
    ];
    expect(latestOf(rows)?.value).toBe(2);
    expect(latestOf([{ date: '2024-01-02', value: 0 }, ...rows])?.value).toBe(0);
  });

  it('[MAP-17] of two ways that are as short an organization goes its own', () => {
    const start = (line: object) => {
      const index = indexOf({
        organizations: [organization('gov'), organization('grass')],
        representatives: [
          { id: 'dm', organization_id: 'gov', kind: 'decision_maker' },
          { id: 'res', organization_id: 'grass', kind: 'designee' },
        ],
        bodies: [
          { id: 'board', decision_role: 'decides' },
          { id: 'team', decision_role: 'advises' },
          { id: 'staff', decision_role: 'implements' },
        ],
        seats: [
          { body_id: 'board', representative_id: 'dm' },
          { body_id: 'team', representative_id: 'res' },
        ],
        lines: [
          { id: 'own', from: 'organization:grass', kind: 'voice_channel', status: 'agreed', ...line },
          { id: 'team', from: 'body:team', to: 'body:board', kind: 'voice_channel', status: 'agreed' },
          { id: 'staff', from: 'body:staff', to: 'body:board', kind: 'voice_channel', status: 'agreed' },
        ],
      });
      return pathOfVoice(index, voiceReach(index), 'grass')?.start;
    };
    expect(start({ to: 'body:board' })).toBe('organization:grass');
    expect(start({ to: 'body:staff' })).toBe('body:team');
  });

  it('[FIND-8] a pulse counts from the day on which it was closed', () => {
    const closed = (day: string) =>
      closedPulses(
        indexOf({
          trust: {
            pulses: [{ id: 'p', closed_on: day, invited: 9, responded: 5, items: { truth: [1, 1, 1, 1, 1] } }],
          },
        }),
      ).length;
    expect([closed(daysAgo(-1)), closed(asOf), closed(daysAgo(1))]).toEqual([0, 1, 1]);
  });

  it('[FIND-8] an item is divided from a quarter on each side on, and never without answers', () => {
    const index = indexOf({
      trust: { pulses: [{ id: 'p', closed_on: asOf, invited: 9, responded: 8, items: { truth: [0, 2, 4, 2, 0] } }] },
    });
    const [pulse] = index.map.trust_pulses;
    const divided = (...counts: [number, number, number, number, number]) =>
      pulse && pulseItems(index, { ...pulse, items: { truth: counts } })?.[0]?.divided;
    expect(divided(0, 2, 4, 2, 0)).toBe(true);
    expect(divided(0, 1, 5, 2, 0)).toBe(false);
    expect(divided(0, 2, 5, 1, 0)).toBe(false);
    expect(divided(0, 0, 0, 0, 0)).toBe(false);
  });
});

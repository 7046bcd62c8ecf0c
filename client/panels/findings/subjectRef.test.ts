import { describe, expect, it } from 'vitest';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { readMapOn } from '#client/map/MapReadings.ts';
import { destinationOf } from './subjectRef.ts';

describe('where a finding leads', () => {
  it('[CYCLE-39] findings about rounds, experiments, actions and parked questions lead to them', () => {
    const start = readTemplate('employment');
    if (!start) throw new Error('there is no such template');
    const { open } = readMapOn(start.map, start.asOf);
    const led = open
      .filter(({ rule }) => /^(CYC|EXP|ACT)/.test(rule))
      .flatMap(({ findings }) =>
        findings.map(({ finding }) => [finding.rule, destinationOf(start.map, finding)] as const),
      );
    expect(led.length).toBeGreaterThan(5);
    expect(led).toContainEqual(['CYC-1', { ref: { collection: 'iterations', id: '2' } }]);
    expect(led).toContainEqual(['EXP-1', { ref: { collection: 'experiments', id: 'e4' } }]);
    expect(led).toContainEqual(['EXP-7', { ref: { collection: 'experiments', id: 'e2' } }]);
    expect(led).toContainEqual(['ACT-1', { ref: { collection: 'actions', id: 'act3' } }]);
    expect(led).toContainEqual(['ACT-3', { ref: { collection: 'parking_lot', id: 'park1' } }]);
    expect(led.filter(([, destination]) => destination === null)).toEqual([]);
  });
});

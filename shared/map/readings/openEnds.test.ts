import { describe, expect, it } from 'vitest';
import { readTemplate } from '../../templates/readTemplate.ts';
import type { PartnershipMap } from '../PartnershipMap.ts';
import { openEnds } from './openEnds.ts';

const full = readTemplate('employment')?.map;
if (full === undefined) throw new Error('there is no such template');
const [note, experiment] = [full.notes[0], full.experiments[0]];
if (note === undefined || experiment === undefined) throw new Error('there is nothing to look at');
const notes = (...stages: (typeof note.stage)[]) =>
  stages.map((stage, n) => ({ ...note, id: `n${n}`, stage, iteration: 7, parked: false }));
const tried = (result: string, status: typeof experiment.status = 'running') => ({
  ...experiment,
  iteration: 7,
  result,
  status,
});
const ends = (change: Partial<PartnershipMap>) => openEnds({ ...full, notes: [], experiments: [], ...change }, 7);

describe('what a round leaves open', () => {
  it('[CYCLE-37] is reflection, where something was found or tried', () => {
    expect(ends({}).isUnreflected).toBe(false);
    expect(ends({ notes: notes('problem_defining') }).isUnreflected).toBe(false);
    expect(ends({ notes: notes('solution_finding') }).isUnreflected).toBe(true);
    expect(ends({ experiments: [tried('worked')] }).isUnreflected).toBe(true);
    expect(ends({ notes: notes('solution_finding', 'analyzing_reflecting') }).isUnreflected).toBe(false);
    const aside = notes('solution_finding', 'analyzing_reflecting').map((one) => ({ ...one, parked: one.id === 'n1' }));
    expect(ends({ notes: aside }).isUnreflected).toBe(true);
  });

  it('[CYCLE-37] is the result of what was tried in it and not stopped', () => {
    expect(ends({ experiments: [tried(' ')] }).withoutResult).toHaveLength(1);
    expect(ends({ experiments: [tried('half of them came')] }).withoutResult).toEqual([]);
    expect(ends({ experiments: [tried('', 'stopped')] }).withoutResult).toEqual([]);
    expect(ends({ experiments: [{ ...tried(''), iteration: 6 }] }).withoutResult).toEqual([]);
  });
});

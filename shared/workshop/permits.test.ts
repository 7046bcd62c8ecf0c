import { describe, expect, it } from 'vitest';
import { groupOfCollection, groupOfRecord, lockKey, permitRefusal, permitsOf } from './permits.ts';
import { emptyWorkshop, type WorkshopState } from '#shared/wire/WorkshopState.ts';

const step = (tools: WorkshopState['agenda'][number]['tools']): Partial<WorkshopState> => ({
  agenda: [{ id: 's1', title: 'One', minutes: 5, instruction: '', view: 'frame', stage: null, tools }],
  step: 's1',
});
const permits = (change: Partial<WorkshopState>) => {
  const found = permitsOf({ ...emptyWorkshop, ...change });
  if (found === null) throw new Error('nothing is limited');
  return found;
};

describe('permits', () => {
  it('[SESSION-23] without limits of the step and without locks nobody has to look', () => {
    expect(permitsOf(emptyWorkshop)).toBeNull();
    expect(permitsOf({ ...emptyWorkshop, ...step(null) })).toBeNull();
  });

  it('[SESSION-20] a step lets through its own groups only', () => {
    const limited = permits(step(['cycle', 'notes']));
    expect(permitRefusal(limited, lockKey.entity('notes', 'n1'), groupOfCollection('notes'))).toBeNull();
    expect(permitRefusal(limited, lockKey.record('shape:a'), groupOfRecord('note'))).toBeNull();
    expect(permitRefusal(limited, lockKey.entity('interests', 'i1'), groupOfCollection('interests'))).toBe('step');
    expect(permitRefusal(limited, lockKey.record('shape:b'), groupOfRecord('draw'))).toBe('step');
  });

  it('[SESSION-21] a lock holds the thing it names and nothing else', () => {
    const locked = permits({ locks: [lockKey.entity('interests', 'i1'), lockKey.record('shape:a')] });
    expect(permitRefusal(locked, lockKey.entity('interests', 'i1'), 'map')).toBe('locked');
    expect(permitRefusal(locked, lockKey.record('shape:a'), 'draw')).toBe('locked');
    expect(permitRefusal(locked, lockKey.entity('interests', 'i2'), 'map')).toBeNull();
  });

  it('[SESSION-20] everything can be locked at once', () => {
    expect(permitRefusal(permits({ lockedAll: true }), lockKey.record('shape:z'), 'draw')).toBe('locked');
  });
});

import { describe, expect, it } from 'vitest';
import { movedRating } from './movedRating.ts';

describe('movedRating', () => {
  it('[RATE-4] arrows change one of the two by one, and stop at the edges', () => {
    expect(movedRating({ influence: 3, stake: 3 }, 'ArrowUp')).toEqual({ influence: 4, stake: 3 });
    expect(movedRating({ influence: 3, stake: 3 }, 'ArrowLeft')).toEqual({ influence: 3, stake: 2 });
    expect(movedRating({ influence: 5, stake: 1 }, 'ArrowUp')).toEqual({ influence: 5, stake: 1 });
    expect(movedRating({ influence: 5, stake: 1 }, 'ArrowLeft')).toEqual({ influence: 5, stake: 1 });
  });

  it('[RATE-4] what is not rated comes into the middle and keeps the number it has', () => {
    expect(movedRating({ influence: null, stake: null }, 'ArrowDown')).toEqual({ influence: 3, stake: 3 });
    expect(movedRating({ influence: 5, stake: null }, 'ArrowRight')).toEqual({ influence: 5, stake: 3 });
  });

  it('[RATE-4] Delete takes out, other keys mean nothing', () => {
    expect(movedRating({ influence: 2, stake: 2 }, 'Delete')).toEqual({ influence: null, stake: null });
    expect(movedRating({ influence: 2, stake: 2 }, 'toString')).toBeNull();
    expect(movedRating({ influence: 2, stake: 2 }, 'Enter')).toBeNull();
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexBetween, indexSequence } from './fractionalIndex.ts';

describe('fractionalIndex', () => {
  it('[MAP-16] there is always a place between two places', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 120 }), (places) => {
        const list: string[] = [];
        for (const number of places) {
          const at = number % (list.length + 1);
          list.splice(at, 0, indexBetween(list[at - 1] ?? '', list[at] ?? ''));
        }
        expect(list.toSorted()).toEqual(list);
        expect(new Set(list).size).toBe(list.length);
      }),
    );
  });

  it('[MAP-16] a sequence is in order, and something fits before, between and after', () => {
    for (const count of [0, 1, 61, 62, 300, 5000]) {
      const list = indexSequence(count);
      expect(list).toHaveLength(count);
      expect(list.toSorted()).toEqual(list);
      expect(new Set(list).size).toBe(count);
      if (count > 1)
        expect(
          [indexBetween('', list[0] ?? ''), ...list, indexBetween(list.at(-1) ?? '', '')].toSorted().slice(1, -1),
        ).toEqual(list);
    }
  });

  it('[MAP-16] thousands put behind each other have short places, and always another behind', () => {
    const list = [''];
    for (let at = 0; at < 10_000; at++) list.push(indexBetween(list.at(-1) ?? '', ''));
    expect(list.toSorted()).toEqual(list);
    expect(new Set(list).size).toBe(list.length);
    expect(list.at(62)).toBe('z01');
    expect(list.at(-1)?.length).toBe(5);
    for (const [at, place] of list.entries()) {
      expect(place.endsWith('0')).toBe(false);
      const next = list[at + 1];
      if (next === undefined) continue;
      const between = indexBetween(place, next);
      expect(place < between && between < next).toBe(true);
    }
    for (const place of ['z', 'zz', 'zy', 'zyz', 'zzyzz', 'zzzzV', 'V1V'])
      expect(indexBetween(place, '') > place).toBe(true);
  });

  it('[MAP-16] foreign and equal indexes still give a place', () => {
    for (const [before, after] of [
      ['a', 'a'],
      ['b', 'a'],
      ['', '0'],
      ['A', 'A0'],
      ['~', '!'],
    ] as const)
      expect(indexBetween(before, after)).not.toBe('');
  });
});

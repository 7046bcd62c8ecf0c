import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ballotFault, leading, lookAlikes, looksAlike, ranking, spent, suggestedDots, totalsOf } from './votes.ts';

const options = ['a', 'b', 'c'].map((id) => ({ id, label: id.toUpperCase(), ref: null }));

describe('votes', () => {
  it('[SEALED-4] a quarter of the options are suggested as dots, at least two', () => {
    expect([2, 4, 8, 9, 10, 12].map(suggestedDots)).toEqual([2, 2, 2, 2, 3, 3]);
  });

  it('[SEALED-4] a ballot is taken when it keeps to budget, cap and options, and only then', () => {
    const terms = { options, dots: 3, cap: 2 };
    expect(ballotFault(terms, {})).toBeNull();
    expect(ballotFault(terms, { a: 2, b: 1 })).toBeNull();
    expect(ballotFault(terms, { a: 2, b: 2 })).toBe('vote-over-budget');
    expect(ballotFault(terms, { a: 3 })).toBe('vote-over-cap');
    expect(ballotFault(terms, { d: 0 })).toBe('vote-unknown-option');
  });

  it('[SEALED-5] totals add up to the dots of all ballots, whatever their order', () => {
    const ballot = fc.record({ a: fc.nat(3), b: fc.nat(3), c: fc.nat(3) }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.array(ballot), (ballots) => {
        const totals = totalsOf(options, ballots);
        const all = ballots.reduce((sum, one) => sum + spent(one as Record<string, number>), 0);
        expect(totals.reduce((sum, count) => sum + count, 0)).toBe(all);
        expect(totalsOf(options, ballots.toReversed() as Record<string, number>[])).toEqual(totals);
      }),
    );
  });

  it('[SEALED-5] equal totals share a place, and the next place counts on', () => {
    const placed = ranking(options, [4, 7, 4]).map(({ option, place, tied }) => [option.id, place, tied]);
    expect(placed).toEqual([
      ['b', 1, false],
      ['a', 2, true],
      ['c', 2, true],
    ]);
    expect(ranking(options, [2, 2, 0]).map(({ place }) => place)).toEqual([1, 1, 3]);
  });

  it('[SEALED-11] options that say nearly the same are found', () => {
    expect(looksAlike('Affordable housing', 'affordable  Housing!')).toBe(true);
    expect(looksAlike('Better school buses', 'Better schools, buses')).toBe(true);
    expect(looksAlike('Schools', 'Housing')).toBe(false);
    expect(looksAlike('Früh lesen', 'fruh lesen')).toBe(true);
    expect(looksAlike('→', '→')).toBe(true);
    expect(looksAlike('Train teachers', 'Train the bus drivers')).toBe(false);
    expect(lookAlikes(['Parks', 'Housing', 'parks'])).toEqual([['Parks', 'parks']]);
  });

  it('[SHEET-7] the first few of a vote, and what is tied at that place', () => {
    const letters = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, label: id, ref: null }));
    const first = (totals: readonly number[], count: number): string => {
      const { sure, tied, room } = leading(letters, totals, count);
      const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join('');
      return `${ids(sure)}|${ids(tied)}|${room}`;
    };
    expect(first([1, 9, 5, 5, 2], 1)).toBe('b||0');
    // a tie at the end is whole where there is room for all of it, and chosen from where there is not
    expect(first([1, 9, 5, 5, 2], 2)).toBe('b|cd|1');
    expect(first([1, 9, 5, 5, 2], 3)).toBe('bcd||0');
    expect(first([5, 5, 5, 5, 2], 1)).toBe('|abcd|1');
    expect(first([5, 5, 5, 5, 2], 3)).toBe('|abcd|3');
    // what nobody gave a dot does not lead
    expect(first([0, 3, 0, 1, 0], 4)).toBe('bd||0');
    expect(first([0, 3, 0, 1, 0], 0)).toBe('||0');
    expect(first([0, 0, 0, 0, 0], 2)).toBe('||0');
  });
});

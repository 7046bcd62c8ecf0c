import { describe, expect, it } from 'vitest';
import type { OpenRound } from '#shared/session/SealedRequest.ts';
import { personId } from '#server/relay/openTestRelay.ts';
import { endOf } from './endOf.ts';
import { newRound } from './newRound.ts';
import { emptyEntry, type SealedEntry } from './SealedEntry.ts';

const id = 'a'.repeat(16);
const answers = { reliability: 4, truth: 4, ability: 4, strength: 4, safe_to_disagree: 4, clear_rules: 4 };
const ideas = [{ id: 'i1', text: 'A bus at five', version: 1 }];
const options = ['a', 'b'].map((option) => ({ id: option, label: option, ref: null }));
const asked: Readonly<Record<'pulse' | 'vote' | 'ideas', OpenRound>> = {
  pulse: { kind: 'pulse', id },
  vote: { kind: 'vote', id, question: 'Where?', options, dots: 3, cap: 3 },
  ideas: {
    kind: 'ideas',
    id,
    prompt: 'Who is missing?',
    named: false,
    target: { kind: 'notes', page: 'page:page', x: 0, y: 0 },
  },
};

/** The end of a round in which so many people sent `entry`. */
function endWith(kind: keyof typeof asked, count: number, entry: Partial<SealedEntry>, minimum = 5) {
  const entries = new Map(Array.from({ length: count }, (_, at) => [personId(at), { ...emptyEntry, ...entry }]));
  return endOf(newRound(asked[kind], minimum, 0), entries, {
    to: kind === 'ideas' ? 'revealed' : 'closed',
    evenIfFew: false,
    nowMs: 1,
    day: '2026-03-02',
    seen: new Set(entries.keys()),
    nameOf: () => '',
    newId: () => 'n1',
  });
}

describe('the end of a round', () => {
  it('[SEALED-8] a pulse is shown from its minimum on, and one answer less says nothing', () => {
    for (const minimum of [5, 8]) {
      const few = endWith('pulse', minimum - 1, { answers }, minimum);
      expect([few.round, few.due]).toMatchObject([{ counts: null }, { counts: null }]);
      const enough = endWith('pulse', minimum, { answers }, minimum);
      expect([enough.round, enough.due]).toMatchObject([
        { counts: { truth: [0, 0, 0, minimum, 0] } },
        { counts: { truth: [0, 0, 0, minimum, 0] } },
      ]);
    }
  });

  it('[SEALED-7] two ballots are not shown, three are', () => {
    const dots = { a: 2, b: 1 };
    expect(endWith('vote', 2, { dots }).round).toMatchObject({ totals: null, cast: 2 });
    expect(endWith('vote', 3, { dots }).round).toMatchObject({ totals: [6, 3], cast: 3 });
    // somebody who looked and gave no dot has cast no ballot
    expect(endWith('vote', 3, { dots: {} }).round).toMatchObject({ totals: null, cast: 0 });
  });

  it('[SEALED-7] anonymous ideas of two people wait for a facilitator who was warned, those of three do not', () => {
    expect(() => endWith('ideas', 2, { ideas })).toThrow(expect.objectContaining({ code: 'few-writers' }));
    expect(endWith('ideas', 3, { ideas }).round).toMatchObject({ status: 'revealed', writers: 3 });
  });
});

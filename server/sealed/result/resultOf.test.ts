import { describe, expect, it } from 'vitest';
import type { OpenActivity } from '#shared/wire/SealedRequest.ts';
import { personId } from '#server/testing/openTestRelay.ts';
import { resultOf } from './resultOf.ts';
import { newActivity } from '#server/sealed/newActivity.ts';
import type { JoinedBefore } from '#server/sealed/JoinedBefore.ts';
import { emptyEntry, type SealedEntry } from '#server/sealed/SealedEntry.ts';

const id = 'a'.repeat(16);
const answers = { reliability: 4, truth: 4, ability: 4, strength: 4, safe_to_disagree: 4, clear_rules: 4 };
const ideas = [{ id: 'i1', text: 'A bus at five', version: 1 }];
const options = ['a', 'b'].map((option) => ({ id: option, label: option, ref: null }));
const asked: Readonly<Record<'pulse' | 'vote' | 'ideas', OpenActivity>> = {
  pulse: { kind: 'pulse', id },
  vote: { kind: 'vote', id, question: 'Where?', options, dots: 3, cap: 3 },
  ideas: {
    kind: 'ideas',
    id,
    prompt: 'Who is missing?',
    named: false,
    target: { kind: 'sheet' },
  },
};

interface Whose {
  readonly minimum?: number;
  /** of the people who sent something, those who had joined before; null: of an activity that does not know */
  readonly early?: JoinedBefore;
  readonly hasRemovedWriters?: boolean;
  readonly evenIfFew?: boolean;
}

/** The end of an activity in which so many people sent `entry`. */
function endWith(kind: keyof typeof asked, count: number, entry: Partial<SealedEntry>, whose: Whose = {}) {
  const { minimum = 5, early = null, hasRemovedWriters = false, evenIfFew = false } = whose;
  const entries = new Map(Array.from({ length: count }, (_, at) => [personId(at), { ...emptyEntry, ...entry }]));
  return resultOf(newActivity(asked[kind], minimum, 0), entries, {
    to: kind === 'ideas' ? 'revealed' : 'closed',
    evenIfFew,
    hasRemovedWriters,
    nowMs: 1,
    day: '2026-03-02',
    around: { seen: new Set(entries.keys()), early },
    nameOf: () => '',
    newId: () => 'n1',
  });
}

describe('the end of a round', () => {
  it('[SEALED-8] a pulse is shown from its minimum on, and one answer less says nothing', () => {
    for (const minimum of [5, 8]) {
      const few = endWith('pulse', minimum - 1, { answers }, { minimum });
      expect([few.activity, few.due]).toMatchObject([{ counts: null }, { counts: null }]);
      const enough = endWith('pulse', minimum, { answers }, { minimum });
      expect([enough.activity, enough.due]).toMatchObject([
        { counts: { truth: [0, 0, 0, minimum, 0] } },
        { counts: { truth: [0, 0, 0, minimum, 0] } },
      ]);
    }
  });

  it('[SEALED-7] two ballots are not shown, three are', () => {
    const dots = { a: 2, b: 1 };
    expect(endWith('vote', 2, { dots }).activity).toMatchObject({ totals: null, cast: 2 });
    expect(endWith('vote', 3, { dots }).activity).toMatchObject({ totals: [6, 3], cast: 3 });
    // somebody who looked and gave no dot has cast no ballot
    expect(endWith('vote', 3, { dots: {} }).activity).toMatchObject({ totals: null, cast: 0 });
  });

  it('[SEALED-7] anonymous ideas of two people wait for a facilitator who was warned, those of three do not', () => {
    expect(() => endWith('ideas', 2, { ideas })).toThrow(expect.objectContaining({ code: 'few-writers' }));
    expect(endWith('ideas', 3, { ideas }).activity).toMatchObject({ status: 'revealed', writers: 3 });
  });

  /** So many of those who sent something had joined before, each by themselves; and one who sent nothing. */
  const joined = (count: number): JoinedBefore => [
    ...Array.from({ length: count }, (_, at) => [personId(at)]),
    [personId(99)],
  ];

  it('[SEALED-22] only people who had joined before it was opened count toward what is shown; then all answers are in it', () => {
    const dots = { a: 1 };
    expect(endWith('pulse', 9, { answers }, { early: joined(4) }).activity).toMatchObject({
      responded: 9,
      counts: null,
    });
    expect(endWith('pulse', 9, { answers }, { early: joined(5) }).activity).toMatchObject({
      responded: 9,
      counted: 5,
      counts: { truth: [0, 0, 0, 9, 0] },
    });
    expect(endWith('vote', 9, { dots }, { early: joined(2) }).activity).toMatchObject({ cast: 9, totals: null });
    expect(endWith('vote', 9, { dots }, { early: joined(3) }).activity).toMatchObject({ cast: 9, totals: [9, 0] });
    expect(() => endWith('ideas', 9, { ideas }, { early: joined(2) })).toThrow(
      expect.objectContaining({ code: 'few-writers' }),
    );
    expect(endWith('ideas', 9, { ideas }, { early: joined(3) }).activity).toMatchObject({
      status: 'revealed',
      writers: 9,
    });
  });

  it('[SEALED-22] people who share a device count as one', () => {
    const [a, b, c, d, e] = [0, 1, 2, 3, 4].map(personId);
    if (!a || !b || !c || !d || !e) throw new Error('there are five');
    expect(endWith('pulse', 5, { answers }, { early: [[a, b], [c], [d], [e]] }).activity).toMatchObject({
      counts: null,
    });
    expect(endWith('pulse', 5, { answers }, { early: [[a], [b], [c], [d], [e]] }).activity).toMatchObject({
      counted: 5,
    });
  });

  it('[SEALED-23] where a writer was removed, fewer than three are not shown after a warning either', () => {
    const few = { early: joined(2), evenIfFew: true };
    expect(endWith('ideas', 2, { ideas }, few).activity).toMatchObject({ status: 'revealed' });
    expect(() => endWith('ideas', 2, { ideas }, { ...few, hasRemovedWriters: true })).toThrow(
      expect.objectContaining({ code: 'writers-removed' }),
    );
    expect(endWith('ideas', 3, { ideas }, { early: joined(3), hasRemovedWriters: true }).activity).toMatchObject({
      status: 'revealed',
    });
  });
});

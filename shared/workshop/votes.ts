/** The arithmetic of a vote: how many dots, what a ballot may hold, what it adds up to, who leads. */
import { compareText } from '#shared/map/fractionalIndex.ts';
import { nameKey } from '#shared/map/nameKey.ts';
import { withoutIgnorable } from '#shared/text/unseen.ts';
import type { Dots } from '#shared/wire/SealedRequest.ts';
import type { VoteOption } from '#shared/wire/SealedActivity.ts';

/** A quarter of the options, at least two. */
export function suggestedDots(options: number): number {
  return Math.max(2, Math.round(options / 4));
}

/** Dots that somebody may put on one option unless the facilitator says otherwise. */
export const suggestedCap = 2;

interface Terms {
  readonly options: readonly Pick<VoteOption, 'id'>[];
  readonly dots: number;
  readonly cap: number;
}

/** How many dots a ballot spends. */
export function spent(dots: Dots): number {
  return Object.values(dots).reduce((sum, count) => sum + count, 0);
}

/** A ballot after a change of it; no option has fewer than none. */
export function withDots(dots: Dots, by: Dots): Dots {
  const after = { ...dots };
  for (const [option, count] of Object.entries(by)) after[option] = Math.max(0, (after[option] ?? 0) + count);
  return after;
}

/** Why a ballot cannot be taken, or null. */
export function ballotFault(
  terms: Terms,
  dots: Dots,
): 'vote-unknown-option' | 'vote-over-budget' | 'vote-over-cap' | null {
  const known = new Set(terms.options.map(({ id }) => id));
  const given = Object.entries(dots);
  if (given.some(([option]) => !known.has(option))) return 'vote-unknown-option';
  if (given.some(([, count]) => count > terms.cap)) return 'vote-over-cap';
  return spent(dots) > terms.dots ? 'vote-over-budget' : null;
}

/** Dots per option, in the order of the options. */
export function totalsOf(options: readonly Pick<VoteOption, 'id'>[], ballots: readonly Dots[]): number[] {
  return options.map(({ id }) => ballots.reduce((sum, dots) => sum + (dots[id] ?? 0), 0));
}

export interface Placed {
  readonly option: VoteOption;
  readonly total: number;
  /** 1 = most dots; equal totals share a place, and the next one counts on from there (1, 1, 3) */
  readonly place: number;
  readonly tied: boolean;
}

/** The options by their totals, most first, equal ones in the order in which they were asked. */
export function ranking(options: readonly VoteOption[], totals: readonly number[]): Placed[] {
  const rows = options.map((option, index) => ({ option, total: totals[index] ?? 0, index }));
  return rows
    .toSorted((a, b) => b.total - a.total || a.index - b.index)
    .map(({ option, total }) => ({
      option,
      total,
      place: 1 + rows.filter((row) => row.total > total).length,
      tied: rows.filter((row) => row.total === total).length > 1,
    }));
}

const words = (label: string): string[] =>
  withoutIgnorable(label)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => (word.length > 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word));

/** True when two options say nearly the same and would share the dots between them. */
export function looksAlike(a: string, b: string): boolean {
  const [one, other] = [new Set(words(a)), new Set(words(b))];
  if (one.size === 0 || other.size === 0) return nameKey(a) === nameKey(b);
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / (one.size + other.size - shared) >= 0.6;
}

/** Pairs of options that look alike, to be merged before the vote begins. */
export function lookAlikes(labels: readonly string[]): ReadonlyArray<readonly [string, string]> {
  return labels.flatMap((label, index) =>
    labels
      .slice(index + 1)
      .filter((other) => looksAlike(label, other))
      .map((other) => [label, other].toSorted(compareText) as [string, string]),
  );
}

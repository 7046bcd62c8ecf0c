/** The arithmetic of a vote: how many dots, what a ballot may hold, what it adds up to, who leads. */
import { compareText } from '#shared/map/fractionalIndex.ts';
import { nameKey } from '#shared/map/nameKey.ts';
import { normalizedWords, sharedWords } from '#shared/text/normalizedWords.ts';
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

/** True when two options say nearly the same and would share the dots between them. */
export function looksAlike(a: string, b: string): boolean {
  const [one, other] = [normalizedWords(a), normalizedWords(b)];
  if (one.size === 0 || other.size === 0) return nameKey(a) === nameKey(b);
  const shared = sharedWords(one, other).length;
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

export interface Leading {
  /** options that are among the first so many, whatever is chosen among the others */
  readonly sure: readonly VoteOption[];
  /** options with equal totals of which not all are among them; empty where there is no tie at that place */
  readonly tied: readonly VoteOption[];
  /** how many of the tied ones there is room for */
  readonly room: number;
}

/** The first `count` options of a closed vote. A tie is never cut: who runs the workshop chooses. Nothing without a dot leads. */
export function leading(options: readonly VoteOption[], totals: readonly number[], count: number): Leading {
  const rows = ranking(options, totals).filter(({ total }) => total > 0);
  const last = rows[count - 1];
  if (last === undefined) return { sure: count <= 0 ? [] : rows.map(({ option }) => option), tied: [], room: 0 };
  const from = rows.filter(({ total }) => total > last.total);
  const equal = rows.filter(({ total }) => total === last.total);
  const room = count - from.length;
  const isCut = equal.length > room;
  return {
    sure: [...from, ...(isCut ? [] : equal)].map(({ option }) => option),
    tied: isCut ? equal.map(({ option }) => option) : [],
    room: isCut ? room : 0,
  };
}

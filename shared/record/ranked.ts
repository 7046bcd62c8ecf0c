/** The options of a closed vote, most dots first; equal ones share a place and stay in the order in which they were asked. */
import type { VoteRecord } from './RecordEntry.ts';

export interface RankedOption {
  readonly label: string;
  readonly total: number;
  /** 1 = most dots */
  readonly place: number;
}

export function ranked({ options, totals }: Pick<VoteRecord, 'options' | 'totals'>): readonly RankedOption[] {
  const rows = options.map((label, index) => ({ label, total: totals[index] ?? 0 }));
  return rows
    .toSorted((a, b) => b.total - a.total)
    .map((row) => ({ ...row, place: 1 + totals.filter((total) => total > row.total).length }));
}

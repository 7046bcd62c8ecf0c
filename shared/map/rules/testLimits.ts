/** For tests: boards of a few lines, and rules looked at on both sides of a limit. */
import { expect, it } from 'vitest';
import { addDays } from '../days.ts';
import { parseBoard } from '../file/parseBoard.ts';
import { indexMap, type MapIndex } from '../MapIndex.ts';
import { findingsOf } from './computeFindings.ts';

export const asOf = '2026-03-02';
export const daysAgo = (days: number): string => addDays(asOf, -days);

export function indexOf(given: object): MapIndex {
  const board = parseBoard(given);
  if (!board.ok) throw new Error(JSON.stringify(board.problems));
  return indexMap(board.map, asOf);
}

export const ids = (count: number, prefix = 'x'): string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}${at}`);
export const organization = (id: string, fields: object = {}): object => ({
  id,
  name: id,
  engagement: 'partner',
  ...fields,
});
export const person = (id: string, fields: object = {}): object => ({
  id,
  organization_id: 'o',
  kind: 'doer',
  ...fields,
});

/** At its limit a rule is silent, one step past it speaks. */
export type Limit = readonly [rule: string, limit: string, silent: object, speaking: object];

export function testLimits(limits: readonly Limit[]): void {
  for (const [rule, limit, silent, speaking] of limits)
    it(`[FIND-2] ${rule} is silent at its limit and speaks past it: ${limit}`, () => {
      expect(findingsOf(indexOf(silent), rule)).toEqual([]);
      expect(findingsOf(indexOf(speaking), rule)).not.toEqual([]);
    });
}

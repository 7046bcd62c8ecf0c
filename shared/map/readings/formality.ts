/** How much of what was agreed is on paper. */
import type { EntityOf } from '../collections.ts';
import type { MapIndex } from '../MapIndex.ts';

/** A line counts as written when its agreement is in force (invariant 6). */
export function isWritten(index: MapIndex, line: EntityOf<'lines'>): boolean {
  return line.agreement_id !== null && index.agreementsInForce.has(line.agreement_id);
}

/** Agreed lines and how many of them are written; background, not a verdict. */
export function formality(index: MapIndex): { readonly agreed: number; readonly written: number } {
  const agreed = index.lines.filter((line) => line.status === 'agreed');
  return { agreed: agreed.length, written: agreed.filter((line) => isWritten(index, line)).length };
}

/** The order of a board: of interests around the goal, of organizations in each of them. */
import type { FrameCard, FrameInput, FrameInterest } from './FrameLayout.ts';

/** Without `localeCompare`: the order must not depend on somebody's language. */
function compare(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') {
    return a - b;
  }
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function cardOrder(a: FrameCard, b: FrameCard): number {
  return compare(a.addedOrder, b.addedOrder) || compare(a.placementId, b.placementId);
}

export function interestOrder(a: FrameInterest, b: FrameInterest): number {
  return compare(a.order, b.order) || compare(a.id, b.id);
}

export function inOrder({ interests, cards }: FrameInput): FrameInput {
  return { interests: interests.toSorted(interestOrder), cards: cards.toSorted(cardOrder) };
}

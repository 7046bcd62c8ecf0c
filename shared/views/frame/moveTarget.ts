/** Where a card goes by keyboard: to the next or previous place of its wedge, or into the next or previous wedge. */
import type { FrameLayout, WedgePosition } from './FrameLayout.ts';
import { positionInWedge } from './gestureToPosition.ts';
import type { StepWay } from '../StepWay.ts';

export interface MoveTarget {
  readonly interestId: string;
  /** Null in another wedge: layout gives the card its place there. */
  readonly position: WedgePosition | null;
  /** The card that stands there now and will make way, if any. */
  readonly instead: string | null;
}

/** Null when there is no such card or nowhere else to go. Wedges follow each other clockwise, places in the order in which they are filled. */
export function moveTarget(layout: FrameLayout, placementId: string, way: StepWay): MoveTarget | null {
  const card = layout.cards.find((one) => one.placementId === placementId);
  const wedge = layout.wedges.find((one) => one.interestId === card?.interestId);
  if (card === undefined || wedge === undefined) {
    return null;
  }
  const by = way === 'next' || way === 'nextPart' ? 1 : -1;
  if (way === 'nextPart' || way === 'previousPart') {
    const count = layout.wedges.length;
    const other = layout.wedges[(wedge.index + by + count) % count];
    return other === undefined || other === wedge
      ? null
      : { interestId: other.interestId, position: null, instead: null };
  }
  const { places } = wedge;
  let here = -1;
  let nearest = Infinity;
  for (const [index, place] of places.entries()) {
    // A card that somebody put elsewhere moves on from the place next to it.
    const distance = Math.hypot(place.center.x - card.center.x, place.center.y - card.center.y);
    if (distance < nearest - 1e-6) {
      here = index;
      nearest = distance;
    }
  }
  const target = places[(here + by + places.length) % places.length];
  if (target === undefined || places.length < 2) {
    return null;
  }
  return {
    interestId: wedge.interestId,
    position: positionInWedge(wedge, target.center, card.form),
    instead: target.placementId === placementId ? null : target.placementId,
  };
}

/** From a point where somebody lets a card go to the wedge it belongs to and the place in it. The inverse of placing. */
import type { FrameLayout, Point, WedgeLayout, WedgePosition } from './FrameLayout.ts';
import { nearestInside } from './nearestInside.ts';
import { angleFrom, positionAt } from './wedgePosition.ts';
import { wedgeRegion } from './wedgeRegion.ts';

export interface DropTarget {
  /** Null on the goal, outside the ring, and when there is no wedge. */
  readonly interestId: string | null;
  /** What to store in the placement: the nearest place to the point where a whole card stands in the wedge. */
  readonly position: WedgePosition | null;
  readonly where: 'wedge' | 'heading' | 'goal' | 'outside';
}

/** The wedge whose sector the point lies in, whatever its distance from the goal. */
export function wedgeAtAngle(layout: FrameLayout, point: Point): WedgeLayout | null {
  const first = layout.wedges[0];
  if (first === undefined) {
    return null;
  }
  const angle = angleFrom(first.start, point);
  return layout.wedges.find((wedge) => angle < wedge.end) ?? layout.wedges.at(-1) ?? null;
}

/** Where a card stands that is wished at `point` of this wedge. */
export function positionInWedge(wedge: WedgeLayout, point: Point): WedgePosition {
  return positionAt(wedge, nearestInside(wedgeRegion(wedge), point) ?? point);
}

/** `point` is the middle of the dropped card, relative to the goal's center. A drop on a heading goes into its wedge. */
export function gestureToPosition(layout: FrameLayout, point: Point): DropTarget {
  const distance = Math.hypot(point.x, point.y);
  if (distance < layout.innerRadius) {
    return { interestId: null, position: null, where: 'goal' };
  }
  if (distance > layout.outerRadius) {
    const headed = layout.wedges.find(({ heading: { box } }) => {
      return point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height;
    });
    // On a heading people mean the interest, not a place: layout finds one.
    return {
      interestId: headed?.interestId ?? null,
      position: null,
      where: headed === undefined ? 'outside' : 'heading',
    };
  }
  const wedge = wedgeAtAngle(layout, point);
  return wedge === null
    ? { interestId: null, position: null, where: 'outside' }
    : { interestId: wedge.interestId, position: positionInWedge(wedge, point), where: 'wedge' };
}

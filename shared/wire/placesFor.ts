/** Places on a board by role: whoever fills it with one link leaves room for those with a stronger one. */
import type { Role } from './roles.ts';

const forFacilitators = 20;
const shareOfObservers = 0.75;

/** Up to how many people, or connections, somebody of this role still fits in, where there is room for `places`. */
export function placesFor(role: Role, places: number): number {
  if (role === 'facilitator') return places + forFacilitators;
  return role === 'observer' ? Math.ceil(places * shareOfObservers) : places;
}

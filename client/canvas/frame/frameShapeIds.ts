/** Ids of the frame's shapes: functions of the map's ids, the same on every screen. */
import { placementCardId } from '#shared/views/frame/frameContents.ts';
import type { TLShapeId } from '@tldraw/tldraw';

export const goalShapeId = 'shape:goal' as TLShapeId;

export function interestShapeId(interest: string): TLShapeId {
  return `shape:interest.${interest}` as TLShapeId;
}

/** The card of an organization in an interest; without interest the one beside the ring. */
export function cardShapeId(organization: string, interest: string | null): TLShapeId {
  return (
    interest === null ? `shape:organization.${organization}` : placementCardId(organization, interest)
  ) as TLShapeId;
}

export function tokenShapeId(representative: string, interest: string | null): TLShapeId {
  return `shape:representative.${representative}~${interest ?? ''}` as TLShapeId;
}

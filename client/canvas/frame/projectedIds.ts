/** Ids and places in the stack of projected shapes: functions of the map's ids, the same on every screen. */
import { placementCardId } from '#shared/views/frame/frameContents.ts';
import type { IndexKey, TLShapeId } from '@tldraw/tldraw';

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

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** All below `a0`, where free shapes begin, so that drawings and notes lie on top of the frame. */
const levels = { quarter: 'Zt', round: 'Zu', link: 'Zv', note: 'Zw', wedge: 'Zx', goal: 'Zy', card: 'Zz' } as const;

/** The index of a shape depends on its id alone: no other shape changes when one comes or goes. */
export function stackIndex(level: keyof typeof levels, id: string): IndexKey {
  let [one, two] = [0x811c9dc5, 0x9e3779b1];
  for (let at = 0; at < id.length; at += 1) {
    const code = id.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193) >>> 0;
    two = Math.imul(two ^ code, 0x85ebca6b) >>> 0;
  }
  let word = '';
  for (const part of [one, two]) {
    let rest = part;
    for (let at = 0; at < 5; at += 1) {
      word += digits.charAt(rest % 62);
      rest = Math.floor(rest / 62);
    }
  }
  // A fraction never ends in 0; below `zz` stays room for the card that is being dragged.
  return `${levels[level]}${word}1` as IndexKey;
}

/** True for an index as `stackIndex` makes them: no free shape may stand at the same place. */
export function isStackIndex(index: string): boolean {
  return /^Z[xyz][0-9A-Za-z]{10}1$/.test(index);
}

/** Above all other cards, while somebody drags it. */
export const draggedIndex = 'Zzzzzzzzzzzzzzz1' as IndexKey;

/** Tokens stand in their card in this order. */
export function tokenIndex(at: number): IndexKey {
  return `a${digits.charAt(at + 1)}` as IndexKey;
}

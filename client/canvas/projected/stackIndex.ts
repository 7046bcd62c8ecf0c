/** Places in the stack of shapes that show the map: functions of their ids, the same on every screen. */
import type { IndexKey } from '@tldraw/tldraw';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A letter; a later one lies above an earlier one. All are below `a0`, where free shapes begin: drawings lie on top. */
export type Layer = 'q' | 'r' | 's' | 't' | 'u' | 'v' | 'w' | 'x' | 'y' | 'z';

/** The index of a shape depends on its id alone: no other shape changes when one comes or goes. */
export function stackIndex(layer: Layer, id: string): IndexKey {
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
  return `Z${layer}${word}1` as IndexKey;
}

/** True for an index as `stackIndex` makes them: no free shape may stand at the same place. */
export function isStackIndex(index: string): boolean {
  return /^Z[a-z][0-9A-Za-z]{10}1$/.test(index);
}

/** Above all others of the map, while somebody drags it. */
export const draggedIndex = 'Zzzzzzzzzzzzzzz1' as IndexKey;

/** Shapes within another one stand in it in this order. */
export function placeIndex(at: number): IndexKey {
  return `a${digits.charAt(at + 1)}` as IndexKey;
}

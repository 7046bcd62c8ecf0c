/**
 * Makes values ready for another thread. A message copies the whole memory under a view of it, so bytes that are a part of
 * something larger are cut out first; large ones are handed over.
 */

/** Below this handing over costs more than one copy more. */
const largeBytes = 64 * 1024;

export interface Parcel {
  readonly value: unknown;
  /** for `postMessage` */
  readonly transfer: ArrayBuffer[];
}

/** `isOurs`: nobody here looks at the value any more, so that its memory may go. Otherwise what goes is a copy. */
export function parcel(value: unknown, isOurs: boolean): Parcel {
  const transfer = new Set<ArrayBuffer>();
  const packed = (part: unknown): unknown => {
    if (part instanceof Uint8Array) return bytes(part);
    if (Array.isArray(part)) return part.map(packed);
    if (part instanceof Map) return new Map([...part].map(([key, one]) => [key, packed(one)]));
    if (part === null || typeof part !== 'object' || part instanceof Set) return part;
    return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, packed(one)]));
  };
  const bytes = (part: Uint8Array): Uint8Array => {
    const isWhole = part.byteLength === part.buffer.byteLength;
    const isLarge = part.byteLength >= largeBytes;
    if (isWhole && !isLarge) return part;
    const own = isWhole && isOurs ? part : new Uint8Array(part);
    if (isLarge && own.buffer instanceof ArrayBuffer) transfer.add(own.buffer);
    return own;
  };
  return { value: packed(value), transfer: [...transfer] };
}

/** Reads the body of a sync step 1: how far the sender knows each client id. */
import { readUint, type ReadPlace } from './readUint.ts';

/** null when it is not one; claims no more than the bytes can hold. */
export function readStateVector(body: Uint8Array): Map<number, number> | null {
  const place: ReadPlace = { at: 0 };
  const count = readUint(body, place);
  if (count < 0 || count * 2 > body.length) return null;
  const vector = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const client = readUint(body, place);
    const clock = readUint(body, place);
    if (client < 0 || clock < 0) return null;
    vector.set(client, clock);
  }
  return place.at === body.length ? vector : null;
}

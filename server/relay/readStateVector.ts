/** Reads the body of a sync step 1: how far the sender knows each client id. */

/** null when it is not one; claims no more than the bytes can hold. */
export function readStateVector(body: Uint8Array): Map<number, number> | null {
  let at = 0;
  const uint = (): number => {
    let value = 0;
    let factor = 1;
    for (let i = 0; i < 8; i++) {
      const byte = body[at++];
      if (byte === undefined) return -1;
      value += (byte & 127) * factor;
      if (byte < 128) return value > Number.MAX_SAFE_INTEGER ? -1 : value;
      factor *= 128;
    }
    return -1;
  };
  const count = uint();
  if (count < 0 || count * 2 > body.length) return null;
  const vector = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const client = uint();
    const clock = uint();
    if (client < 0 || clock < 0) return null;
    vector.set(client, clock);
  }
  return at === body.length ? vector : null;
}

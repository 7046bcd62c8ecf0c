/** Reads one variable-length unsigned integer, as y-protocols write them, without trusting the bytes. */

/** Where reading stands; `readUint` moves it on. */
export interface ReadPlace {
  at: number;
}

/** -1 when the bytes end too early or the number is larger than JavaScript can count. */
export function readUint(body: Uint8Array, place: ReadPlace): number {
  let value = 0;
  let factor = 1;
  for (let i = 0; i < 8; i++) {
    const byte = body[place.at++];
    if (byte === undefined) return -1;
    value += (byte & 127) * factor;
    if (byte < 128) return value > Number.MAX_SAFE_INTEGER ? -1 : value;
    factor *= 128;
  }
  return -1;
}

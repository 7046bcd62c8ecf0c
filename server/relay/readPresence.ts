/** Reads an awareness message without decoding the states: who, which clock, which bytes. */

export interface PresenceEntry {
  readonly client: number;
  readonly clock: number;
  /** the state as JSON, not decoded; `null` in JSON means gone */
  readonly json: Uint8Array;
}

/** A stock client sends back every entry it receives (reliability.md, L10), so many entries are not an attack by themselves. */
const maxEntries = 2_000;

/** null when the message is not one. */
export function readPresence(body: Uint8Array): PresenceEntry[] | null {
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
  // an entry is at least client, clock, length and `{}`
  if (count < 0 || count > maxEntries || count * 5 > body.length) return null;
  const entries: PresenceEntry[] = [];
  for (let i = 0; i < count; i++) {
    const client = uint();
    const clock = uint();
    const length = uint();
    if (client < 0 || client > 0xffff_ffff || clock < 0 || length < 0 || at + length > body.length) return null;
    entries.push({ client, clock, json: body.subarray(at, at + length) });
    at += length;
  }
  return at === body.length ? entries : null;
}

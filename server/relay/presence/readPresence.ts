/** Reads an awareness message without decoding the states: who, which clock, which bytes. */
import { readUint, type ReadPlace } from '#server/relay/connection/readUint.ts';

export interface PresenceEntry {
  readonly client: number;
  readonly clock: number;
  /** the state as JSON, not decoded; `null` in JSON means gone */
  readonly json: Uint8Array;
}

/** A stock client sends back every entry it receives, so many entries are not an attack by themselves. */
const maxEntries = 2_000;

/** null when the message is not one. */
export function readPresence(body: Uint8Array): PresenceEntry[] | null {
  const place: ReadPlace = { at: 0 };
  const count = readUint(body, place);
  // an entry is at least client, clock, length and `{}`
  if (count < 0 || count > maxEntries || count * 5 > body.length) return null;
  const entries: PresenceEntry[] = [];
  for (let i = 0; i < count; i++) {
    const client = readUint(body, place);
    const clock = readUint(body, place);
    const length = readUint(body, place);
    if (client < 0 || client > 0xffff_ffff || clock < 0 || length < 0 || place.at + length > body.length) return null;
    entries.push({ client, clock, json: body.subarray(place.at, place.at + length) });
    place.at += length;
  }
  return place.at === body.length ? entries : null;
}

/** Reads one message: exactly one, nothing before or after it. */
import { messageKinds, syncKinds } from '#shared/wire/messages.ts';

export type Message =
  | { readonly kind: 'step1'; readonly body: Uint8Array }
  | { readonly kind: 'step2'; readonly body: Uint8Array }
  | { readonly kind: 'update'; readonly body: Uint8Array }
  | { readonly kind: 'presence'; readonly body: Uint8Array }
  | { readonly kind: 'queryPresence' }
  | { readonly kind: 'roundtable'; readonly text: string };

const syncNames = { [syncKinds.step1]: 'step1', [syncKinds.step2]: 'step2', [syncKinds.update]: 'update' } as const;

/** null for everything that is not exactly one message of a known kind. */
export function readMessage(data: Uint8Array): Message | null {
  const kind = data[0];
  if (kind === messageKinds.sync) {
    const sync = data[1];
    if (sync !== syncKinds.step1 && sync !== syncKinds.step2 && sync !== syncKinds.update) return null;
    const body = readRest(data, 2);
    return body === null ? null : { kind: syncNames[sync], body };
  }
  if (kind === messageKinds.awareness) {
    const body = readRest(data, 1);
    return body === null ? null : { kind: 'presence', body };
  }
  if (kind === messageKinds.queryAwareness) return data.length === 1 ? { kind: 'queryPresence' } : null;
  if (kind === messageKinds.roundtable) {
    const body = readRest(data, 1);
    return body === null
      ? null
      : { kind: 'roundtable', text: Buffer.from(body.buffer, body.byteOffset, body.length).toString('utf8') };
  }
  return null;
}

/** A length and exactly so many bytes up to the end of the message. */
function readRest(data: Uint8Array, start: number): Uint8Array | null {
  let at = start;
  let length = 0;
  let factor = 1;
  for (;;) {
    const byte = data[at++];
    if (byte === undefined || factor > 2 ** 35) return null;
    length += (byte & 127) * factor;
    if (byte < 128) break;
    factor *= 128;
  }
  return data.length - at === length ? data.subarray(at) : null;
}

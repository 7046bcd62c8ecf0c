/** Frames of the y-protocols as the load generator sends and reads them, with nothing around them. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { frameKinds, protocolVersion, syncKinds } from '#shared/wire/messages.ts';

const emptyStateVector = Uint8Array.of(0);
const emptyUpdate = Uint8Array.of(0, 0);

function syncFrame(kind: number, body: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frameKinds.sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, body);
  });
}

export const step1Frame = (): Uint8Array => syncFrame(syncKinds.step1, emptyStateVector);
export const emptyStep2Frame = (): Uint8Array => syncFrame(syncKinds.step2, emptyUpdate);
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(syncKinds.update, update);

export function helloFrame(): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frameKinds.roundtable);
    encoding.writeVarString(encoder, JSON.stringify({ type: 'hello', protocol: protocolVersion }));
  });
}

export function presenceFrame(clientId: number, clock: number, state: object): Uint8Array {
  const body = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, JSON.stringify(state));
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frameKinds.awareness);
    encoding.writeVarUint8Array(encoder, body);
  });
}

export interface SyncFrame {
  readonly kind: number;
  readonly body: Uint8Array;
}

/** The sync frames in one WebSocket message; everything else is skipped. */
export function readSyncFrames(message: Uint8Array, prefixLength: number, concatenated: boolean): SyncFrame[] {
  const found: SyncFrame[] = [];
  const decoder = decoding.createDecoder(message);
  while (decoding.hasContent(decoder)) {
    decoder.pos += prefixLength;
    const kind = decoding.readVarUint(decoder);
    // 4: the same as sync in Hocuspocus' dialect
    if (kind === frameKinds.sync || (prefixLength > 0 && kind === 4)) {
      found.push({ kind: decoding.readVarUint(decoder), body: decoding.readVarUint8Array(decoder) });
    } else if (kind === frameKinds.awareness) decoding.readVarUint8Array(decoder);
    else return found;
    if (!concatenated) return found;
  }
  return found;
}

/** Calls back with each client's range of clocks that an update holds. */
export function eachRange(update: Uint8Array, call: (clientId: number, from: number, to: number) => void): void {
  const { from, to } = Y.parseUpdateMeta(update);
  for (const [clientId, end] of to) call(clientId, from.get(clientId) ?? 0, end);
}

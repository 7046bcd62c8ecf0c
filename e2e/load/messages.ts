/** Messages of the y-protocols as the load generator sends and reads them, with nothing around them. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { messageKinds, protocolVersion, syncKinds } from '#shared/wire/messages.ts';

const emptyStateVector = Uint8Array.of(0);
const emptyUpdate = Uint8Array.of(0, 0);

function syncMessage(kind: number, body: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageKinds.sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, body);
  });
}

export const step1Message = (): Uint8Array => syncMessage(syncKinds.step1, emptyStateVector);
export const emptyStep2Message = (): Uint8Array => syncMessage(syncKinds.step2, emptyUpdate);
export const updateMessage = (update: Uint8Array): Uint8Array => syncMessage(syncKinds.update, update);

export function helloMessage(): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageKinds.roundtable);
    encoding.writeVarString(encoder, JSON.stringify({ type: 'hello', protocol: protocolVersion }));
  });
}

export function presenceMessage(clientId: number, clock: number, state: object): Uint8Array {
  const body = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, JSON.stringify(state));
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageKinds.awareness);
    encoding.writeVarUint8Array(encoder, body);
  });
}

export interface SyncMessage {
  readonly kind: number;
  readonly body: Uint8Array;
}

/** The sync messages in one WebSocket message; everything else is skipped. */
export function readSyncMessages(message: Uint8Array, prefixLength: number, concatenated: boolean): SyncMessage[] {
  const found: SyncMessage[] = [];
  const decoder = decoding.createDecoder(message);
  while (decoding.hasContent(decoder)) {
    decoder.pos += prefixLength;
    const kind = decoding.readVarUint(decoder);
    // 4: the same as sync in Hocuspocus' dialect
    if (kind === messageKinds.sync || (prefixLength > 0 && kind === 4)) {
      found.push({ kind: decoding.readVarUint(decoder), body: decoding.readVarUint8Array(decoder) });
    } else if (kind === messageKinds.awareness) decoding.readVarUint8Array(decoder);
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

/** Messages of our wire, whole and broken, for raw sockets. */
import * as encoding from 'lib0/encoding';
import { messageKinds, syncKinds } from '#shared/wire/messages.ts';

const varBytes =
  (...head: number[]) =>
  (body: Uint8Array): Uint8Array =>
    encoding.encode((encoder) => {
      head.forEach((value) => encoding.writeVarUint(encoder, value));
      encoding.writeVarUint8Array(encoder, body);
    });

export const hostileMessages = {
  step1: varBytes(messageKinds.sync, syncKinds.step1),
  step2: varBytes(messageKinds.sync, syncKinds.step2),
  update: varBytes(messageKinds.sync, syncKinds.update),
  presence: varBytes(messageKinds.awareness),

  message: (message: unknown): Uint8Array =>
    varBytes(messageKinds.roundtable)(Buffer.from(typeof message === 'string' ? message : JSON.stringify(message))),

  /** presence entries as awareness writes them */
  presenceOf: (entries: ReadonlyArray<{ clientId: number; clock: number; state: unknown }>): Uint8Array =>
    varBytes(messageKinds.awareness)(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, entries.length);
        for (const { clientId, clock, state } of entries) {
          encoding.writeVarUint(encoder, clientId);
          encoding.writeVarUint(encoder, clock);
          encoding.writeVarString(encoder, typeof state === 'string' ? state : JSON.stringify(state));
        }
      }),
    ),

  /** state vector that claims more entries than it holds */
  lyingStateVector: (): Uint8Array =>
    varBytes(messageKinds.sync, syncKinds.step1)(Uint8Array.of(0xff, 0xff, 0xff, 0x7f)),

  /** state vector of so many clients that nobody has heard of */
  hugeStateVector: (clients: number): Uint8Array =>
    varBytes(
      messageKinds.sync,
      syncKinds.step1,
    )(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, clients);
        for (let client = 0; client < clients; client++) {
          encoding.writeVarUint(encoder, client + 1);
          encoding.writeVarUint(encoder, 1);
        }
      }),
    ),

  empty: (): Uint8Array => new Uint8Array(0),
  unknownKind: (): Uint8Array => Uint8Array.of(99, 1, 2, 3),
  unknownSyncKind: (): Uint8Array => Uint8Array.of(messageKinds.sync, 9, 0),
  /** a length whose bytes never end */
  cutVarint: (): Uint8Array => Uint8Array.of(messageKinds.sync, syncKinds.update, 0xff, 0xff),
  /** ends before the length it names */
  cutBody: (): Uint8Array => Uint8Array.of(messageKinds.sync, syncKinds.update, 100, 1, 2),
  twoMessages: (): Uint8Array =>
    Uint8Array.of(messageKinds.sync, syncKinds.step1, 1, 0, messageKinds.sync, syncKinds.step1, 1, 0),
} as const;

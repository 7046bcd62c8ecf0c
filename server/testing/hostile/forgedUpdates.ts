/**
 * Yjs updates (format V1) that no honest client writes. Numbers in the names refer to what was seen on bare relays: a few
 * bytes that claim millions of parts, that silence another person, that never fit.
 */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { roots } from '#shared/board/roots.ts';

type Write = (encoder: encoding.Encoder) => void;

const bytes = (write: Write): Uint8Array => encoding.encode(write);
const uints = (encoder: encoding.Encoder, ...values: number[]): void =>
  values.forEach((value) => encoding.writeVarUint(encoder, value));

/** What a document's change writes as an update. */
export function updateOf(change: (doc: Y.Doc) => void, clientId?: number): Uint8Array {
  const doc = new Y.Doc();
  if (clientId !== undefined) doc.clientID = clientId;
  doc.transact(() => change(doc));
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

export const forgedUpdates = {
  /** seven bytes that claim thirty million parts */
  manyParts: (): Uint8Array => bytes((encoder) => uints(encoder, 1, 30_000_000, 1, 0)),

  /** the same claim in the second block, behind an honest one */
  manyPartsBehind: (): Uint8Array => bytes((encoder) => uints(encoder, 2, 1, 1, 0, 0, 1, 30_000_000, 2, 0)),

  manyClients: (): Uint8Array => bytes((encoder) => uints(encoder, 30_000_000)),

  manyDeletes: (): Uint8Array => bytes((encoder) => uints(encoder, 0, 1, 7, 30_000_000)),

  /** fifteen bytes that take the next 2^30 clocks of somebody, as garbage */
  silence: (clientId: number, clock: number): Uint8Array =>
    bytes((encoder) => {
      uints(encoder, 1, 1, clientId, clock);
      encoding.writeUint8(encoder, 0);
      uints(encoder, 2 ** 30, 0);
    }),

  /** a record written under somebody else's client id */
  inTheNameOf: (clientId: number, clock: number, key: string): Uint8Array =>
    bytes((encoder) => {
      uints(encoder, 1, 1, clientId, clock);
      writeRootEntry(encoder, roots.canvas, key);
      uints(encoder, 0);
    }),

  /** deletes clocks of somebody that nobody has seen yet */
  deleteAhead: (clientId: number, clock: number): Uint8Array =>
    bytes((encoder) => uints(encoder, 0, 1, clientId, 1, clock, 1_000_000)),

  /** one entry whose predecessors nobody has */
  withoutPredecessor: (clientId: number, clock: number, padding = 150): Uint8Array =>
    bytes((encoder) => {
      uints(encoder, 1, 1, clientId, clock);
      writeRootEntry(encoder, roots.canvas, `k${clock}`, 'x'.repeat(padding));
      uints(encoder, 0);
    }),

  unknownRoot: (): Uint8Array => updateOf((doc) => doc.getMap('elsewhere').set('key', 'value')),

  prototypeRoot: (): Uint8Array => updateOf((doc) => doc.getMap('__proto__').set('key', 'value')),

  /** a list where the document has maps */
  listInRoot: (): Uint8Array => updateOf((doc) => doc.getArray(roots.canvas).push([1, 2, 3])),

  xmlInRoot: (): Uint8Array => updateOf((doc) => doc.getMap(roots.canvas).set('shape:x', new Y.XmlElement('script'))),

  subdocument: (): Uint8Array => updateOf((doc) => doc.getMap(roots.canvas).set('shape:x', new Y.Doc())),

  /** maps in maps */
  deepTypes: (depth: number): Uint8Array =>
    updateOf((doc) => {
      let map = doc.getMap<unknown>(roots.canvas);
      for (let level = 0; level < depth; level++) {
        const inner = new Y.Map<unknown>();
        map.set(`shape:${level}`, inner);
        map = inner;
      }
    }),

  /** lists in lists in one value: 40 kB that overflow the stack of a careless reader */
  deepValue: (depth: number): Uint8Array =>
    bytes((encoder) => {
      uints(encoder, 1, 1, 4_242, 0);
      encoding.writeUint8(encoder, 0b0010_1000);
      uints(encoder, 1);
      encoding.writeVarString(encoder, roots.canvas);
      encoding.writeVarString(encoder, 'shape:deep');
      uints(encoder, 1);
      for (let level = 0; level < depth; level++) encoding.writeUint8Array(encoder, Uint8Array.of(117, 1));
      encoding.writeUint8Array(encoder, Uint8Array.of(126, 0));
    }),

  /** an entry of a root under this key */
  entry: (root: string, key: string, value: unknown): Uint8Array => updateOf((doc) => doc.getMap(root).set(key, value)),

  /** text that is no UTF-8 */
  brokenText: (): Uint8Array =>
    bytes((encoder) => {
      uints(encoder, 1, 1, 4_243, 0);
      encoding.writeUint8(encoder, 0b0010_1000);
      uints(encoder, 1);
      encoding.writeVarString(encoder, roots.canvas);
      encoding.writeVarUint8Array(encoder, Uint8Array.of(0xff, 0xfe, 0xc0));
      uints(encoder, 1);
      encoding.writeAny(encoder, 1);
      uints(encoder, 0);
    }),
} as const;

/** One part: an any-value under a key of a root (content kind 8, has a key). */
function writeRootEntry(encoder: encoding.Encoder, root: string, key: string, value = 'forged'): void {
  encoding.writeUint8(encoder, 0b0010_1000);
  uints(encoder, 1);
  encoding.writeVarString(encoder, root);
  encoding.writeVarString(encoder, key);
  uints(encoder, 1);
  encoding.writeAny(encoder, value);
}

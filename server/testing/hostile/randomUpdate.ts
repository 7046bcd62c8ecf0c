/**
 * Updates (format V1) from a seed, of every structure that an attacker can think of: parts that hang on anything, types in types,
 * many writing ids, roots that do not exist, an honest block in front of a forged one, honest bytes with damage.
 */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { roots } from '#shared/board/roots.ts';
import type { Random } from '#shared/testing/random.ts';
import { forgedUpdates, updateOf } from './forgedUpdates.ts';
import { mutateBytes } from './mutateBytes.ts';
import { randomStructure } from './randomStructure.ts';

export interface UpdateKind {
  readonly name: string;
  /** `doc` is what the attacker sees, `client` an id of theirs */
  readonly make: (random: Random, doc: Y.Doc, client: number) => Uint8Array;
}

const anyId = (random: Random): number => 1 + random.below(2 ** 31);

/** One deleted part under each of so many new ids: nothing to see, and a longer state vector for everybody. */
export function bareParts(random: Random, ids: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, ids);
    for (let id = 0; id < ids; id++) {
      for (const value of [1, anyId(random), 0]) encoding.writeVarUint(encoder, value);
      encoding.writeUint8(encoder, 0);
      encoding.writeVarUint(encoder, 1);
    }
    encoding.writeVarUint(encoder, 0);
  });
}

/** Both in one update: the blocks of the first, then those of the second. */
function mixed(honest: Uint8Array, forged: Uint8Array): Uint8Array {
  try {
    return Y.mergeUpdates([honest, forged]);
  } catch {
    // what cannot even be merged goes as it is, behind the honest bytes
    return Buffer.concat([honest.subarray(0, -1), forged]);
  }
}

const note = (random: Random, client: number): Uint8Array =>
  updateOf(
    (doc) => doc.getMap(roots.canvas).set(`shape:m${random.below(1_000)}`, new Y.Map([['pos', [1, 2, 0]]])),
    client,
  );

export const updateKinds: readonly UpdateKind[] = [
  { name: 'parts on anything', make: (random, doc, client) => randomStructure(random, doc, client, 24) },
  { name: 'types in types', make: (random) => forgedUpdates.deepTypes(random.pick([4, 50, 2_600])) },
  { name: 'lists in lists', make: (random) => forgedUpdates.deepValue(random.pick([10, 1_000, 20_000])) },
  { name: 'many new ids', make: (random) => bareParts(random, random.pick([8, 256, 11_264])) },
  {
    name: 'numbers that lie',
    make: (random) =>
      random.pick([
        forgedUpdates.manyParts,
        forgedUpdates.manyPartsBehind,
        forgedUpdates.manyClients,
        forgedUpdates.manyDeletes,
        forgedUpdates.brokenText,
      ])(),
  },
  {
    name: 'other roots and types',
    make: (random) =>
      random.pick([
        forgedUpdates.unknownRoot,
        forgedUpdates.prototypeRoot,
        forgedUpdates.listInRoot,
        forgedUpdates.xmlInRoot,
        forgedUpdates.subdocument,
      ])(),
  },
  {
    name: "others' ids",
    make: (random, doc) => {
      const id = random.pick([...doc.store.clients.keys(), anyId(random)]);
      const clock = Y.getState(doc.store, id) + random.below(3);
      return random.pick([
        () => forgedUpdates.silence(id, clock),
        () => forgedUpdates.inTheNameOf(id, clock, 'shape:theirs'),
        () => forgedUpdates.deleteAhead(id, clock),
        () => forgedUpdates.withoutPredecessor(anyId(random), 10),
      ])();
    },
  },
  {
    name: 'mixed blocks',
    make: (random, doc, client) => {
      const { make } = random.pick(updateKinds.filter(({ name }) => name !== 'mixed blocks'));
      return mixed(note(random, client), make(random, doc, client));
    },
  },
  {
    name: 'honest bytes with damage',
    make: (random, doc, client) => mutateBytes(note(random, client), () => random.next()),
  },
];

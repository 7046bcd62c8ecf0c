/**
 * Updates (format V1) whose parts hang on roots, on each other, on parts of the document and on nothing at random: types in
 * types, texts under keys, parts beside parts of another parent, deleted and skipped clocks. All can be read; few make sense.
 */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { roots } from '#shared/board/roots.ts';
import type { Random } from '#shared/testing/random.ts';

/** A clock that is in the document, or may be. */
interface Reference {
  readonly client: number;
  readonly clock: number;
}

const uints = (encoder: encoding.Encoder, ...values: number[]): void =>
  values.forEach((value) => encoding.writeVarUint(encoder, value));

/** One update that continues `client` at `clock`, with up to `most` parts. */
export function randomStructure(random: Random, doc: Y.Doc, client: number, most: number): Uint8Array {
  const from = Y.getState(doc.store, client);
  const count = 1 + random.below(most);
  return encoding.encode((encoder) => {
    uints(encoder, 1, count, client, from);
    let clock = from;
    for (let part = 0; part < count; part++)
      clock += writePart(encoder, random, () => pick(random, doc, client, clock));
    writeDeletes(encoder, random, client, clock);
  });
}

/** Mostly a part that exists, of this client or another. */
function pick(random: Random, doc: Y.Doc, client: number, clock: number): Reference {
  const clients = [...doc.store.clients.keys()];
  if (clock > 0 && (clients.length === 0 || random.chance(0.7)))
    return { client, clock: clock - 1 - random.below(Math.min(clock, 4)) };
  const other = clients.length === 0 ? client : random.pick(clients);
  const state = Y.getState(doc.store, other);
  return { client: other, clock: random.below(Math.max(1, state)) };
}

/** Returns how many clocks it takes. */
function writePart(encoder: encoding.Encoder, random: Random, reference: () => Reference): number {
  if (random.chance(0.05)) {
    const length = 1 + random.below(3);
    encoding.writeUint8(encoder, 0);
    uints(encoder, length);
    return length;
  }
  const kind = random.pick([1, 4, 6, 7, 7, 7, 8, 8]);
  const hasOrigin = random.chance(0.25);
  const hasRight = random.chance(0.1);
  const hasKey = random.chance(0.8);
  encoding.writeUint8(encoder, kind | (hasOrigin ? 128 : 0) | (hasRight ? 64 : 0) | (hasKey ? 32 : 0));
  if (hasOrigin) writeReference(encoder, reference());
  if (hasRight) writeReference(encoder, reference());
  if (!hasOrigin && !hasRight) {
    if (random.chance(0.3)) {
      uints(encoder, 1);
      encoding.writeVarString(encoder, random.pick([roots.canvas, roots.map, roots.canvas]));
    } else {
      uints(encoder, 0);
      writeReference(encoder, reference());
    }
    if (hasKey) encoding.writeVarString(encoder, random.pick(['shape:1', 'interests', 'text', 'x', '']));
  }
  return writeContent(encoder, random, kind);
}

function writeReference(encoder: encoding.Encoder, { client, clock }: Reference): void {
  uints(encoder, client, clock);
}

function writeContent(encoder: encoding.Encoder, random: Random, kind: number): number {
  switch (kind) {
    case 1: {
      const length = 1 + random.below(3);
      uints(encoder, length);
      return length;
    }
    case 4: {
      const text = random.pick(['a', 'long text', '😀']);
      encoding.writeVarString(encoder, text);
      return text.length;
    }
    case 6:
      encoding.writeVarString(encoder, 'bold');
      encoding.writeVarString(encoder, random.pick(['true', 'null', '{}']));
      return 1;
    case 7:
      uints(encoder, random.pick([1, 2]));
      return 1;
    default: {
      const values = [1, null, 'x', { a: [1] }].slice(0, 1 + random.below(4));
      uints(encoder, values.length);
      for (const value of values) encoding.writeAny(encoder, value);
      return values.length;
    }
  }
}

function writeDeletes(encoder: encoding.Encoder, random: Random, client: number, end: number): void {
  if (random.chance(0.6)) {
    uints(encoder, 0);
    return;
  }
  const clock = random.below(end);
  uints(encoder, 1, client, 1, clock, 1 + random.below(end - clock));
}

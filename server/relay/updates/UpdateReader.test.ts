import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createRandom } from '#shared/testing/random.ts';
import { forgedUpdates, updateOf } from '#server/testing/hostile/forgedUpdates.ts';
import { Ownership } from './Ownership.ts';
import { personId } from '#server/testing/openTestRelay.ts';
import { RoomDocument } from '#server/relay/document/RoomDocument.ts';
import { UpdateReader } from './UpdateReader.ts';

const nobody = (): number => 0;

/** Edits of an honest board: records, texts with formatting, deletions, unicode. */
function honestUpdates(seed: number, count: number): { updates: Uint8Array[]; doc: Y.Doc } {
  const random = createRandom(seed);
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const canvas: Y.Map<Y.Map<unknown>> = doc.getMap('canvas');
  while (updates.length < count) {
    const id = `shape:${random.below(20)}`;
    const record = canvas.get(id);
    const text = record?.get('text');
    if (record === undefined)
      canvas.set(
        id,
        new Y.Map<unknown>([
          ['base', { type: 'geo', nested: [{ a: null }, 'ß😀', 1.5, -3, true] }],
          ['text', new Y.Text('ab')],
        ]),
      );
    else if (random.chance(0.1)) canvas.delete(id);
    else if (random.chance(0.4)) record.set('pos', [random.next() * 100, random.below(100), 0]);
    else if (text instanceof Y.Text && random.chance(0.7))
      text.insert(random.below(text.length + 1), random.pick(['x', 'é', '😀😀', 'long text']), { bold: true });
    else if (text instanceof Y.Text && text.length > 1) text.delete(0, 1);
  }
  return { updates, doc };
}

/** An update with that many parts of one client, each written by `writePart`, and with nothing deleted. */
function updateWithParts(count: number, writePart: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, count);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, 0);
    for (let i = 0; i < count; i++) writePart(encoder);
    encoding.writeVarUint(encoder, 0);
  });
}

/** One value of a hundred letters. */
function writeLongValue(encoder: encoding.Encoder): void {
  encoding.writeVarUint(encoder, 1);
  encoding.writeAny(encoder, 'x'.repeat(100));
}

/** Empty places under each of these ids, and deletions of the first one of each. */
function bareBlocks(clients: readonly number[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clients.length);
    for (const client of clients) for (const value of [1, client, 0, 0, 1]) encoding.writeVarUint(encoder, value);
    encoding.writeVarUint(encoder, clients.length);
    for (const client of clients) for (const value of [client, 1, 0, 1]) encoding.writeVarUint(encoder, value);
  });
}

describe('UpdateReader', () => {
  it.each([2, 2_048])('[ADMIT-2] knows each of %i blocks by its id, and takes none twice', (count) => {
    const clients = Array.from({ length: count }, (_, at) => at + 1);
    const reader = new UpdateReader();
    expect(reader.read(bareBlocks(clients), nobody)).toBeNull();
    // what is deleted stands in the update itself
    expect([reader.blocks.length, reader.gap, reader.deletesBeyond]).toEqual([count, false, []]);
    expect(reader.read(bareBlocks([...clients.slice(1), 2]), nobody)).toBe('malformed');
    // what one update held is not in the next
    expect(reader.read(bareBlocks(clients), nobody)).toBeNull();
  });

  it('[ADMIT-2] takes every honest update and sees the blocks that Yjs sees', () => {
    const { updates, doc } = honestUpdates(1, 500);
    const reader = new UpdateReader();
    const shadow = new Y.Doc();
    for (const update of updates) {
      expect(reader.read(update, (client) => Y.getState(shadow.store, client))).toBeNull();
      const meta = Y.parseUpdateMeta(update);
      expect(new Map(reader.blocks.map((block) => [block.client, block.from]))).toEqual(meta.from);
      expect(new Map(reader.blocks.map((block) => [block.client, block.to]))).toEqual(meta.to);
      expect(reader.gap).toBe(false);
      Y.applyUpdate(shadow, update);
    }
    expect(reader.read(Y.encodeStateAsUpdate(doc), nobody)).toBeNull();
    expect(reader.gap).toBe(false);
  });

  it('[ADMIT-6] sees that predecessors are missing exactly when Yjs does', () => {
    const { updates } = honestUpdates(2, 300);
    const random = createRandom(7);
    const reader = new UpdateReader();
    const shadow = new Y.Doc();
    for (const update of updates) {
      if (random.chance(0.02)) continue;
      reader.read(update, (client) => Y.getState(shadow.store, client));
      const { gap } = reader;
      Y.applyUpdate(shadow, update);
      expect(shadow.store.pendingStructs !== null || shadow.store.pendingDs !== null).toBe(gap);
      shadow.store.pendingStructs = null;
      shadow.store.pendingDs = null;
    }
  });

  it('[ADMIT-2] refuses kinds of content, depths and keys that a board does not have', () => {
    const reader = new UpdateReader();
    const inField = (value: unknown) =>
      updateOf((doc) => void doc.getMap('canvas').set('shape:1', new Y.Map([['field', value]])));
    let deep: unknown = 1;
    for (let i = 0; i < 40; i++) deep = [deep];
    const refused = {
      bytes: inField(new Uint8Array(3)),
      bigint: inField([1n]),
      deep: inField(deep),
      array: inField(new Y.Array()),
      xml: inField(new Y.XmlElement('p')),
      subdocument: inField(new Y.Doc()),
      longKey: updateOf((doc) => void doc.getMap('canvas').set('x'.repeat(300), new Y.Map())),
      list: updateOf((doc) => doc.getText('canvas').insert(0, 'x')),
      embed:
        inField(Object.assign(new Y.Text(), {})).length === 0
          ? new Uint8Array()
          : updateOf((doc) => {
              const text = new Y.Text();
              doc.getMap('canvas').set('shape:1', new Y.Map([['text', text]]));
              text.insertEmbed(0, { image: 'x' });
            }),
    };
    for (const [name, update] of Object.entries(refused)) expect(reader.read(update, nobody), name).toBe('invalid');
    expect(
      reader.read(
        updateOf((doc) => void doc.getMap('meta').set('version', 2)),
        nobody,
      ),
    ).toBe('unknownRoot');
    expect(reader.read(forgedUpdates.manyParts(), nobody)).toBe('malformed');
  });

  it('[ADMIT-2] takes 2,048 clients in one update and not one more', () => {
    const withClients = (count: number) =>
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, count);
        for (let client = 1; client <= count; client++) {
          for (const number of [1, client, 0]) encoding.writeVarUint(encoder, number);
          // one part that is gone, of length one
          encoding.writeUint8(encoder, 0);
          encoding.writeVarUint(encoder, 1);
        }
        encoding.writeVarUint(encoder, 0);
      });
    const reader = new UpdateReader();
    expect(reader.read(withClients(2_048), nobody)).toBeNull();
    expect(reader.read(withClients(2_049), nobody)).toBe('invalid');
  });

  it('[ADMIT-2] takes 64 parts for one key and 512 behind one part, and not one more', () => {
    const forOneKey = (count: number) =>
      updateWithParts(count, (encoder) => {
        encoding.writeUint8(encoder, 32 | 8);
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarString(encoder, 'canvas');
        encoding.writeVarString(encoder, 'shape:1');
        writeLongValue(encoder);
      });
    const behindOnePart = (count: number) =>
      updateWithParts(count, (encoder) => {
        encoding.writeUint8(encoder, 128 | 8);
        encoding.writeVarUint(encoder, 2);
        encoding.writeVarUint(encoder, 0);
        writeLongValue(encoder);
      });
    const reader = new UpdateReader();
    const other = (client: number) => (client === 2 ? 1 : 0);
    expect(reader.read(forOneKey(64), nobody)).toBeNull();
    expect(reader.read(forOneKey(65), nobody)).toBe('invalid');
    expect(reader.read(behindOnePart(512), other)).toBeNull();
    expect(reader.read(behindOnePart(513), other)).toBe('invalid');
  });

  it('[ADMIT-2] mutated updates never break the document: refused, or applied without an error', () => {
    const { updates } = honestUpdates(3, 60);
    const random = createRandom(11);
    const person = personId(1);
    const open = () => new RoomDocument({ snapshot: null, updates, owners: new Map() }, (encode) => encode());
    let document = open();
    const admissions = new Set<string>();
    for (let i = 0; i < 4_000; i++) {
      const body = Uint8Array.from(random.pick(updates));
      for (let n = 1 + random.below(4); n > 0; n--) body[random.below(body.length)] = random.below(256);
      const cut = random.chance(0.2) ? body.subarray(0, random.below(body.length)) : body;
      const {
        admissions: [admission],
      } = document.apply([{ kind: random.chance(0.3) ? 'step2' : 'update', body: cut, person }], (_index, run) =>
        run(),
      );
      admissions.add(String(admission));
      expect(document.isWhole).toBe(true);
      if (i % 1_000 === 999) {
        const copy = new Y.Doc();
        Y.applyUpdate(copy, document.answers.fullState());
        expect(copy.store.pendingStructs).toBeNull();
        document = open();
      }
    }
    expect([...admissions].toSorted()).toEqual(
      expect.arrayContaining(['gap', 'invalid', 'malformed', 'notYours', 'take']),
    );
  });
});

describe('Ownership', () => {
  it('[ADMIT-9] an id belongs to whom it was first claimed for, and claims are handed out once', () => {
    const ownership = new Ownership(new Map([[1, personId(1)]]));
    expect(ownership.claim(1, personId(2))).toBe(false);
    expect(ownership.claim(2, personId(2))).toBe(true);
    expect(ownership.claim(2, personId(2))).toBe(true);
    expect(ownership.takeClaims()).toEqual([{ clientId: 2, person: personId(2) }]);
    expect(ownership.takeClaims()).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import * as Y from 'yjs';
import { roots } from '#shared/board/roots.ts';
import { PersonId } from '#shared/wire/ids.ts';
import { RoomDocument } from './RoomDocument.ts';

const person = v.parse(PersonId, 'a'.repeat(16));
const run = (_index: number, work: () => void): void => work();

function emptyRoom(): RoomDocument {
  return new RoomDocument({ snapshot: null, updates: [], owners: new Map() }, (encode) => encode());
}

/** A person's document whose changes come out as messages. */
function editor(): { doc: Y.Doc; change: (edit: (canvas: Y.Map<unknown>) => void) => Uint8Array } {
  const doc = new Y.Doc();
  return {
    doc,
    change(edit) {
      const before = Y.encodeStateVector(doc);
      doc.transact(() => edit(doc.getMap(roots.canvas)));
      return Y.encodeStateAsUpdate(doc, before);
    },
  };
}

function note(canvas: Y.Map<unknown>, name: string): void {
  const base = { id: `shape:${name}`, typeName: 'shape', type: 'note', parentId: 'page:page', index: 'a1' };
  canvas.set(
    `shape:${name}`,
    new Y.Map<unknown>([
      ['base', base],
      ['pos', [1, 2, 0]],
    ]),
  );
}

function send(room: RoomDocument, body: Uint8Array): ReturnType<RoomDocument['apply']> {
  return room.apply([{ kind: 'update', body, person }], run);
}

function fallAsleep(room: RoomDocument): void {
  room.rest(0);
  room.rest(5_000);
  expect(room.isAsleep).toBe(true);
}

function contentOf(room: RoomDocument): unknown {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, room.answers.fullState());
  return doc.getMap(roots.canvas).toJSON();
}

describe('RoomDocument', () => {
  it('[RATE-3] gives nobody what an older document tells of a rating, also not after a sleep', () => {
    const older = new Y.Doc();
    const action = new Y.Map<unknown>([
      ['order', 'V'],
      ['title', 'Ask who could say yes'],
      ['source', 'finding:REP-6:organization:o'],
    ]);
    older.getMap(roots.map).set('actions', new Y.Map([['told', action]]));
    older.transact(() => note(older.getMap(roots.canvas), 'first'));
    const updates = [Y.encodeStateAsUpdate(older)];
    const room = new RoomDocument({ snapshot: null, updates, owners: new Map() }, (encode) => encode());
    const read = () => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, room.answers.fullState());
      return doc.getMap(roots.map).toJSON();
    };
    expect(read()).toEqual({ actions: {} });
    fallAsleep(room);
    expect(read()).toEqual({ actions: {} });
    expect(contentOf(room)).toHaveProperty(['shape:first']);
    // an offline copy of before loses it, too
    Y.applyUpdate(older, room.answers.fullState());
    expect(older.getMap(roots.map).toJSON()).toEqual({ actions: {} });
  });

  it('[SYNC-17] sleeps when nobody has edited for a second, a larger document 20 ms later per KiB, and not before', () => {
    for (const [notes, kib] of [
      [1, 0],
      [800, 100],
    ] as const) {
      const room = emptyRoom();
      const ana = editor();
      room.rest(0);
      const { update } = send(
        room,
        ana.change((canvas) => {
          for (let i = 0; i < notes; i++) note(canvas, `n${i}`);
        }),
      );
      room.bytes += update?.length ?? 0;
      expect(Math.round(room.bytes / 10_240) * 10).toBe(kib);
      const sleepsAfterMs = 1_000 + (room.bytes / 1024) * 20;
      room.rest(4_000);
      room.rest(4_000 + sleepsAfterMs - 1);
      expect(room.isAsleep).toBe(false);
      room.rest(4_000 + sleepsAfterMs);
      expect(room.isAsleep).toBe(true);
    }
  });

  it('[SYNC-17] gives joiners everything without waking up', () => {
    const room = emptyRoom();
    const ana = editor();
    const update = send(
      room,
      ana.change((canvas) => note(canvas, 'a')),
    ).update;
    if (update !== null) room.answers.committed(update);
    fallAsleep(room);
    room.answers.forgetUnused(1e9);
    expect(room.answers.answer(new Map(), 1e9)).toHaveLength(1);
    expect(contentOf(room)).toEqual(ana.doc.getMap(roots.canvas).toJSON());
    expect(room.isAsleep).toBe(true);
  });

  it('[SYNC-17] takes the next edit as if it had never slept, and knows what it has already', () => {
    const room = emptyRoom();
    const ana = editor();
    const first = ana.change((canvas) => note(canvas, 'a'));
    const { update } = send(room, first);
    if (update !== null) room.answers.committed(update);
    fallAsleep(room);
    expect(send(room, first)).toMatchObject({ update: null, admissions: ['known'] });
    fallAsleep(room);
    const second = send(
      room,
      ana.change((canvas) => note(canvas, 'b')),
    );
    expect(second.admissions).toEqual(['take']);
    if (second.update !== null) room.answers.committed(second.update);
    expect(contentOf(room)).toEqual(ana.doc.getMap(roots.canvas).toJSON());
  });

  it('[SYNC-17] writes under the same client id after a sleep, so that what it undoes converges', () => {
    const room = emptyRoom();
    const ana = editor();
    for (const round of [1, 2, 3]) {
      const poison = ana.change((canvas) => {
        if (round === 1) note(canvas, 'a');
        const record = canvas.get('shape:a');
        if (record instanceof Y.Map) record.set('pos', [1e300, 0, 0]);
      });
      const { update, undone } = send(room, poison);
      expect(undone.size).toBe(1);
      if (update === null) throw new Error('nothing changed');
      room.answers.committed(update);
      Y.applyUpdate(ana.doc, update);
      if (round === 1) {
        const { update: again } = send(
          room,
          ana.change((canvas) => note(canvas, 'a')),
        );
        if (again !== null) room.answers.committed(again);
      }
      fallAsleep(room);
    }
    expect(contentOf(room)).toEqual(ana.doc.getMap(roots.canvas).toJSON());
    const writers = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(room.answers.fullState()));
    expect(writers.size, 'the person and the server').toBe(2);
  });
});

describe('what joiners get of a large document', () => {
  it('[SYNC-7] [SYNC-22] is encoded once for all that know nothing, and once for each that know the same', () => {
    const large = new Y.Doc();
    for (let n = 0; n < 60; n += 1) large.getMap('canvas').set(`shape:${n}`, new Y.Map([['text', 'x'.repeat(10_000)]]));
    let encodings = 0;
    const encoded: Uint8Array[] = [];
    const room = new RoomDocument(
      { snapshot: Y.encodeStateAsUpdate(large), updates: [], owners: new Map() },
      (encode) => {
        encodings += 1;
        const made = encode();
        encoded.push(...[made].flat().filter((one) => one instanceof Uint8Array));
        return made;
      },
    );
    const messages = room.answers.answer(new Map(), 0);
    expect(messages.length).toBeGreaterThan(3);
    expect(room.answers.answer(new Map(), 1)).toBe(messages);
    expect(encodings).toBe(1);
    // and that is what was measured
    expect(encoded.length).toBe(messages.length);
    for (const [at, message] of messages.entries())
      expect(Buffer.from(encoded[at] ?? []).equals(message.subarray(message.length - (encoded[at]?.length ?? 0)))).toBe(
        true,
      );

    // a small change goes behind the same pieces, before the step 2 that ends them
    const { update } = send(
      room,
      editor().change((canvas) => note(canvas, 'new')),
    );
    room.answers.committed(update ?? new Uint8Array());
    const later = room.answers.answer(new Map(), 2);
    expect([later.length, later[0], later.at(-1)]).toEqual([messages.length + 1, messages[0], messages.at(-1)]);
    expect(encodings).toBe(1);

    const known = new Map([[large.clientID, 2]]);
    expect(room.answers.answer(known, 3).length).toBeGreaterThan(2);
    room.answers.answer(new Map(known), 4);
    expect(encodings).toBe(2);
  });
});

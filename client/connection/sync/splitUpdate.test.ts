import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { splitUpdate } from './splitUpdate.ts';

const maxBytes = 2_000;

function fill(doc: Y.Doc, count: number, text: string): void {
  doc.transact(() => {
    for (let n = 0; n < count; n += 1) {
      const record = new Y.Map<unknown>();
      doc.getMap('canvas').set(`${doc.clientID}:${n}`, record);
      record.set('text', text);
      record.set('at', [n, n]);
    }
  });
}

describe('splitUpdate', () => {
  it('[LINE-7] leaves a small update as it is', () => {
    const doc = new Y.Doc();
    fill(doc, 1, 'a');
    const update = Y.encodeStateAsUpdate(doc);
    expect(splitUpdate(update, maxBytes)).toEqual([update]);
  });

  it('[LINE-7] cuts a large update into parts that apply one after the other without waiting for each other', () => {
    const doc = new Y.Doc();
    fill(doc, 200, 'some words');
    doc.getMap('canvas').delete(`${doc.clientID}:3`);
    const parts = splitUpdate(Y.encodeStateAsUpdate(doc), maxBytes);
    expect(parts?.length).toBeGreaterThan(5);
    const other = new Y.Doc();
    for (const part of parts ?? []) {
      expect(part.byteLength).toBeLessThanOrEqual(maxBytes);
      Y.applyUpdate(other, part);
      expect(other.store.pendingStructs).toBeNull();
    }
    expect(other.getMap('canvas').toJSON()).toEqual(doc.getMap('canvas').toJSON());
    expect(Y.encodeStateVector(other)).toEqual(Y.encodeStateVector(doc));
  });

  it('[LINE-7] cuts what has more parts than a message may have, however few bytes they are', () => {
    const partsOf = (records: number) => {
      const doc = new Y.Doc();
      doc.getMap('canvas').set('records', new Y.Map());
      doc.transact(() => {
        const holder = doc.getMap<Y.Map<unknown>>('canvas').get('records');
        for (let n = 1; n < records; n += 1) holder?.set(String(n), n);
      });
      const parts = splitUpdate(Y.encodeStateAsUpdate(doc), 256 * 1024) ?? [];
      const other = new Y.Doc();
      for (const part of parts) Y.applyUpdate(other, part);
      expect(other.getMap('canvas').toJSON()).toEqual(doc.getMap('canvas').toJSON());
      return parts.map((part) => Y.decodeUpdate(part).structs.length);
    };
    expect(partsOf(4_096)).toEqual([4_096]);
    expect(partsOf(4_097)).toEqual([4_096, 1]);
  });

  it('[LINE-7] says so when one thing alone is too large', () => {
    const doc = new Y.Doc();
    fill(doc, 2, 'x'.repeat(3_000));
    expect(splitUpdate(Y.encodeStateAsUpdate(doc), maxBytes)).toBeNull();
  });

  it('[LINE-7] works for documents that several people wrote across each other', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(30), fc.nat(40)), { minLength: 20, maxLength: 60 }), (steps) => {
        const docs = [1, 2, 3].map((id) => {
          const doc = new Y.Doc();
          doc.clientID = id;
          return doc;
        });
        for (const [who, where, length] of steps) {
          const doc = docs[who] as Y.Doc;
          const text = doc.getText('map');
          if (length % 7 === 0 && text.length > 0) text.delete(Math.min(where, text.length - 1), 1);
          else text.insert(Math.min(where, text.length), 'y'.repeat(length + 1));
          if (where % 3 === 0) for (const other of docs) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
        }
        const merged = Y.mergeUpdates(docs.map((doc) => Y.encodeStateAsUpdate(doc)));
        const parts = splitUpdate(merged, 300);
        const other = new Y.Doc();
        for (const part of parts ?? []) {
          expect(part.byteLength).toBeLessThanOrEqual(300);
          Y.applyUpdate(other, part);
          expect(other.store.pendingStructs).toBeNull();
        }
        const whole = new Y.Doc();
        Y.applyUpdate(whole, merged);
        expect(other.getText('map').toJSON()).toBe(whole.getText('map').toJSON());
      }),
      { numRuns: 60 },
    );
  });
});

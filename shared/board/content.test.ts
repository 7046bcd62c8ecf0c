import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createRandom } from '#shared/testing/random.ts';
import { changeBoard, randomBoard } from '#shared/testing/randomBoard.ts';
import { randomSeeds } from '#shared/testing/randomRuns.ts';
import { documentOf, readContent, writeContent, type BoardContent } from './content.ts';
import { inspect } from '#shared/board/limits/inspect.ts';
import { readMap, storedCollection } from './mapDocument.ts';
import { readRecord } from './record.ts';
import { roots } from './roots.ts';

function openDocument(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
}

/** Bytes that the change costs. */
function restore(doc: Y.Doc, content: BoardContent): number {
  const before = Y.encodeStateVector(doc);
  let undone = 0;
  doc.transact((transaction) => {
    writeContent(doc, content);
    undone = inspect(transaction).length;
  });
  expect(undone).toBe(0);
  return Y.encodeStateAsUpdate(doc, before).length;
}

const seeds = randomSeeds(12);

describe('the content of a document', () => {
  it.each(seeds)('[SNAP-2] a document made of it has the same content and the same map (seed %i)', (seed) => {
    const doc = randomBoard(seed);
    const content = readContent(doc);
    const copy = openDocument(documentOf(content));
    expect(readContent(copy)).toEqual(content);
    expect(readMap(copy)).toEqual(readMap(doc));
    for (const [id, entry] of doc.getMap(roots.canvas))
      expect(readRecord(id, copy.getMap(roots.canvas).get(id))).toEqual(readRecord(id, entry));
  });

  it.each(seeds)(
    '[SNAP-5] a document turned back has it again, for peers too, whatever came between (seed %i)',
    (seed) => {
      const doc = randomBoard(seed);
      const peer = openDocument(Y.encodeStateAsUpdate(doc));
      const content = readContent(doc);
      changeBoard(doc, createRandom(seed + 999), 40, 'later');
      restore(doc, content);
      expect(readContent(doc)).toEqual(content);
      Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(peer)));
      expect(readContent(peer)).toEqual(content);
    },
  );

  it('[SNAP-5] turning back writes only what differs, and nothing at all where nothing differs', () => {
    const doc = randomBoard(7, { template: 'employment', commands: 0, drawings: 20 });
    const content = readContent(doc);
    const whole = Y.encodeStateAsUpdate(doc).length;
    const nothing = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc)).length;
    expect(restore(doc, content)).toBe(nothing);
    const [organization] = [...(storedCollection(doc, 'organizations')?.values() ?? [])];
    if (!(organization instanceof Y.Map)) throw new Error('no organization');
    const text: unknown = organization.get('note');
    if (!(text instanceof Y.Text)) throw new Error('no text');
    organization.set('name', 'Changed');
    text.insert(0, 'Changed ');
    expect(restore(doc, content)).toBeLessThan(whole / 50);
    expect(organization.get('note')).toBe(text);
    expect([...readContent(doc)]).toEqual([...content]);
  });

  it('[SNAP-5] a field that was taken away, and one that was set since, come back as they were', () => {
    const doc = randomBoard(3, { template: 'blank', drawings: 0 });
    const canvas = doc.getMap(roots.canvas);
    const entry = new Y.Map<unknown>([
      ['base', { id: 'shape:a', typeName: 'shape', type: 'geo', props: {}, meta: {} }],
      ['meta.key', undefined],
      ['props.color', 'red'],
    ]);
    canvas.set('shape:a', entry);
    const content = readContent(doc);
    entry.set('meta.key', 5);
    entry.set('props.fill', 'solid');
    entry.delete('props.color');
    restore(doc, content);
    expect([...readContent(doc)]).toEqual([...content]);
    expect(entry.has('meta.key')).toBe(true);
    expect(entry.get('meta.key')).toBeUndefined();
    expect(entry.has('props.fill')).toBe(false);
  });
});

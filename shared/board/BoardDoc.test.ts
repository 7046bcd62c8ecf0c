import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { createRandom, type Random } from '#shared/testing/random.ts';
import { tenYears } from '#shared/testing/tenYears.ts';
import { BoardDoc, fewIds } from './BoardDoc.ts';

/** Everything that a document tells of while it is edited. */
function listen(doc: Y.Doc): unknown[] {
  const told: unknown[] = [];
  doc.on('update', (update, origin, _doc, { local }) => told.push([[...update].join(), nameOf(origin), local]));
  doc.on('updateV2', (update) => told.push([...update].join()));
  doc.on('afterTransaction', () => told.push([...Y.encodeStateVector(doc)].join()));
  doc.getMap('canvas').observeDeep((events) => {
    for (const { path, changes } of events) {
      const added = [...changes.added].map(({ id }) => [id.client, id.clock]);
      const keys = [...changes.keys].map(([key, { action }]) => [key, action]);
      told.push([path, keys, added, changes.deleted.size]);
    }
  });
  return told;
}

const nameOf = (origin: unknown): unknown => (origin instanceof Y.UndoManager ? 'undo' : origin);

type Step = (doc: Y.Doc, undo: Y.UndoManager) => void;

function steps(random: Random): Step[] {
  const strangers = Array.from({ length: 6 }, (_, at) => strangersUpdates(random.fork(), 500 + at));
  return Array.from({ length: 60 }, (_, at): Step => {
    const key = `n${random.below(8)}`;
    const word = `w${at}`;
    const waiting = random.pick(strangers).splice(0, random.chance(0.1) ? 2 : 1);
    const all = [
      (doc) => doc.getMap('canvas').set(key, new Y.Map([['text', new Y.Text(word)]])),
      (doc) => doc.getMap('canvas').delete(key),
      (doc) => doc.transact(() => [1, 2].map((part) => doc.getMap('canvas').set(key + part, word)), 'mine'),
      (doc) => noteAt(doc, key)?.set('pos', [at]),
      (doc) => textAt(doc, key)?.insert(0, word),
      (doc) => textAt(doc, key)?.delete(0, 1),
      (_doc, undo) => undo.undo(),
      (_doc, undo) => undo.redo(),
      (doc) => {
        doc.clientID = 900 + at;
      },
      (doc) => waiting.forEach((update) => Y.applyUpdate(doc, update, 'line')),
      (doc) => doc.transact(() => waiting.forEach((update) => Y.applyUpdate(doc, update, 'line')), 'line'),
      (doc) =>
        expect(() =>
          doc.transact(() => {
            doc.getMap('canvas').set(key, word);
            throw new Error('broken off');
          }),
        ).toThrow('broken off'),
      // what others do on hearing of it comes after, as transactions of their own
      (doc) => {
        doc.getMap('map').observe(function answer() {
          doc.getMap('map').unobserve(answer);
          doc.transact(() => doc.getMap('canvas').set(`answer ${at}`, word), 'answer');
          waiting.forEach((update) => Y.applyUpdate(doc, update, 'answer'));
        });
        doc.transact(() => doc.getMap('map').set(key, word), 'asks');
      },
    ] satisfies Step[];
    return random.pick<Step>(all);
  });
}

const noteAt = (doc: Y.Doc, key: string): Y.Map<unknown> | undefined => {
  const note = doc.getMap('canvas').get(key);
  return note instanceof Y.Map ? note : undefined;
};
const textAt = (doc: Y.Doc, key: string): Y.Text | undefined => noteAt(doc, key)?.get('text') as Y.Text | undefined;

/** A note each. */
function manyIds(): Uint8Array {
  const doc = new Y.Doc();
  for (let at = 0; at <= fewIds; at++) {
    doc.clientID = 1_000 + at;
    doc.getMap('canvas').set(`n${at}`, new Y.Map([['text', new Y.Text('old')]]));
  }
  return Y.encodeStateAsUpdate(doc);
}

function strangersUpdates(random: Random, client: number): Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = client;
  const updates: Uint8Array[] = [];
  doc.on('update', (update) => updates.push(update));
  for (let at = 0; at < 40; at++) {
    const key = `n${random.below(8)}`;
    if (random.chance(0.2)) doc.getMap('canvas').delete(key);
    else doc.getMap('canvas').set(key, new Y.Map([['pos', [at]]]));
  }
  return updates;
}

it.each(Array.from({ length: 60 }, (_, seed) => seed))(
  '[SYNC-23] tells and sends the same as any Yjs document (seed %i)',
  (seed) => {
    const todo = steps(createRandom(seed));
    const many = manyIds();
    const [plain, own] = [new Y.Doc(), new BoardDoc()].map((doc) => {
      doc.clientID = 7;
      doc.getMap('map');
      doc.transact(() => Y.applyUpdate(doc, many));
      const told = listen(doc);
      const undo = new Y.UndoManager(doc.getMap('canvas'), {
        captureTimeout: 0,
        trackedOrigins: new Set(['mine', null]),
      });
      for (const step of todo) step(doc, undo);
      return [...told, [...Y.encodeStateAsUpdate(doc)].join()];
    });
    expect(plain?.length).toBeGreaterThan(60);
    expect(own).toEqual(plain);
  },
);

it('[SYNC-23] tells whoever looks right after a transaction of all ids, where nobody listens to updates', () => {
  const doc = new BoardDoc();
  doc.apply(manyIds());
  const vectors: number[] = [];
  doc.on('afterTransactionCleanup', () => vectors.push(Y.decodeStateVector(Y.encodeStateVector(doc)).size));
  doc.transact(() => doc.getMap('canvas').set('another', 1));
  expect(vectors).toEqual([fewIds + 2]);
});

it('[SYNC-23] asks only the ids that an edit comes upon, on a board of ten years', () => {
  const { doc: old } = tenYears(0.05);
  const doc = new BoardDoc();
  doc.apply(Y.encodeStateAsUpdate(old));
  const asked: number[] = [];
  doc.on('afterTransaction', ({ afterState }) => asked.push(afterState.size));
  const [note] = doc.getMap<Y.Map<unknown>>('canvas').values();
  doc.transact(() => note?.set('pos', [1, 2, 0]));
  old.on('update', (update) => doc.apply(update));
  old.getMap<Y.Map<unknown>>('canvas').set('shape:new', new Y.Map([['pos', [3, 4, 0]]]));
  expect(asked).toHaveLength(2);
  for (const count of asked) expect(count).toBeLessThan(6);
  expect(Y.encodeStateVector(doc).length).toBeGreaterThan(8_000);
});

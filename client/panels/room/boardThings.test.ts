import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { firstDocument } from '#shared/board/firstDocument.ts';
import { MapReader } from '#shared/board/MapReader.ts';
import { writeRecord } from '#shared/board/record.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { readThings, removeThings, type BoardThing } from './boardThings.ts';

function board(): Y.Doc {
  const start = readTemplate('employment');
  if (start === null) throw new Error('there is no such template');
  const doc = new Y.Doc();
  Y.applyUpdate(doc, firstDocument(start.map));
  return doc;
}

const note = (id: string, more: object = {}) => ({
  id,
  typeName: 'shape',
  type: 'note',
  parentId: 'page:page',
  x: 0,
  y: 0,
  meta: {},
  props: { richText: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Buses' }] }] } },
  ...more,
});

function read(doc: Y.Doc, setAside: readonly string[] = []): readonly BoardThing[] {
  const reader = new MapReader(doc);
  const steps = readThings({
    doc,
    map: reader.map(),
    setAside: new Set(setAside),
    isElsewhere: (id) => id === 'shape:card',
  });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
const of = (things: readonly BoardThing[], id: string) => things.find((one) => one.id === id);

describe('what takes room', () => {
  it('[ROOM-1] a whole board has nothing that nobody sees, and its things take about what the board takes', () => {
    const doc = board();
    writeRecord(doc.getMap('canvas'), note('shape:one'));
    const things = read(doc);
    expect(things.filter(({ unseen }) => unseen !== null)).toEqual([]);
    expect(of(things, 'shape:one')).toMatchObject({ kind: 'note', words: 'Buses', collection: null });
    const whole = Y.encodeStateAsUpdate(doc).byteLength;
    const sum = things.reduce((total, { bytes }) => total + bytes, 0);
    expect(sum / whole).toBeGreaterThan(0.8);
    expect(sum / whole).toBeLessThan(1.3);
  });

  it('[ROOM-1] each thing that no page shows has its reason, whatever is wrong with it', () => {
    const doc = board();
    const canvas = doc.getMap<unknown>('canvas');
    const map = doc.getMap<Y.Map<unknown>>('map');
    doc.transact(() => {
      writeRecord(canvas, note('shape:strange', { type: 'hologram' }));
      writeRecord(canvas, note('shape:astray', { parentId: 'page:gone' }));
      writeRecord(canvas, note('shape:inAstray', { parentId: 'shape:astray' }));
      writeRecord(canvas, note('shape:far', { x: 4_000_000 }));
      writeRecord(canvas, note('shape:near', { x: 90_000 }));
      writeRecord(canvas, note('shape:round', { parentId: 'shape:round' }));
      const binding = {
        id: 'binding:loose',
        typeName: 'binding',
        type: 'arrow',
        fromId: 'shape:far',
        toId: 'shape:none',
      };
      writeRecord(canvas, binding);
      const toCard = { ...binding, id: 'binding:card', toId: 'shape:card' };
      writeRecord(canvas, toCard);
      canvas.set('shape:raw', 'no record at all');
      canvas.set('shape:empty', new Y.Map());
      map.get('placements')?.set('orphan', new Y.Map([['organization_id', 'nobody']]));
    });
    const things = read(doc, ['shape:strange', 'shape:raw', 'shape:empty']);
    const unseen = things.flatMap(({ id, unseen: why }) => (why === null ? [] : [`${id} ${why}`]));
    expect(unseen.toSorted()).toEqual([
      'binding:loose loose',
      'orphan unlisted',
      'shape:astray nowhere',
      'shape:empty unknown',
      'shape:far far',
      'shape:inAstray nowhere',
      'shape:raw unknown',
      'shape:strange unknown',
    ]);
    expect(things.find(({ id }) => id === 'shape:near')?.unseen).toBeNull();
  });

  it('[ROOM-2] whatever it is, it can be removed, in one step of undo', () => {
    const doc = board();
    const before = doc.getMap('canvas').toJSON();
    const origin = {};
    const undo = new Y.UndoManager([doc.getMap('canvas'), doc.getMap('map')], { trackedOrigins: new Set([origin]) });
    doc.transact(() => {
      doc.getMap('canvas').set('shape:raw', 'x'.repeat(1_000));
      doc
        .getMap<Y.Map<unknown>>('map')
        .get('lines')
        ?.set('odd', new Y.Map([['what', 'is this']]));
    });
    const odd = read(doc, ['shape:raw']).filter(({ unseen }) => unseen !== null);
    expect(odd.map(({ id }) => id)).toEqual(['shape:raw', 'odd']);
    removeThings(doc, odd, origin);
    expect(doc.getMap('canvas').toJSON()).toEqual(before);
    expect(doc.getMap<Y.Map<unknown>>('map').get('lines')?.has('odd')).toBe(false);
    undo.undo();
    expect(doc.getMap('canvas').get('shape:raw')).toBe('x'.repeat(1_000));
  });

  it('[ROOM-1] far is beyond a limit, in either direction, and counted where the thing itself stands', () => {
    const doc = board();
    const canvas = doc.getMap<unknown>('canvas');
    doc.transact(() => {
      writeRecord(canvas, note('shape:at', { y: -100_000 }));
      writeRecord(canvas, note('shape:over', { y: -100_001 }));
      writeRecord(canvas, note('shape:frame', { type: 'frame', x: 200_000 }));
      writeRecord(canvas, note('shape:inFrame', { parentId: 'shape:frame' }));
    });
    const things = read(doc);
    expect(['at', 'over', 'frame', 'inFrame'].map((id) => of(things, `shape:${id}`)?.unseen)).toEqual([
      null,
      'far',
      'far',
      null,
    ]);
  });
});

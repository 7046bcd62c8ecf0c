// @vitest-environment jsdom
import { createShapeId, type TLGeoShape } from '@tldraw/tldraw';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { arrowTo, box, geo, join, mark, shape, two, leaveAll } from './testDrawing.ts';
import { boardDocument, meet } from './testPeers.ts';

afterEach(leaveAll);

describe('a bound canvas with what should not be', () => {
  it('[BIND-8] 13: two people open a canvas without any record: one page for both, written by nobody until one acts', () => {
    const empty = new Y.Doc();
    const [a, b] = [join(empty), join(empty)] as const;
    meet(a, b);
    expect([a.sent(), b.sent()]).toEqual([0, 0]);
    geo(a.editor);
    geo(b.editor, createShapeId('other'));
    b.editor.renamePage(b.editor.getCurrentPageId(), 'Ours');
    meet(a, b);
    expect(a.shown()).toEqual(b.shown());
    expect(a.editor.getPages().map((page) => page.name)).toEqual(['Ours']);
    expect(a.editor.getCurrentPageShapeIds().size).toBe(2);
  });

  it('[BIND-13] 14: two first shapes get different indexes', () => {
    const [a, b] = two();
    geo(a.editor);
    geo(b.editor, createShapeId('other'));
    meet(a, b);
    const indexes = a.editor.getCurrentPageShapesSorted().map((each) => each.index);
    expect(new Set(indexes).size).toBe(2);
    expect(b.editor.getCurrentPageShapesSorted().map((each) => each.id)).toEqual(
      a.editor.getCurrentPageShapesSorted().map((each) => each.id),
    );
  });

  it('[BIND-12] 14: equal indexes are told apart in the view, equally for all, and duplicating does not throw', () => {
    const [a, b] = two();
    const ids = ['p', 'q', 'r'].map((name) => createShapeId(name));
    geo(a.editor, ids[0]);
    geo(b.editor, ids[1]);
    geo(b.editor, ids[2]);
    for (const id of ids)
      for (const peer of [a, b])
        if (shape(peer, id)) peer.editor.updateShape({ id, type: 'geo', index: 'a5' as TLGeoShape['index'] });
    meet(a, b);
    const sent = [a.sent(), b.sent()];
    meet(a, b);
    expect([a.sent(), b.sent()]).toEqual(sent);
    expect(a.shown()).toEqual(b.shown());
    expect(new Set(a.editor.getCurrentPageShapes().map((each) => each.index)).size).toBe(3);
    a.editor.duplicateShapes(ids);
    a.editor.bringForward([ids[0] ?? box]);
    meet(a, b);
    expect(a.editor.getCurrentPageShapes()).toHaveLength(6);
    expect(a.shown()).toEqual(b.shown());
  });

  it('[BIND-12] 15: deleting a shape while somebody binds an arrow to it leaves no orphan on the screen', () => {
    const [a, b] = two();
    geo(a.editor);
    meet(a, b);
    a.editor.deleteShape(box);
    const arrow = arrowTo(b, box);
    meet(a, b);
    meet(a, b);
    for (const peer of [a, b]) {
      expect(shape(peer)).toBeUndefined();
      expect(shape(peer, arrow)).toBeDefined();
      expect(Object.values(peer.shown()).filter((record) => record.typeName === 'binding')).toEqual([]);
    }
    expect(a.shown()).toEqual(b.shown());
  });

  it('[BIND-10] 16: bindings before their shapes and children before their parents, over several updates, end right', () => {
    const [a] = two();
    geo(a.editor);
    const child = createShapeId('child');
    geo(a.editor, child, 200, 0);
    a.editor.groupShapes([box, child], { groupId: createShapeId('group') });
    arrowTo(a, box);
    a.binding.flush();
    const c = join(boardDocument());
    const entries = [...a.canvas().keys()].toReversed();
    const whole = a.shown();
    // As a server might forward them: one record after the other, the wrong way round.
    for (const id of entries) {
      c.doc.transact(() => c.canvas().set(id, (a.canvas().get(id) as Y.Map<unknown>).clone()), 'wire');
      c.pace.pass(50);
    }
    c.pace.pass(200);
    expect(c.shown()).toEqual(whole);
  });

  it('[BIND-6] 17: an invalid record and an unknown kind are set aside and reported once; the rest is drawn, and mended ones come back', () => {
    const reports: string[][] = [];
    const [a] = two();
    const b = join(a.doc, { onSetAside: (records) => reports.push(records.map((record) => record.id)) });
    geo(a.editor);
    const bad = (id: string, base: object) =>
      a.canvas().set(id, new Y.Map([['base', { id, typeName: 'shape', ...base }]]));
    a.doc.transact(() => {
      bad('shape:unknown', { type: 'teapot' });
      bad('shape:far', { ...(shape(a) as object), id: 'shape:far', x: 1e300 });
      bad('instance:x', { typeName: 'instance' });
      a.canvas().set('shape:nothing', 'text');
    }, 'hostile');
    meet(a, b);
    geo(a.editor, createShapeId('later'));
    meet(a, b);
    expect(reports).toEqual(
      [['shape:unknown', 'shape:far', 'instance:x', 'shape:nothing'].toSorted()].map((ids) =>
        expect.toSatisfy((got: string[]) => got.toSorted().join() === ids.join()),
      ),
    );
    expect(b.editor.getCurrentPageShapeIds().size).toBe(2);
    a.doc.transact(() => (a.canvas().get('shape:far') as Y.Map<unknown>).set('pos', [1, 2, 0]), 'hostile');
    meet(a, b);
    expect(b.editor.getCurrentPageShapeIds().size).toBe(3);
    expect(b.binding.setAside()).toHaveLength(3);
  });

  it('[BIND-14] 19: a document of a newer program is looked at and never written', () => {
    const doc = boardDocument();
    doc.getMap('meta').set('version', 99);
    const a = join(doc);
    expect(a.binding.isFromNewer).toBe(true);
    geo(a.editor);
    a.pace.pass(1000);
    a.binding.flush();
    expect(a.sent()).toBe(0);
    expect(shape(a)).toBeUndefined();
  });

  it('[BIND-16] 27: deleting the page that others are on takes them to another, with everything that stood on it', () => {
    const [a, b] = two();
    mark(a);
    a.editor.createPage({ name: 'Second' });
    const second = a.editor.getPages()[1];
    a.editor.setCurrentPage(second?.id ?? a.editor.getCurrentPageId());
    geo(a.editor);
    meet(a, b);
    b.editor.setCurrentPage(second?.id ?? b.editor.getCurrentPageId());
    mark(a, 'delete');
    a.editor.deletePage(second?.id ?? a.editor.getCurrentPageId());
    geo(b.editor, createShapeId('late'));
    meet(a, b);
    for (const peer of [a, b]) {
      expect(peer.editor.getPages()).toHaveLength(1);
      expect(peer.editor.getCurrentPageId()).toBe('page:page');
      expect(peer.canvas().has(box)).toBe(false);
    }
    a.editor.undo();
    meet(a, b);
    expect(b.editor.getPages()).toHaveLength(2);
    expect(shape(b)).toBeDefined();
    expect(a.shown()).toEqual(b.shown());
  });

  it('[BIND-8] deleting every record shows an empty first page, and drawing goes on', () => {
    const [a, b] = two();
    geo(a.editor);
    meet(a, b);
    a.doc.transact(() => a.canvas().clear(), 'hostile');
    meet(a, b);
    expect([a.sent() > 0, b.sent()]).toEqual([true, 0]);
    expect(b.editor.getCurrentPageShapeIds().size).toBe(0);
    geo(b.editor, createShapeId('new'));
    meet(a, b);
    expect(a.shown()).toEqual(b.shown());
    expect(a.editor.getCurrentPageShapeIds().size).toBe(1);
  });

  it('[BIND-12] children of a group that somebody dissolved meanwhile, and circles of frames, stand on the page', () => {
    const [a, b] = two();
    const frames = ['f1', 'f2'].map((name) => createShapeId(name));
    frames.forEach((id, n) => a.editor.createShape({ id, type: 'frame', x: n * 900, y: 0, props: { w: 500, h: 500 } }));
    meet(a, b);
    a.editor.reparentShapes([frames[0] ?? box], frames[1] ?? box);
    b.editor.reparentShapes([frames[1] ?? box], frames[0] ?? box);
    meet(a, b);
    expect(a.shown()).toEqual(b.shown());
    expect(frames.map((id) => shape(a, id)?.parentId)).toContain('page:page');
    a.editor.deleteShapes(frames);
    b.editor.createShape({ id: box, type: 'geo', parentId: frames[0] });
    meet(a, b);
    meet(a, b);
    expect(a.shown()).toEqual(b.shown());
    expect(shape(a)?.parentId).toBe('page:page');
  });

  it('[BIND-12] arrows may end at cards that stand on the canvas without being in the document', () => {
    const doc = boardDocument();
    const isElsewhere = (id: string) => id.startsWith('shape:card');
    const [a, b] = [join(doc, { isElsewhere }), join(doc, { isElsewhere })] as const;
    const card = createShapeId('card1');
    for (const peer of [a, b]) geo(peer.editor, card);
    arrowTo(a, card);
    meet(a, b);
    expect(a.canvas().has(card)).toBe(false);
    expect(b.editor.getBindingsToShape(card, 'arrow')).toHaveLength(1);
    expect(b.sent()).toBe(0);
  });
});

// @vitest-environment jsdom
import {
  createShapeId,
  createTLStore,
  defaultBindingUtils,
  defaultShapeUtils,
  toRichText,
  type Editor,
  type TLArrowShape,
  type TLGeoShape,
  type TLNoteShape,
  type TLShapeId,
} from '@tldraw/tldraw';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { plainOf, richTextRuns } from '#shared/board/text.ts';
import { bindCanvas } from './bindCanvas.ts';
import { boardDocument, bring, meet, peerOf, type Peer } from './testPeers.ts';

const peers: Peer[] = [];
const join = (...args: Parameters<typeof peerOf>): Peer => {
  const peer = peerOf(...args);
  peers.push(peer);
  return peer;
};
const two = () => {
  const doc = boardDocument();
  return [join(doc), join(doc)] as const;
};
afterEach(() => {
  for (const peer of peers.splice(0)) peer.leave();
});

const box = createShapeId('box');
const geo = (editor: Editor, id: TLShapeId = box, x = 0, y = 0) =>
  editor.createShape<TLGeoShape>({ id, type: 'geo', x, y, props: { w: 100, h: 100 } });
const note = (editor: Editor, id: TLShapeId = box) => editor.createShape<TLNoteShape>({ id, type: 'note', x: 0, y: 0 });
const shape = <T = TLGeoShape>(peer: Peer, id: TLShapeId = box) => peer.editor.getShape(id) as T | undefined;
const textOf = (peer: Peer, id: TLShapeId = box) =>
  plainOf(richTextRuns((shape(peer, id) as TLGeoShape).props.richText) ?? []);
const write = (peer: Peer, text: string, id: TLShapeId = box) =>
  peer.editor.updateShape({ id, type: shape(peer, id)?.type ?? 'geo', props: { richText: toRichText(text) } });
const mark = (peer: Peer, name = 'act') => peer.editor.markHistoryStoppingPoint(name);

function arrowTo(peer: Peer, target: TLShapeId, id = createShapeId('arrow')) {
  peer.editor.createShape<TLArrowShape>({
    id,
    type: 'arrow',
    x: 300,
    y: 300,
    props: { start: { x: 0, y: 0 }, end: { x: 50, y: 50 } },
  });
  peer.editor.createBinding({
    type: 'arrow',
    fromId: id,
    toId: target,
    props: { terminal: 'end', normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false },
  });
  return id;
}

describe('bindCanvas', () => {
  it('[BIND-20] what others move keeps the objects that did not change, so that tldraw measures no text anew', () => {
    const [a, b] = two();
    note(a.editor);
    write(a, 'Idea');
    meet(a, b);
    const before = shape<TLNoteShape>(b)?.props;
    a.editor.updateShape({ id: box, type: 'note', x: 40 });
    meet(a, b);
    expect(shape<TLNoteShape>(b)).toMatchObject({ x: 40 });
    expect(shape<TLNoteShape>(b)?.props).toBe(before);
  });

  it('[BIND-2] 1: a move and a recolor of one shape by two people both survive', () => {
    const [a, b] = two();
    geo(a.editor);
    meet(a, b);
    a.editor.updateShape({ id: box, type: 'geo', x: 500 });
    b.editor.updateShape({ id: box, type: 'geo', props: { color: 'red' } });
    meet(a, b);
    for (const peer of [a, b]) expect(shape(peer)).toMatchObject({ x: 500, props: { color: 'red' } });
  });

  it('[BIND-2] 2: a resize and a text edit both survive', () => {
    const [a, b] = two();
    geo(a.editor);
    meet(a, b);
    a.editor.updateShape({ id: box, type: 'geo', props: { w: 700, h: 300 } });
    write(b, 'hello');
    meet(a, b);
    for (const peer of [a, b]) {
      expect(shape(peer)?.props).toMatchObject({ w: 700, h: 300 });
      expect(textOf(peer)).toBe('hello\n');
    }
    expect(a.shown()).toEqual(b.shown());
  });

  it('[BIND-3] 3: delete against edit: gone on both, no half record', () => {
    const [a, b] = two();
    geo(a.editor);
    meet(a, b);
    a.editor.deleteShape(box);
    b.editor.updateShape({ id: box, type: 'geo', x: 9 });
    meet(a, b);
    for (const peer of [a, b]) {
      expect(shape(peer)).toBeUndefined();
      expect(peer.canvas().has(box)).toBe(false);
    }
  });

  it("[UNDO-2] 4: undo after a peer changed another field keeps the peer's field", () => {
    const [a, b] = two();
    geo(a.editor);
    meet(a, b);
    mark(a);
    a.editor.updateShape({ id: box, type: 'geo', props: { color: 'red' } });
    meet(a, b);
    b.editor.updateShape({ id: box, type: 'geo', x: 400 });
    meet(a, b);
    a.editor.undo();
    meet(a, b);
    for (const peer of [a, b]) expect(shape(peer)).toMatchObject({ x: 400, props: { color: 'black' } });
  });

  it("[UNDO-2] undo after a peer changed the same field keeps the peer's value", () => {
    const [a, b] = two();
    geo(a.editor);
    meet(a, b);
    mark(a);
    a.editor.updateShape({ id: box, type: 'geo', x: 100 });
    meet(a, b);
    b.editor.updateShape({ id: box, type: 'geo', x: 400 });
    meet(a, b);
    a.editor.undo();
    meet(a, b);
    for (const peer of [a, b]) expect(shape(peer)?.x).toBe(400);
  });

  it("[UNDO-3] 5: undo after a peer's delete brings nothing back", () => {
    const [a, b] = two();
    mark(a);
    geo(a.editor);
    mark(a);
    a.editor.updateShape({ id: box, type: 'geo', x: 100 });
    meet(a, b);
    b.editor.deleteShape(box);
    meet(a, b);
    a.editor.undo();
    a.editor.undo();
    meet(a, b);
    for (const peer of [a, b]) {
      expect(shape(peer)).toBeUndefined();
      expect(peer.canvas().has(box)).toBe(false);
    }
  });

  it("[UNDO-3] undo of one's own delete brings the shape back with text, arrow and place", () => {
    const [a, b] = two();
    geo(a.editor);
    write(a, 'kept');
    arrowTo(a, box);
    meet(a, b);
    const before = a.shown();
    mark(a);
    a.editor.deleteShape(box);
    meet(a, b);
    a.editor.undo();
    meet(a, b);
    expect(a.shown()).toEqual(before);
    expect(b.shown()).toEqual(before);
  });

  it('[UNDO-6] 6: redo works after a break of the line', () => {
    const [a, b] = two();
    geo(a.editor);
    meet(a, b);
    mark(a);
    a.editor.updateShape({ id: box, type: 'geo', x: 100 });
    a.binding.flush();
    a.editor.undo();
    geo(b.editor, createShapeId('other'));
    meet(a, b);
    expect(shape(a)?.x).toBe(0);
    expect(a.editor.getCanRedo()).toBe(true);
    a.editor.redo();
    meet(a, b);
    for (const peer of [a, b]) expect(shape(peer)?.x).toBe(100);
  });

  it('[BIND-11] 7: remote changes of arrows, groups, frames and order make no peer send a byte, and all see the same', () => {
    const doc = boardDocument();
    const [a, b, c] = [join(doc), join(doc), join(doc)] as const;
    const ids = [1, 2, 3].map((n) => createShapeId(`s${n}`));
    ids.forEach((id, n) => geo(a.editor, id, n * 200, 0));
    arrowTo(a, ids[0] ?? box);
    meet(a, b, c);
    const quiet = () => [b.sent(), c.sent()];
    const steps = [
      () => a.editor.bringToFront([ids[0] ?? box]),
      () => a.editor.groupShapes(ids.slice(0, 2), { groupId: createShapeId('group') }),
      () => a.editor.updateShape({ id: ids[0] ?? box, type: 'geo', x: 77 }),
      () => a.editor.deleteShape(ids[1] ?? box),
      () => a.editor.createShape({ id: createShapeId('frame'), type: 'frame', x: 0, y: 0, props: { w: 900, h: 900 } }),
      () => a.editor.reparentShapes([ids[2] ?? box], createShapeId('frame')),
      () => a.editor.deleteShape(ids[0] ?? box),
      () => a.editor.undo(),
    ];
    for (const step of steps) {
      mark(a);
      step();
      meet(a, b, c);
      expect(quiet()).toEqual([0, 0]);
      expect(b.shown()).toEqual(a.shown());
      expect(c.shown()).toEqual(a.shown());
    }
  });

  it('[BIND-11] what tldraw would derive from a change by a client that derives nothing is neither written nor shown', () => {
    const doc = boardDocument();
    const [a, b, c] = [join(doc), join(doc), join(doc)] as const;
    const [one, two_, group] = [createShapeId('one'), createShapeId('two'), createShapeId('group')];
    geo(a.editor, box);
    const arrow = arrowTo(a, box);
    geo(a.editor, one, 500, 0);
    geo(a.editor, two_, 900, 0);
    a.editor.groupShapes([one, two_], { groupId: group });
    meet(a, b, c);
    const wire = new Y.Doc();
    bring(wire, a.doc);
    const canvas = wire.getMap<Y.Map<unknown>>('canvas');
    // tldraw would now lift the arrow above the shape, and dissolve the group of one.
    canvas.get(box)?.set('index', 'a9');
    canvas.delete(one);
    const sent = [a, b, c].map((peer) => peer.sent());
    for (const peer of [a, b, c]) {
      bring(peer.doc, wire);
      peer.pace.pass(200);
    }
    meet(a, b, c);
    expect([a, b, c].map((peer) => peer.sent())).toEqual(sent);
    for (const peer of [a, b, c]) {
      expect(shape(peer, group)).toBeDefined();
      expect(shape(peer)?.index).toBe('a9');
      expect(peer.shown()).toEqual(join(wire).shown());
      expect(peer.editor.getCanUndo()).toBe(peer === a);
    }
    expect(shape(a, arrow)).toBeDefined();
  });

  it('[UNDO-4] 8: a remote change makes nothing undoable and keeps redo', () => {
    const [a, b] = two();
    geo(a.editor);
    arrowTo(a, box);
    meet(a, b);
    expect(b.editor.getCanUndo()).toBe(false);
    mark(b);
    geo(b.editor, createShapeId('mine'));
    b.binding.flush();
    b.editor.undo();
    expect(b.editor.getCanRedo()).toBe(true);
    a.editor.bringToFront([box]);
    a.editor.deleteShape(box);
    meet(a, b);
    expect([b.editor.getCanUndo(), b.editor.getCanRedo()]).toEqual([false, true]);
  });

  it("[BIND-9] 9: in a hidden tab local changes leave within a second and others' are applied", () => {
    const [a, b] = two();
    a.pace.drawsFrames = false;
    geo(a.editor);
    a.pace.pass(40);
    expect(a.canvas().has(box)).toBe(true);
    bring(b.doc, a.doc);
    b.pace.pass(20);
    b.editor.updateShape({ id: box, type: 'geo', x: 5 });
    b.binding.flush();
    bring(a.doc, b.doc);
    a.pace.pass(150);
    expect(shape(a)?.x).toBe(5);
  });

  it('[BIND-9] a fast drag is written about 30 times a second', () => {
    const [a] = two();
    geo(a.editor);
    a.binding.flush();
    const count = vi.fn();
    a.doc.on('update', count);
    for (let step = 1; step <= 60; step++) {
      a.editor.updateShape({ id: box, type: 'geo', x: step });
      a.pace.pass(16);
    }
    a.pace.pass(100);
    expect(count.mock.calls.length).toBeGreaterThan(15);
    expect(count.mock.calls.length).toBeLessThan(35);
    expect(shape(a)?.x).toBe(60);
  });

  it('[BIND-1] 11: opening an unchanged board writes no byte', () => {
    const [a, b] = two();
    geo(a.editor);
    arrowTo(a, box);
    meet(a, b);
    const c = join(a.doc);
    c.pace.pass(1000);
    c.binding.flush();
    expect(c.sent()).toBe(0);
    expect(Y.encodeStateAsUpdate(c.doc)).toHaveLength(Y.encodeStateAsUpdate(a.doc).length);
    expect(c.shown()).toEqual(a.shown());
  });

  it('[BIND-17] a store is full before there is an editor for it', () => {
    const [a] = two();
    geo(a.editor);
    a.binding.flush();
    const store = createTLStore({ shapeUtils: defaultShapeUtils, bindingUtils: defaultBindingUtils });
    const binding = bindCanvas({ doc: a.doc, store, pace: a.pace, random: Math.random, readOnly: false });
    expect(store.serialize('document')).toEqual(a.shown());
    expect(store.get(box)).toBeDefined();
    binding.dispose();
  });

  it('[BIND-1] 12: joining during a drag loses nothing of it', () => {
    const [a] = two();
    geo(a.editor);
    a.binding.flush();
    a.editor.updateShape({ id: box, type: 'geo', x: 10 });
    const c = join(a.doc);
    a.editor.updateShape({ id: box, type: 'geo', x: 20 });
    meet(a, c);
    a.editor.updateShape({ id: box, type: 'geo', x: 30 });
    meet(a, c);
    for (const peer of [a, c]) expect(shape(peer)?.x).toBe(30);
    expect(c.sent()).toBe(0);
  });

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

  it('[BIND-19] what is done while read-only reaches neither document nor screen', () => {
    const [a] = two();
    geo(a.editor);
    a.binding.flush();
    a.binding.setReadOnly(true);
    const sent = a.sent();
    a.editor.updateShape({ id: box, type: 'geo', x: 99 });
    a.pace.pass(500);
    expect(a.sent()).toBe(sent);
    expect(shape(a)?.x).toBe(0);
    a.binding.setReadOnly(false);
    a.editor.updateShape({ id: box, type: 'geo', x: 7 });
    a.pace.pass(500);
    expect(a.sent()).toBeGreaterThan(sent);
  });

  it('[BIND-7] 20: two hours of dragging leave a document that hardly grew', () => {
    const [a] = two();
    geo(a.editor);
    a.binding.flush();
    const before = Y.encodeStateAsUpdate(a.doc).length;
    for (let drag = 0; drag < 100; drag++) {
      mark(a);
      for (let step = 0; step < 20; step++) {
        a.editor.updateShape({ id: box, type: 'geo', x: drag * 20 + step });
        a.pace.pass(34);
      }
    }
    // What can be undone is kept here; what others get is what counts.
    const fresh = new Y.Doc();
    bring(fresh, a.doc);
    expect(Y.encodeStateAsUpdate(fresh).length - before).toBeLessThan(100 * 60);
  });

  it('[BIND-2] 24: work of both while apart: all see the same, and a newcomer too', () => {
    const [a, b] = two();
    geo(a.editor);
    note(a.editor, createShapeId('note'));
    meet(a, b);
    for (let n = 0; n < 30; n++) {
      mark(a);
      geo(a.editor, createShapeId(`a${n}`), n, n);
      write(a, `a${n}`, createShapeId('note'));
      if (n % 7 === 0) a.editor.undo();
      mark(b);
      geo(b.editor, createShapeId(`b${n}`), -n, n);
      write(b, `b${n}`);
      if (n % 5 === 0) b.editor.bringToFront([box]);
      if (n % 9 === 0) b.editor.groupShapes([createShapeId(`b${n}`), box]);
      a.pace.pass(50);
      b.pace.pass(50);
    }
    meet(a, b);
    expect(a.shown()).toEqual(b.shown());
    expect(join(a.doc).shown()).toEqual(a.shown());
  });

  it("[BIND-4] typing at once in one note keeps everybody's characters", () => {
    const [a, b] = two();
    note(a.editor);
    meet(a, b);
    write(a, 'hello');
    write(b, 'world');
    meet(a, b);
    expect(['helloworld\n', 'worldhello\n']).toContain(textOf(a));
    write(a, `${textOf(a).trim()} one`);
    write(b, `zero ${textOf(b).trim()}`);
    meet(a, b);
    expect(textOf(a)).toMatch(/^zero .* one\n$/);
    expect(textOf(b)).toBe(textOf(a));
  });

  it('[BIND-3] 26: a remote delete during editing and during a drag ends the gesture without an error', () => {
    const [a, b] = two();
    note(a.editor);
    meet(a, b);
    b.editor.select(box);
    b.editor.setEditingShape(box);
    b.editor.setCurrentTool('select.editing_shape');
    a.editor.deleteShape(box);
    meet(a, b);
    expect(b.editor.getEditingShapeId()).toBeNull();
    expect(b.editor.getSelectedShapeIds()).toEqual([]);
    expect(b.canvas().has(box)).toBe(false);
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

  it('[UNDO-5] Escape takes back the gesture and leaves what a peer did to the same shape meanwhile', () => {
    const [a, b] = two();
    geo(a.editor);
    meet(a, b);
    mark(a, 'before');
    a.editor.updateShape({ id: box, type: 'geo', props: { fill: 'solid' } });
    const drag = a.editor.markHistoryStoppingPoint('drag');
    a.editor.updateShape({ id: box, type: 'geo', x: 50 });
    meet(a, b);
    b.editor.updateShape({ id: box, type: 'geo', props: { color: 'red' } });
    meet(a, b);
    a.editor.updateShape({ id: box, type: 'geo', x: 90 });
    a.editor.bailToMark(drag);
    meet(a, b);
    for (const peer of [a, b]) expect(shape(peer)).toMatchObject({ x: 0, props: { color: 'red', fill: 'solid' } });
    expect(a.editor.getCanRedo()).toBe(false);
    a.editor.undo();
    meet(a, b);
    for (const peer of [a, b]) expect(shape(peer)).toMatchObject({ props: { color: 'red', fill: 'none' } });
  });

  it("[UNDO-5] a step ends at each of tldraw's marks, and steps that it squashes are one", () => {
    const [a] = two();
    geo(a.editor);
    const from = a.editor.markHistoryStoppingPoint('outer');
    a.editor.updateShape({ id: box, type: 'geo', x: 1 });
    mark(a);
    a.editor.updateShape({ id: box, type: 'geo', y: 1 });
    a.editor.squashToMark(from);
    mark(a);
    a.editor.updateShape({ id: box, type: 'geo', props: { color: 'red' } });
    a.editor.undo();
    expect(shape(a)).toMatchObject({ x: 1, y: 1, props: { color: 'black' } });
    a.editor.undo();
    expect(shape(a)).toMatchObject({ x: 0, y: 0 });
    a.editor.redo();
    expect(shape(a)).toMatchObject({ x: 1, y: 1 });
  });

  it('[UNDO-1] one undo for canvas and map: the last own act, wherever it was', () => {
    const doc = boardDocument();
    const mapOrigin = { name: 'map' };
    const a = join(doc, { mapOrigins: [mapOrigin] });
    const goals = a.doc.getMap('map');
    mark(a);
    geo(a.editor);
    a.pace.pass(100);
    a.doc.transact(() => goals.set('goal', 'more jobs'), mapOrigin);
    a.doc.transact(() => goals.set('foreign', 'stays'), 'wire');
    a.editor.updateShape({ id: box, type: 'geo', x: 8 });
    a.editor.undo();
    expect([shape(a)?.x, goals.get('goal')]).toEqual([0, 'more jobs']);
    a.editor.undo();
    expect([shape(a)?.x, goals.get('goal')]).toEqual([0, undefined]);
    a.editor.undo();
    expect(shape(a)).toBeUndefined();
    expect(goals.get('foreign')).toBe('stays');
    a.editor.redo();
    a.editor.redo();
    expect([shape(a)?.x, goals.get('goal')]).toEqual([0, 'more jobs']);
  });

  it('[BIND-1] copying an arrow leaves it bound, whether its ends were written already or not', () => {
    const [a, b] = two();
    geo(a.editor);
    meet(a, b);
    const arrow = arrowTo(a, box);
    a.editor.duplicateShapes([arrow], { x: 10, y: 10 });
    meet(a, b);
    expect(b.editor.getBindingsFromShape(arrow, 'arrow')).toHaveLength(1);
    const place = shape(a, arrow);
    a.editor.getContentFromCurrentPage([arrow]);
    a.editor.duplicateShapes([arrow], { x: 20, y: 20 });
    meet(a, b);
    expect(a.editor.getBindingsFromShape(arrow, 'arrow')).toHaveLength(1);
    expect(b.shown()).toEqual(a.shown());
    expect(shape(b, arrow)).toEqual(place);
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

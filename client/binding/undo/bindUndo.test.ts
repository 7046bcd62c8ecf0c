// @vitest-environment jsdom
import { createShapeId } from '@tldraw/tldraw';
import { afterEach, describe, expect, it } from 'vitest';
import { arrowTo, box, geo, join, mark, shape, two, write, leaveAll } from '../testDrawing.ts';
import { boardDocument, meet } from '../testPeers.ts';

afterEach(leaveAll);

describe('one undo on a bound canvas', () => {
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
});

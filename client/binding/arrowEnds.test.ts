// @vitest-environment jsdom
/** An arrow to something that somebody else deletes: it stays, and ends where that stood, for everybody. */
import { createShapeId, type TLArrowShape, type TLGeoShape, type TLShapeId } from '@tldraw/tldraw';
import { afterEach, describe, expect, it } from 'vitest';
import { boardDocument, bring, meet, peerOf, type Peer } from './testPeers.ts';

const peers: Peer[] = [];
let told: number[] = [];
afterEach(() => {
  for (const peer of peers.splice(0)) peer.leave();
  told = [];
});

/** The first one is who draws the arrows. */
function two(): [Peer, Peer] {
  const doc = boardDocument();
  const pair: [Peer, Peer] = [peerOf(doc, { onEndsGone: (arrows) => told.push(arrows) }), peerOf(doc)];
  peers.push(...pair);
  return pair;
}

const [box, frame, arrow, inside] = ['box', 'frame', 'arrow', 'inside'].map((name) => createShapeId(name)) as [
  TLShapeId,
  TLShapeId,
  TLShapeId,
  TLShapeId,
];
const geo = ({ editor }: Peer, id: TLShapeId, x: number, y: number, parentId?: TLShapeId) =>
  editor.createShape<TLGeoShape>({ id, type: 'geo', x, y, props: { w: 100, h: 100 }, ...(parentId && { parentId }) });

/** From the ground at the top left to the middle of something, drawn when that stood elsewhere. */
function draw({ editor }: Peer, to: TLShapeId, id = arrow): void {
  const props = { start: { x: 0, y: 0 }, end: { x: 10, y: 10 } };
  editor.createShape<TLArrowShape>({ id, type: 'arrow', x: 0, y: 0, props });
  editor.createBinding({
    type: 'arrow',
    fromId: id,
    toId: to,
    props: { terminal: 'end', normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: true, isPrecise: true },
  });
}

function tipOf({ editor }: Peer, id = arrow): { x: number; y: number } {
  const bounds = editor.getShapePageBounds(id);
  if (bounds === undefined) throw new Error('the arrow is gone');
  return { x: Math.round(bounds.maxX), y: Math.round(bounds.maxY) };
}

function areEqual(...all: Peer[]): void {
  const [first, ...others] = all;
  for (const other of others) expect(other.shown()).toEqual(first?.shown());
  const fresh = peerOf((first as Peer).doc);
  peers.push(fresh);
  expect(fresh.shown()).toEqual(first?.shown());
  for (const peer of all) expect(peer.doc.getMap('canvas').toJSON()).toEqual(first?.doc.getMap('canvas').toJSON());
}

describe('an arrow whose end somebody else deletes', () => {
  it('[BIND-22] ends where that stood, its person is told, and undoing the deletion binds it again', () => {
    const [a, b] = two();
    geo(b, box, 400, 300);
    meet(a, b);
    draw(a, box);
    meet(a, b);
    const before = tipOf(a);
    b.editor.markHistoryStoppingPoint('delete');
    b.editor.deleteShape(box);
    meet(a, b);
    expect([tipOf(a), tipOf(b)]).toEqual([before, before]);
    expect(told).toEqual([1]);
    areEqual(a, b);
    b.editor.undo();
    meet(a, b);
    for (const peer of [a, b]) expect(peer.editor.getBindingsToShape(box, 'arrow')).toHaveLength(1);
    areEqual(a, b);
  });

  it('[BIND-22] drawn while the other deletes, neither knowing of it: the same, also for who comes later', () => {
    const [a, b] = two();
    geo(b, box, 400, 300);
    meet(a, b);
    draw(a, box);
    const before = tipOf(a);
    a.binding.flush();
    b.editor.markHistoryStoppingPoint('delete');
    b.editor.deleteShape(box);
    meet(a, b);
    meet(a, b);
    expect([tipOf(a), tipOf(b)]).toEqual([before, before]);
    expect(told).toEqual([1]);
    expect(a.editor.getCanUndo()).toBe(true);
    areEqual(a, b);
    b.editor.undo();
    meet(a, b);
    for (const peer of [a, b]) expect(peer.editor.getBindingsToShape(box, 'arrow')).toHaveLength(1);
    areEqual(a, b);
  });

  it('[BIND-22] in a frame that the other deletes, arrow and note stand on the page where they stood in the frame', () => {
    const [a, b] = two();
    b.editor.createShape({ id: frame, type: 'frame', x: 500, y: 200, props: { w: 600, h: 600 } });
    geo(b, box, 100, 100, frame);
    meet(a, b);
    geo(a, inside, 300, 320, frame);
    draw(a, box);
    a.editor.reparentShapes([arrow], frame);
    const before = [tipOf(a), a.editor.getShapePageBounds(inside)?.toJson()];
    b.editor.deleteShape(frame);
    meet(a, b);
    meet(a, b);
    for (const peer of [a, b]) {
      expect(peer.editor.getShape(frame)).toBeUndefined();
      expect([tipOf(peer), peer.editor.getShapePageBounds(inside)?.toJson()]).toEqual(before);
    }
    expect(told).toEqual([1]);
    areEqual(a, b);
  });

  it('[BIND-22] both ends of many arrows, at once: told once, and nothing is written by anybody else', () => {
    const [a, b] = two();
    const c = peerOf(a.doc);
    peers.push(c);
    geo(b, box, 400, 300);
    meet(a, b, c);
    const arrows = Array.from({ length: 4 }, (_, n) => createShapeId(`arrow${n}`));
    for (const id of arrows) draw(a, box, id);
    const before = arrows.map((id) => tipOf(a, id));
    b.editor.deleteShape(box);
    b.binding.flush();
    const sent = [b.sent(), c.sent()];
    meet(a, b, c);
    meet(a, b, c);
    expect(told).toEqual([4]);
    expect([b.sent(), c.sent()]).toEqual(sent);
    for (const peer of [a, b, c]) expect(arrows.map((id) => tipOf(peer, id))).toEqual(before);
    areEqual(a, b, c);
  });

  it("[BIND-22] one's own deletion follows tldraw's rule, and nobody is told", () => {
    const [a, b] = two();
    geo(a, box, 400, 300);
    draw(a, box);
    meet(a, b);
    const before = tipOf(a);
    a.editor.deleteShape(box);
    meet(a, b);
    expect([tipOf(a), tipOf(b)]).toEqual([before, before]);
    expect(told).toEqual([]);
    areEqual(a, b);
  });

  it('[BIND-22] who may only look writes nothing', () => {
    const doc = boardDocument();
    const a = peerOf(doc, { onEndsGone: (arrows) => told.push(arrows) });
    const b = peerOf(doc);
    peers.push(a, b);
    geo(b, box, 400, 300);
    meet(a, b);
    draw(a, box);
    a.binding.flush();
    a.binding.setReadOnly(true);
    const sent = a.sent();
    b.editor.deleteShape(box);
    bring(a.doc, b.doc);
    a.pace.pass(200);
    expect(a.sent()).toBe(sent);
    expect(told).toEqual([]);
    expect(a.editor.getShape(arrow)).toBeDefined();
  });
});

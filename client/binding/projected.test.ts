// @vitest-environment jsdom
import {
  createShapeId,
  type TLArrowShape,
  type TLGeoShape,
  type TLPageId,
  type TLRecord,
  type TLShapeId,
} from '@tldraw/tldraw';
import { afterEach, describe, expect, it } from 'vitest';
import { isOfMap } from '#client/canvas/projected/isOfMap.ts';
import { stackIndex } from '#client/canvas/projected/stackIndex.ts';
import { writeRecord } from '#shared/board/record.ts';
import { boardDocument, bring, meet, peerOf, type Peer } from './testPeers.ts';

const peers: Peer[] = [];
const join = (doc = boardDocument()): Peer => {
  const peer = peerOf(doc, { isElsewhere: isOfMap });
  peers.push(peer);
  return peer;
};
afterEach(() => {
  for (const peer of peers.splice(0)) peer.leave();
});

const card = 'shape:placement.mill~hiring' as TLShapeId;

/** A card of the map, played by a box: the binding knows projected shapes by their ids. */
function boxRecord(x: number): TLRecord {
  const peer = join();
  peer.editor.createShape<TLGeoShape>({ id: createShapeId('model'), type: 'geo', x, y: 0, props: { w: 100, h: 60 } });
  const model = peer.editor.getShape(createShapeId('model'));
  return { ...model, id: card, index: 'Zzabc1' } as TLRecord;
}
const show = (peer: Peer, x: number) => {
  const record = boxRecord(x);
  peer.binding.project(() => peer.store.put([record]));
};
const hide = (peer: Peer) => peer.binding.project(() => peer.store.remove([card]));

function arrowToCard(peer: Peer): TLShapeId {
  const id = createShapeId('arrow');
  peer.editor.createShape<TLArrowShape>({
    id,
    type: 'arrow',
    x: -300,
    y: 30,
    props: { start: { x: 0, y: 0 }, end: { x: 50, y: 0 } },
  });
  peer.editor.createBinding({
    type: 'arrow',
    fromId: id,
    toId: card,
    props: { terminal: 'end', normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false },
  });
  return id;
}
const boundTo = (peer: Peer, arrow: TLShapeId) =>
  peer.editor.getBindingsFromShape(arrow, 'arrow').map((binding) => binding.toId);

describe('shapes that show the map', () => {
  it('[FRAME-21] nothing of them is written, whoever changes them', () => {
    const peer = join();
    const before = peer.sent();
    show(peer, 0);
    peer.editor.updateShape({ id: card, type: 'geo', x: 77 });
    meet(peer);
    show(peer, 500);
    peer.editor.deleteShapes([card]);
    meet(peer);
    expect(peer.canvas().has(card)).toBe(false);
    expect(peer.sent()).toBe(before);
    expect(peer.binding.undo.undos()).toBe(0);
  });

  it('[FRAME-33] an arrow stays bound to a card that moves, goes and comes back, and nobody writes that', () => {
    const peer = join();
    show(peer, 0);
    const arrow = arrowToCard(peer);
    meet(peer);
    const before = peer.sent();
    const undos = peer.binding.undo.undos();
    show(peer, 400);
    meet(peer);
    expect(boundTo(peer, arrow)).toEqual([card]);
    hide(peer);
    meet(peer);
    show(peer, 800);
    meet(peer);
    expect(boundTo(peer, arrow)).toEqual([card]);
    expect(peer.editor.getShapePageBounds(arrow)?.maxX).toBeGreaterThan(700);
    expect(peer.sent()).toBe(before);
    expect(peer.binding.undo.undos()).toBe(undos);
  });

  it('[FRAME-33] an arrow that arrives before its card is bound when the card appears', () => {
    const a = join();
    show(a, 0);
    const arrow = arrowToCard(a);
    meet(a);
    const b = join(a.doc);
    expect(b.editor.getShapePageBounds(arrow)).toBeDefined();
    const before = b.sent();
    show(b, 600);
    meet(b);
    expect(boundTo(b, arrow)).toEqual([card]);
    expect(b.editor.getShapePageBounds(arrow)?.maxX).toBeGreaterThan(500);
    expect(b.sent()).toBe(before);
  });

  it('[FRAME-21] a record of a document that claims to be a projected shape is not shown', () => {
    const record = boxRecord(5);
    const doc = boardDocument();
    doc.transact(() => writeRecord(doc.getMap('canvas'), record));
    const peer = join(doc);
    expect(peer.editor.getShape(card)).toBeUndefined();
    expect(peer.binding.setAside()).toEqual([{ id: card, problem: 'stands elsewhere' }]);
    bring(doc, peer.doc);
  });

  it.each(['t', 'w', 'z'] as const)(
    '[BIND-13] a free shape that took the index of one in layer %s, as groups do, stands beside it',
    (layer) => {
      const peer = join();
      show(peer, 0);
      const id = createShapeId('group');
      peer.editor.createShape({ id, type: 'geo', x: 0, y: 0 });
      const index = stackIndex(layer, card);
      peer.editor.updateShape({ id, type: 'geo', index });
      meet(peer);
      expect(peer.editor.getShape(id)?.index.startsWith(index)).toBe(true);
      expect(peer.editor.getShape(id)?.index).not.toBe(index);
      expect(peer.canvas().has(id)).toBe(true);
    },
  );

  it('[BIND-8] the page of the map can be emptied, and stays', () => {
    const [a, b] = [join(), join()] as const;
    a.editor.createShape({ id: createShapeId('drawn'), type: 'geo', x: 0, y: 0 });
    a.editor.createPage({ name: 'Second' });
    meet(a, b);
    a.editor.deletePage('page:page' as TLPageId);
    meet(a, b);
    for (const peer of [a, b]) {
      expect(peer.editor.getPages()).toHaveLength(2);
      expect([...peer.editor.getPageShapeIds('page:page' as TLPageId)]).toEqual([]);
    }
  });
});

// @vitest-environment jsdom
import { createShapeId, toRichText, type TLShape, type TLShapeId } from '@tldraw/tldraw';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { randomSeeds } from '#shared/testing/randomRuns.ts';
import { boardDocument, bring, meet, peerOf, type Peer } from './testPeers.ts';

const peers: Peer[] = [];
afterEach(() => {
  for (const peer of peers.splice(0)) peer.leave();
});

function randomOf(seed: number) {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) | 0;
    return ((state >>> 0) % 100_003) / 100_003;
  };
}

/** One act of one person; everything that tldraw refuses by itself is fine. */
function act({ editor }: Peer, random: () => number, name: string): string {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const shapes = editor.getCurrentPageShapes();
  const shape = pick(shapes);
  const some = shapes.filter(() => random() < 0.3).map((each) => each.id);
  const id = createShapeId(name);
  const place = { x: Math.round(random() * 900), y: Math.round(random() * 900) };
  editor.markHistoryStoppingPoint(name);
  const acts: Record<string, () => unknown> = {
    add: () =>
      editor.createShape({ id, type: pick(['geo', 'note', 'text', 'draw']) === 'note' ? 'note' : 'geo', ...place }),
    frame: () => editor.createShape({ id, type: 'frame', ...place, props: { w: 400, h: 400 } }),
    move: () => shape && editor.updateShape({ id: shape.id, type: shape.type, ...place }),
    color: () =>
      shape &&
      'color' in shape.props &&
      editor.updateShape({ id: shape.id, type: shape.type, props: { color: pick(['red', 'blue', 'green']) } }),
    write: () =>
      shape &&
      'richText' in shape.props &&
      editor.updateShape({
        id: shape.id,
        type: shape.type,
        props: { richText: toRichText(`${name} ${'ab\n'.repeat(random() * 3)}`) },
      }),
    remove: () => shape && editor.deleteShape(shape.id),
    front: () => editor.bringToFront(some),
    back: () => editor.sendToBack(some),
    group: () => editor.groupShapes(some, { groupId: id }),
    ungroup: () => editor.ungroupShapes(some),
    duplicate: () => editor.duplicateShapes(some.slice(0, 3), { x: 10, y: 10 }),
    reparent: () =>
      some.length > 0 &&
      shape?.type === 'frame' &&
      !hasAncestor(editor, shape, some) &&
      editor.reparentShapes(
        some.filter((each) => each !== shape.id),
        shape.id,
      ),
    arrow: () => {
      editor.createShape({ id, type: 'arrow', ...place });
      if (shape && shape.type !== 'arrow')
        editor.createBinding({
          type: 'arrow',
          fromId: id,
          toId: shape.id,
          props: { terminal: 'end', normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false },
        });
    },
    page: () => editor.createPage({ name }),
    go: () => editor.setCurrentPage(pick(editor.getPages())?.id ?? editor.getCurrentPageId()),
    dropPage: () => random() < 0.3 && editor.deletePage(pick(editor.getPages())?.id ?? editor.getCurrentPageId()),
    undo: () => editor.undo(),
    redo: () => editor.redo(),
  };
  const chosen = pick([...Object.keys(acts), 'add', 'add', 'move', 'write', 'arrow', 'undo']) ?? 'add';
  acts[chosen]?.();
  return chosen;
}

function hasAncestor(editor: Peer['editor'], shape: TLShape, ids: TLShapeId[]): boolean {
  return ids.some((id) => id === shape.id || editor.getShapeAncestors(shape.id).some((each) => each.id === id));
}

describe('convergence', () => {
  const seeds = randomSeeds(4, 1);
  it.each(seeds)(
    '[BIND-2] [BIND-12] [UNDO-1] three people do anything, meet at random, and end with equal canvases (seed %i)',
    (seed) => {
      const random = randomOf(seed);
      const first = boardDocument();
      const group = [peerOf(first), peerOf(first), peerOf(first)];
      peers.push(...group);
      for (let step = 0; step < 120; step++) {
        const peer = group[Math.floor(random() * group.length)];
        if (!peer) continue;
        act(peer, random, `s${seed}n${step}`);
        if (random() < 0.3) peer.pace.pass(Math.floor(random() * 100));
        if (random() < 0.2) {
          const other = group[Math.floor(random() * group.length)];
          if (other && other !== peer) bring(other.doc, peer.doc);
        }
      }
      meet(...group);
      meet(...group);
      const [a, b, c] = group as [Peer, Peer, Peer];
      const bytes = group.map((peer) => peer.sent());
      meet(...group);
      expect(group.map((peer) => peer.sent())).toEqual(bytes);
      expect(b.shown()).toEqual(a.shown());
      expect(c.shown()).toEqual(a.shown());
      const fresh = peerOf(a.doc);
      peers.push(fresh);
      expect(fresh.shown()).toEqual(a.shown());
      expect(fresh.sent()).toBe(0);
      for (const peer of group) {
        expect(peer.binding.setAside()).toEqual([]);
        expect(Y.encodeStateVector(peer.doc)).toHaveLength(Y.encodeStateVector(a.doc).length);
        peer.store.validate('tests');
      }
    },
  );
});

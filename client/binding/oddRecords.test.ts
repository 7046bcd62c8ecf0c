// @vitest-environment jsdom
/** Records that pass every check of the server, and that a page cannot draw: they stay aside, and the rest is drawn. */
import { BaseBoxShapeUtil, createShapeId, Rectangle2d, T, type TLBaseShape, type TLGeoShape } from '@tldraw/tldraw';
import { createElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { inspect } from '#shared/board/limits/inspect.ts';
import { writeRecord } from '#shared/board/record.ts';
import { boardDocument, bring, meet, peerOf, type Peer } from './testPeers.ts';

const peers: Peer[] = [];
afterEach(() => {
  for (const peer of peers.splice(0)) peer.leave();
});

type Brittle = TLBaseShape<'brittle', { w: number; h: number; is: string }>;

/** Passes its validator and has no outline, as a shape of ours or tldraw's might have in a case that nobody thought of. */
class BrittleUtil extends BaseBoxShapeUtil<Brittle> {
  static override type = 'brittle' as const;
  static override props = { w: T.number, h: T.number, is: T.string };
  override getDefaultProps = () => ({ w: 100, h: 100, is: 'whole' });
  override getGeometry({ props }: Brittle): Rectangle2d {
    if (props.is === 'broken') throw new Error('no outline');
    return new Rectangle2d({ width: props.is === 'endless' ? Number.NaN : props.w, height: props.h, isFilled: true });
  }
  override toSvg({ props }: Brittle) {
    if (props.is !== 'whole') throw new Error('cannot be drawn');
    return createElement('rect');
  }
  override component = () => createElement('div');
  override indicator = () => createElement('rect');
}

const parts = { shapeUtils: [BrittleUtil], tools: [] };
const paragraph = (...content: unknown[]) => ({ type: 'doc', content: [{ type: 'paragraph', content }] });
const odd: Readonly<Record<string, unknown>> = {
  'an unknown node': { type: 'doc', content: [{ type: 'hologram' }] },
  'a node without a kind': { type: 'doc', content: [{ type: '' }] },
  'an unknown mark': paragraph({ type: 'text', text: 'a', marks: [{ type: 'blinking' }] }),
  'an empty text': paragraph({ type: 'text', text: '' }),
  'a text without letters': paragraph({ type: 'text' }),
  'something else on top': { type: 'paragraph', content: [] },
};

/** Taken by the server as it is. */
function write(doc: Y.Doc, ...records: object[]): void {
  doc.transact((transaction) => {
    for (const record of records) writeRecord(doc.getMap('canvas'), record as never);
    expect(inspect(transaction)).toEqual([]);
  });
}
const shape = (id: string, type: string, props: object, more: object = {}) => ({
  id: createShapeId(id),
  typeName: 'shape',
  type,
  parentId: 'page:page',
  index: 'a2',
  x: 0,
  y: 0,
  rotation: 0,
  isLocked: false,
  opacity: 1,
  meta: {},
  props,
  ...more,
});

function noteProps(): Record<string, unknown> {
  const peer = peerOf(boardDocument());
  peers.push(peer);
  return { ...peer.editor.getShapeUtil('note').getDefaultProps() };
}

const asides = ({ binding }: Peer): readonly string[] => binding.setAside().map(({ id }) => id);
const geo = ({ editor }: Peer, id: string) =>
  editor.createShape<TLGeoShape>({ id: createShapeId(id), type: 'geo', x: 300, props: { w: 100, h: 100 } });

describe('records that cannot be drawn', () => {
  it.each(Object.entries(odd))(
    '[ROOM-3] %s in a note: the page opens, and all but the note is there',
    (_, richText) => {
      const doc = boardDocument();
      write(doc, shape('odd', 'note', { ...noteProps(), richText }));
      const [a, b] = [peerOf(doc), peerOf(doc)];
      peers.push(a, b);
      expect(asides(a)).toEqual(['shape:odd']);
      geo(a, 'fine');
      meet(a, b);
      for (const peer of [a, b]) {
        expect([...peer.editor.getCurrentPageShapeIds()]).toEqual(['shape:fine']);
        expect(peer.editor.fonts.getShapeFontFaces(createShapeId('fine'))).toBeDefined();
        expect(peer.canvas().has('shape:odd')).toBe(true);
      }
    },
  );

  it.each(['broken', 'endless'])(
    '[ROOM-3] a shape with a %s outline, before and after the page is open',
    async (is) => {
      const doc = boardDocument();
      const group = createShapeId('group');
      write(doc, shape('group', 'group', {}), shape('odd', 'brittle', { w: 1, h: 1, is }, { parentId: group }));
      write(doc, shape('good', 'brittle', { w: 50, h: 50, is: 'whole' }, { parentId: group, index: 'a3' }));
      const a = peerOf(doc, {}, parts);
      peers.push(a);
      expect(a.editor.getCurrentPageBounds()?.w).toBe(50);
      const later = new Y.Doc();
      bring(later, doc);
      write(
        later,
        shape('odd2', 'brittle', { w: 1, h: 1, is }),
        shape('good2', 'brittle', { w: 9, h: 9, is: 'whole' }),
      );
      bring(a.doc, later);
      a.pace.pass(200);
      expect(asides(a)).toEqual([]);
      expect(a.editor.getShape(createShapeId('good2'))).toBeDefined();
      expect(a.editor.getCulledShapes()).toBeDefined();
      expect(a.sent()).toBe(0);
      const [broken, good] = ['odd2', 'good2'].map((id) => a.editor.getShape<Brittle>(createShapeId(id)));
      const util = a.editor.getShapeUtil('brittle');
      const drawn = async (one?: Brittle) => one && (await util.toSvg?.(one, {} as never));
      expect([await drawn(broken), (await drawn(good)) === null]).toEqual([null, false]);
      a.editor.deleteShapes([createShapeId('odd2'), createShapeId('odd')]);
      expect(a.editor.getCurrentPageShapeIds().size).toBe(2);
    },
  );
});

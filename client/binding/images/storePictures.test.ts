// @vitest-environment jsdom
import { createShapeId, type TLAsset, type TLContent } from '@tldraw/tldraw';
import { afterEach, describe, expect, it } from 'vitest';
import { boardDocument, meet, peerOf, type Peer } from '../testPeers.ts';
import { placePicture } from '#client/canvas/images/placePicture.ts';
import { storePictures } from '#client/canvas/images/storePictures.ts';

const peers: Peer[] = [];
afterEach(() => {
  for (const peer of peers.splice(0)) peer.leave();
});
function two(): readonly [Peer, Peer] {
  const doc = boardDocument();
  const made = [peerOf(doc), peerOf(doc)] as const;
  peers.push(...made);
  return made;
}

const picture = {
  id: 'p1',
  page: 'page:page',
  x: 5,
  y: 6,
  w: 20,
  h: 10,
  name: 'p.png',
  isAnimated: false,
  file: new Blob(['x'], { type: 'image/png' }),
};

/** What a copy on another board brings: a picture in its address, and a note beside it. */
function pasted(): TLContent {
  const id = 'asset:copied' as TLAsset['id'];
  const props = {
    name: 'p.png',
    src: 'data:image/png;base64,AAAA',
    w: 2,
    h: 1,
    mimeType: 'image/png',
    isAnimated: false,
  };
  const asset = { id, typeName: 'asset', type: 'image', meta: {}, props } as TLAsset;
  const shape = (name: string, type: string, more: object) =>
    ({ id: createShapeId(name), type, props: more }) as unknown as TLContent['shapes'][number];
  const shapes = [shape('frame', 'image', { assetId: id }), shape('note', 'note', {})];
  return {
    schema: {} as TLContent['schema'],
    assets: [asset],
    shapes,
    rootShapeIds: shapes.map((one) => one.id),
    bindings: [],
  };
}

describe('pictures on the canvas', () => {
  it('[ASSET-5] a placed picture is complete for everybody, stands there once, and is one undo', () => {
    const [a, b] = two();
    placePicture(a.editor, picture, '77');
    placePicture(a.editor, picture, '78');
    meet(a, b);
    const [shape, ...more] = b.editor.getCurrentPageShapes();
    expect(more).toEqual([]);
    expect(shape).toMatchObject({ type: 'image', x: 5, y: 6, props: { w: 20, h: 10 } });
    expect(b.editor.getAssets().map((asset) => asset.props.src)).toEqual(['asset:77']);
    a.editor.undo();
    meet(a, b);
    expect(b.editor.getCurrentPageShapes()).toEqual([]);
  });

  it('[ASSET-5] a picture whose page is gone meanwhile stands on the page that is open', () => {
    const [a] = two();
    placePicture(a.editor, { ...picture, page: 'page:gone' }, '77');
    expect(a.editor.getCurrentPageShapes()).toHaveLength(1);
  });

  it('[ASSET-5] pasted pictures are stored before anything is placed; one that is not taken takes only its frame along', async () => {
    const [a] = two();
    const sent: string[] = [];
    a.store.props.assets.upload = (_, file) => {
      sent.push(file.type);
      return Promise.resolve({ src: 'asset:99' });
    };
    const stored = await storePictures(a.editor, pasted());
    expect(sent).toEqual(['image/png']);
    expect(stored.assets.map((asset) => asset.props.src)).toEqual(['asset:99']);
    expect(stored.shapes).toHaveLength(2);
    a.store.props.assets.upload = () => Promise.reject(new Error('unreachable'));
    const without = await storePictures(a.editor, pasted());
    expect(without.assets).toEqual([]);
    expect(without.shapes.map((shape) => shape.type)).toEqual(['note']);
    expect(without.rootShapeIds).toEqual([createShapeId('note')]);
  });
});

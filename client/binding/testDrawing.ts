/** What people draw in tests of the binding, on peers that leave after each test. */
import {
  createShapeId,
  toRichText,
  type Editor,
  type TLArrowShape,
  type TLGeoShape,
  type TLNoteShape,
  type TLShapeId,
} from '@tldraw/tldraw';
import { plainOf, richTextRuns } from '#shared/board/text.ts';
import { boardDocument, peerOf, type Peer } from './testPeers.ts';

const peers: Peer[] = [];
/** After each test. */
export const leaveAll = () => {
  for (const peer of peers.splice(0)) peer.leave();
};

export const join = (...args: Parameters<typeof peerOf>): Peer => {
  const peer = peerOf(...args);
  peers.push(peer);
  return peer;
};
export const two = () => {
  const doc = boardDocument();
  return [join(doc), join(doc)] as const;
};

export const box = createShapeId('box');
export const geo = (editor: Editor, id: TLShapeId = box, x = 0, y = 0) =>
  editor.createShape<TLGeoShape>({ id, type: 'geo', x, y, props: { w: 100, h: 100 } });
export const note = (editor: Editor, id: TLShapeId = box) =>
  editor.createShape<TLNoteShape>({ id, type: 'note', x: 0, y: 0 });
export const shape = <T = TLGeoShape>(peer: Peer, id: TLShapeId = box) => peer.editor.getShape(id) as T | undefined;
export const textOf = (peer: Peer, id: TLShapeId = box) =>
  plainOf(richTextRuns((shape(peer, id) as TLGeoShape).props.richText) ?? []);
export const write = (peer: Peer, text: string, id: TLShapeId = box) =>
  peer.editor.updateShape({ id, type: shape(peer, id)?.type ?? 'geo', props: { richText: toRichText(text) } });
export const mark = (peer: Peer, name = 'act') => peer.editor.markHistoryStoppingPoint(name);

/** An arrow that ends at a shape. */
export function arrowTo(peer: Peer, target: TLShapeId, id = createShapeId('arrow')) {
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

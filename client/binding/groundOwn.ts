/**
 * What somebody else deletes while this page attaches an arrow to it, or puts something into it, without either knowing of the
 * other: the arrow and the content stay, and would stand wherever their own numbers say. Only this page knows where they stood on
 * the screen, so it says it in the document (decision 0286).
 */
import {
  getArrowInfo,
  type Editor,
  type TLArrowBinding,
  type TLArrowShape,
  type TLShape,
  type TLShapeId,
} from '@tldraw/tldraw';
import type * as Y from 'yjs';
import { writeChanges } from '#shared/board/record.ts';
import type { CanvasView } from './CanvasView.ts';

export interface GroundSetup {
  readonly editor: Editor;
  /** Shapes that others deleted and that are still on the canvas. */
  readonly gone: ReadonlySet<string>;
  /** True for a record that stays in the document. */
  readonly stays: (id: string) => boolean;
  /** True for a record that was made by this page. */
  readonly isOwn: (id: string) => boolean;
}

export interface Grounded {
  /** Fields of shapes of one's own, where they stand now. */
  readonly places: ReadonlyMap<string, Partial<TLShape>>;
  /** Own arrows of which an end was deleted. */
  readonly arrows: number;
}

export function groundOwn({ editor, gone, stays, isOwn }: GroundSetup): Grounded {
  const places = new Map<string, Partial<TLShape>>();
  const arrows = new Set<string>();
  for (const id of gone) {
    for (const child of editor.getSortedChildIdsForParent(id as TLShapeId)) {
      if (gone.has(child) || !stays(child) || !isOwn(child)) continue;
      const place = onPage(editor, child);
      if (place !== null) places.set(child, { ...places.get(child), ...place });
    }
    for (const { id: binding, fromId, props } of editor.getBindingsToShape<TLArrowBinding>(id as TLShapeId, 'arrow')) {
      const arrow = editor.getShape<TLArrowShape>(fromId);
      if (arrow === undefined || gone.has(fromId) || !stays(fromId) || !isOwn(fromId)) continue;
      arrows.add(fromId);
      // whoever knew of the binding deleted it, too, and has said where the arrow ends
      if (!stays(binding)) continue;
      const point = getArrowInfo(editor, arrow)?.[props.terminal].point;
      if (point === undefined) continue;
      const ends = { ...arrow.props, ...places.get(fromId)?.props, [props.terminal]: { x: point.x, y: point.y } };
      places.set(fromId, { ...places.get(fromId), props: ends });
    }
  }
  return { places, arrows: arrows.size };
}

export interface GoneSetup {
  readonly editor: Editor;
  readonly canvas: Y.Map<unknown>;
  readonly view: CanvasView;
  /** Records that others changed or deleted, before that is shown. */
  readonly changed: ReadonlySet<string>;
  readonly origin: object;
}

/** Says in the document where own things stand that others pull the ground from (BIND-22); answers with how many there were. */
export function groundGone({ editor, canvas, view, changed, origin }: GoneSetup) {
  const { doc } = canvas;
  const gone = new Set(
    [...changed].filter((id) => id.startsWith('shape:') && !canvas.has(id) && editor.store.has(id as TLShapeId)),
  );
  if (gone.size === 0 || doc === null) return { places: 0, arrows: 0 };
  const isOwn = (id: string) => ownerOf(canvas, id) === doc.clientID;
  const { places, arrows } = groundOwn({ editor, gone, stays: (id) => canvas.has(id), isOwn });
  doc.transact(() => {
    for (const [id, place] of places) {
      const record = view.get(id);
      if (record !== undefined) writeChanges(canvas, record, { ...record, ...place });
    }
  }, origin);
  return { places: places.size, arrows };
}

/** Under which id a record was written last; undefined where there is none. */
export function ownerOf(canvas: Y.Map<unknown>, id: string): number | undefined {
  // oxlint-disable-next-line no-underscore-dangle -- Yjs shows who wrote something only here
  return canvas._map.get(id)?.id.client;
}

/** The shape's place, said of its page. */
function onPage(editor: Editor, id: TLShapeId): Partial<TLShape> | null {
  const page = editor.getAncestorPageId(id);
  if (page === undefined) return null;
  const transform = editor.getShapePageTransform(id);
  const { x, y } = transform.point();
  return { parentId: page, x, y, rotation: transform.rotation() };
}

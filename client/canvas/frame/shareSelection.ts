/** Choosing on the canvas chooses in the outline, and the other way round; what was revealed elsewhere comes into view. */
import { Box, type Editor, type TLShapeId } from '@tldraw/tldraw';
import { type EntityRef, isSameRef, refKey, type Selection } from '#client/map/Selection.ts';
import { entityOf, type FrameEntity } from './FrameEntity.ts';
import type { FrameShape } from './frameShapes.ts';
import { isFrameShape } from './isProjected.ts';
import { watchChosen } from './watchChosen.ts';

/** The entity as the map names it. */
export function refOf(entity: FrameEntity): EntityRef {
  switch (entity.type) {
    case 'goal':
      return { collection: 'goal', id: 'goal' };
    case 'interest':
      return { collection: 'interests', id: entity.id };
    case 'organization':
      return { collection: 'organizations', id: entity.id };
    case 'representative':
      return { collection: 'representatives', id: entity.id };
  }
}

/** Starts sharing; the returned function ends it. */
export function shareSelection(editor: Editor, selection: Selection): () => void {
  const shapesOf = (ref: EntityRef): TLShapeId[] =>
    frameShapesOn(editor).flatMap((shape) => (isSameRef(refOf(entityOf(shape)), ref) ? shape.id : []));
  const isShown = (refs: readonly EntityRef[], ids: ReadonlySet<TLShapeId>): boolean =>
    refs.every((ref) => {
      const shapes = shapesOf(ref);
      return shapes.length === 0 || shapes.some((id) => ids.has(id));
    });

  const stopFromCanvas = watchChosen(editor, (ids) => {
    const shapes = ids
      .flatMap((id) => editor.getShape(id) ?? [])
      .filter((shape): shape is FrameShape => isFrameShape(shape));
    // Letting go on the canvas leaves the outline where it is.
    if (shapes.length === 0) return;
    selection.choose([
      ...new Map(shapes.map((shape) => refOf(entityOf(shape))).map((ref) => [refKey(ref), ref])).values(),
    ]);
  });
  const stopToCanvas = selection.subscribe(() => {
    const refs = selection.chosen();
    if (isShown(refs, new Set(editor.getSelectedShapeIds()))) return;
    const [first] = refs.flatMap((ref) => shapesOf(ref).slice(0, 1));
    if (first !== undefined && editor.isIn('select.idle')) editor.select(first);
  });
  const stopReveal = selection.onReveal((ref) => {
    const boxes = shapesOf(ref).flatMap((id) => editor.getShapePageBounds(id) ?? []);
    if (boxes.length === 0) return;
    const common = Box.Common(boxes);
    if (!editor.getViewportPageBounds().contains(common)) editor.centerOnPoint(common.center);
  });
  return () => {
    stopFromCanvas();
    stopToCanvas();
    stopReveal();
  };
}

function frameShapesOn(editor: Editor): FrameShape[] {
  return editor.getCurrentPageShapes().filter((shape): shape is FrameShape => isFrameShape(shape));
}

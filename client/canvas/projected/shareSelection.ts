/** Choosing on the canvas chooses in the panels, and the other way round; what was revealed elsewhere comes into view. */
import { Box, type Editor, type TLShapeId } from '@tldraw/tldraw';
import { type EntityRef, isSameRef, refKey, type Selection } from '#client/map/Selection.ts';
import { shapeOfView, shownEntity, type ShapeOfView } from './isOfMap.ts';
import { watchChosen } from './watchChosen.ts';

/** Starts sharing; the returned function ends it. */
export function shareSelection(editor: Editor, selection: Selection): () => void {
  const shapesOf = (ref: EntityRef): readonly ShapeOfView[] =>
    editor
      .getCurrentPageShapes()
      .flatMap((shape) => shapeOfView(shape) ?? [])
      .filter(({ view, shape }) => isSameRef(view.refOf(shape), ref))
      .toSorted((a, b) => placeOf(a) - placeOf(b));

  let isOurs = false;
  const stopFromCanvas = watchChosen(editor, (ids) => {
    // Of what was chosen in a panel not everything stands on the canvas.
    if (isOurs) return;
    const refs = ids.flatMap((id) => {
      const shape = editor.getShape(id);
      return (shape && shownEntity(shape)) ?? [];
    });
    // Letting go on the canvas leaves the panels where they are.
    if (refs.length > 0) selection.choose([...new Map(refs.map((ref) => [refKey(ref), ref])).values()]);
  });
  const stopToCanvas = selection.subscribe(() => {
    const selected = new Set<TLShapeId>(editor.getSelectedShapeIds());
    const wanted = selection.chosen().map((ref) => shapesOf(ref).map(({ shape }) => shape.id));
    const isShown = wanted.every((ids) => ids.length === 0 || ids.some((id) => selected.has(id)));
    const firsts = wanted.flatMap((ids) => ids.slice(0, 1));
    if (isShown || firsts.length === 0 || !editor.isIn('select.idle')) return;
    isOurs = true;
    editor.setSelectedShapes(firsts);
    isOurs = false;
  });
  const stopReveal = selection.onReveal((ref) => {
    const shapes = shapesOf(ref);
    const boxes = shapes.flatMap(({ shape }) => editor.getShapePageBounds(shape.id) ?? []);
    if (boxes.length === 0) return;
    const common = Box.Common(boxes);
    const view = shapes[0]?.view;
    if (view?.reveal) view.reveal(editor, common, ref);
    else if (!editor.getViewportPageBounds().contains(common)) editor.centerOnPoint(common.center);
  });
  return () => {
    stopFromCanvas();
    stopToCanvas();
    stopReveal();
  };
}

/** A thing that has several shapes is chosen as a whole by the first of its types; the others one by one only by hand. */
function placeOf({ view, shape }: ShapeOfView): number {
  return Object.values(view.types).indexOf(shape.type);
}

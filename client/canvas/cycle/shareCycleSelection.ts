/** Choosing in the cycle chooses in its panel, and the other way round; what was revealed elsewhere comes into view. */
import { Box, type Editor, type TLShapeId } from '@tldraw/tldraw';
import { type EntityRef, isSameRef, refKey, type Selection } from '#client/map/Selection.ts';
import { fitFrame } from '../frame/useFrame.ts';
import { watchChosen } from '../frame/watchChosen.ts';
import { asCycle } from './CycleGestures.ts';
import { cycleRefOf } from './cycleRefOf.ts';
import type { CycleShape } from './cycleShapes.ts';
import { cycleShapeTypes } from './cycleShapeTypes.ts';

/** Starts sharing; the returned function ends it. */
export function shareCycleSelection(editor: Editor, selection: Selection): () => void {
  const shapesOf = (ref: EntityRef): readonly CycleShape[] =>
    cycleShapesOn(editor).filter((shape) => isSameRef(cycleRefOf(shape), ref));

  const stopFromCanvas = watchChosen(editor, (ids) => {
    const refs = ids.flatMap((id) => {
      const shape = editor.getShape(id);
      const own = shape && asCycle(shape);
      return (own && cycleRefOf(own)) ?? [];
    });
    // Letting go on the canvas leaves the panel where it is.
    if (refs.length > 0) selection.choose([...new Map(refs.map((ref) => [refKey(ref), ref])).values()]);
  });
  const stopToCanvas = selection.subscribe(() => {
    const selected = new Set<TLShapeId>(editor.getSelectedShapeIds());
    const wanted = selection.chosen().flatMap((ref) => shapesOf(ref).slice(0, 1));
    const [first] = wanted;
    const isShown = selection.chosen().every((ref) => {
      const shapes = shapesOf(ref);
      return shapes.length === 0 || shapes.some(({ id }) => selected.has(id));
    });
    // A round is chosen as a whole; its shapes are chosen one by one only by hand.
    if (isShown || first === undefined || !editor.isIn('select.idle')) return;
    editor.select(first.id);
  });
  const stopReveal = selection.onReveal((ref) => {
    const boxes = shapesOf(ref).flatMap(({ id }) => editor.getShapePageBounds(id) ?? []);
    if (boxes.length === 0) return;
    const common = Box.Common(boxes);
    if (ref.collection === 'iterations')
      fitFrame(editor, { x: common.x, y: common.y, width: common.w, height: common.h });
    else if (!editor.getViewportPageBounds().contains(common) || editor.getZoomLevel() < 0.5) {
      editor.zoomToBounds(common.clone().expandBy(360), { targetZoom: Math.max(0.75, editor.getZoomLevel()) });
    }
  });
  return () => {
    stopFromCanvas();
    stopToCanvas();
    stopReveal();
  };
}

/** Rounds first, so that a round is chosen by its middle. */
function cycleShapesOn(editor: Editor): readonly CycleShape[] {
  const shapes = editor.getCurrentPageShapes().flatMap((shape) => asCycle(shape) ?? []);
  const isRound = ({ type }: CycleShape) => type === cycleShapeTypes.round;
  return [...shapes.filter(isRound), ...shapes.filter((shape) => !isRound(shape))];
}

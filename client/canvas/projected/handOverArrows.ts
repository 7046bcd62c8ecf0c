/** Arrows that were copied together with a card, before the card's copy leaves the canvas. */
import type { Editor, TLShapeId } from '@tldraw/tldraw';

/**
 * Lets the arrows of a copy point at the shape that stands for it now; without one they let go and end where they point. An
 * act of the person who copied: what tldraw would derive when the copy is gone is nobody's act and not kept.
 */
export function handOverArrows(editor: Editor, copy: TLShapeId, instead: string | undefined): void {
  const bindings = editor.getBindingsToShape(copy, 'arrow');
  if (bindings.length === 0) return;
  const target = instead === undefined ? undefined : editor.getShape(instead as TLShapeId);
  for (const binding of bindings) {
    const isNear =
      target !== undefined && editor.getAncestorPageId(binding.fromId) === editor.getAncestorPageId(target.id);
    if (isNear) editor.updateBinding({ ...binding, toId: target.id });
    else editor.deleteBinding(binding, { isolateShapes: true });
  }
}

/** Puts words on the canvas as a note, in the middle of what one sees. */
import { Box, createShapeId, toRichText, type Editor } from '@tldraw/tldraw';

/** False where nothing may be placed just now. */
export function placeNote(editor: Editor, text: string): boolean {
  if (editor.getIsReadonly()) return false;
  const id = createShapeId();
  const size = 200;
  const { center } = editor.getViewportPageBounds();
  const taken = editor.getCurrentPageShapes().flatMap((shape) => {
    const bounds = shape.type === 'note' ? editor.getShapePageBounds(shape) : undefined;
    return bounds ? [bounds] : [];
  });
  const place = new Box(center.x - size / 2, center.y - size / 2, size, size);
  while (taken.some((bounds) => bounds.collides(place))) place.x += size + 20;
  editor.run(() => {
    editor.markHistoryStoppingPoint('kept words');
    editor.createShape({ id, type: 'note', x: place.x, y: place.y, props: { richText: toRichText(text) } });
  });
  // The running step may have no notes: what is taken away again was not placed.
  if (editor.getShape(id) === undefined) return false;
  editor.setCurrentTool('select');
  editor.select(id);
  return true;
}

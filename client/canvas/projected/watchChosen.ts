/** Tells what somebody here chose on the canvas, by ids alone. */
import { react, unsafe__withoutCapture, type Editor, type TLShapeId } from '@tldraw/tldraw';

/**
 * Runs when other shapes are chosen than before. Not when a chosen one changes, when one goes, or when another page comes into
 * sight: all of that others can do, and nobody has chosen anything by it. Returns its own undo.
 */
export function watchChosen(editor: Editor, run: (ids: readonly TLShapeId[]) => void): () => void {
  let page = editor.getCurrentPageId();
  let before: readonly TLShapeId[] = editor.getSelectedShapeIds();
  return react('what is chosen', () => {
    const [pageNow, now] = [editor.getCurrentPageId(), editor.getSelectedShapeIds()];
    const was = before;
    const isSamePage = pageNow === page;
    page = pageNow;
    before = now;
    if (!isSamePage || now === was) return;
    unsafe__withoutCapture(() => {
      const isAdded = now.some((id) => !was.includes(id));
      const isLetGo = was.some((id) => !now.includes(id) && editor.store.has(id));
      if (isAdded || isLetGo) run(now);
    });
  });
}

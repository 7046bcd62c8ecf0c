/**
 * The key for menus, and Shift with F10, open the menu of the canvas at what is chosen. The browser says so to what has the focus,
 * which is the board around the canvas; tldraw's menu listens on the canvas alone.
 */
import type { Editor } from '@tldraw/tldraw';

/** Starts listening; the returned function ends it. */
export function menuByKey(editor: Editor): () => void {
  const container = editor.getContainer();
  const onMenu = (event: MouseEvent): void => {
    if (event.target !== container || !editor.isIn('select')) return;
    const canvas = container.querySelector('.tl-canvas');
    if (!canvas) return;
    event.preventDefault();
    event.stopPropagation();
    const { center } = editor.getSelectionPageBounds() ?? editor.getViewportPageBounds();
    const { x, y } = editor.pageToScreen(center);
    canvas.dispatchEvent(
      new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: x, clientY: y, button: 2 }),
    );
  };
  container.addEventListener('contextmenu', onMenu);
  return () => container.removeEventListener('contextmenu', onMenu);
}

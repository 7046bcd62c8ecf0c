/** Where something that belongs to what is chosen stands on the screen. */
import { useValue, type Editor } from '@tldraw/tldraw';

/** Below what is chosen, and that much clear of the lower edge with its tools. */
const gap = 10;
const toolsHeight = 150;

/** In pixels of the canvas; null while nothing is chosen, and while a gesture is under way. */
export function useChosenPlace(editor: Editor): { readonly left: number; readonly top: number } | null {
  return useValue(
    'below what is chosen',
    () => {
      if (!editor.isIn('select.idle')) return null;
      const bounds = editor.getSelectionPageBounds();
      if (bounds === null) return null;
      const { x, y } = editor.pageToViewport({ x: bounds.minX, y: bounds.maxY });
      const { h } = editor.getViewportScreenBounds();
      // of what reaches out of the screen it stays on it
      return { left: Math.round(x), top: Math.round(Math.min(Math.max(y + gap, gap), h - toolsHeight)) };
    },
    [editor],
  );
}

/** Where something that belongs to what is chosen stands on the screen. */
import { type Box, type Editor, useValue } from '@tldraw/tldraw';

/** Below what is chosen, and that much clear of the lower edge with its tools. */
const gap = 10;
const toolsHeight = 150;

/** Less than so many pixels of something, above the tools, is nothing that one looks at. */
const leastSeen = 40;
const toolsTop = 100;

/** In pixels of the canvas; null while nothing of what is chosen is in sight, and while a gesture is under way. */
export function useChosenPlace(editor: Editor): { readonly left: number; readonly top: number } | null {
  return useValue(
    'below what is chosen',
    () => {
      const bounds = editor.isIn('select.idle') ? editor.getSelectionPageBounds() : null;
      if (bounds === null || !isInSight(editor, bounds)) return null;
      const { x, y } = editor.pageToViewport({ x: bounds.minX, y: bounds.maxY });
      const { h } = editor.getViewportScreenBounds();
      // of what reaches out of the screen it stays on it
      return { left: Math.round(x), top: Math.round(Math.min(Math.max(y + gap, gap), h - toolsHeight)) };
    },
    [editor],
  );
}

/** Somebody may have gone on to another view with it still chosen. */
function isInSight(editor: Editor, bounds: Box): boolean {
  const { x, y } = editor.pageToViewport({ x: bounds.x, y: bounds.y });
  const [w, h] = [bounds.w * editor.getZoomLevel(), bounds.h * editor.getZoomLevel()];
  const screen = editor.getViewportScreenBounds();
  const seenWidth = Math.min(x + w, screen.w) - Math.max(x, 0);
  const seenHeight = Math.min(y + h, screen.h - toolsTop) - Math.max(y, 0);
  return seenWidth >= Math.min(leastSeen, w) && seenHeight >= Math.min(leastSeen, h);
}

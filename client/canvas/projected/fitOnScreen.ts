/** The camera, so that something of the map fills what panels leave free. */
import type { Editor } from '@tldraw/tldraw';
import type { Box } from '#shared/views/frame/FrameLayout.ts';

/** Around it. */
const edge = 8;
/** tldraw's toolbar, at the lower edge. */
const toolbar = 56;

/** All of it on the screen, clear of the toolbar. */
export function fitOnScreen(editor: Editor, bounds: Box): void {
  const screen = editor.getViewportScreenBounds();
  const style = getComputedStyle(editor.getContainer());
  // The page lays its panels over the canvas and says in these how far they reach.
  const covered = (side: string) => Number.parseFloat(style.getPropertyValue(`--canvas-${side}`)) || 0;
  const [left, top] = [covered('left') + edge, covered('top') + edge];
  const [width, height] = [
    screen.w - left - covered('right') - edge,
    screen.h - top - covered('bottom') - toolbar - edge,
  ];
  const zoom = Math.min(1.2, width / bounds.width, height / bounds.height);
  if (!(zoom > 0)) return;
  editor.setCamera(
    {
      x: (left + (width - bounds.width * zoom) / 2) / zoom - bounds.x,
      y: (top + (height - bounds.height * zoom) / 2) / zoom - bounds.y,
      z: zoom,
    },
    { immediate: true },
  );
}

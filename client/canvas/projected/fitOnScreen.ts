/** The camera, so that something of the map fills what panels leave free. */
import type { Editor } from '@tldraw/tldraw';
import type { Box } from '#shared/views/frame/FrameLayout.ts';

/** Around it. */
const edge = 4;
/** tldraw's toolbar, at the lower edge. */
const toolbar = 56;

interface Fit {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
}

function fitOf(editor: Editor, bounds: Box): Fit {
  const screen = editor.getViewportScreenBounds();
  const style = getComputedStyle(editor.getContainer());
  // The page lays its panels over the canvas and says in these how far they reach.
  const covered = (side: string) => Number.parseFloat(style.getPropertyValue(`--canvas-${side}`)) || 0;
  const [left, top] = [covered('left') + edge, covered('top') + edge];
  const [width, height] = [
    screen.w - left - covered('right') - edge,
    screen.h - top - covered('bottom') - toolbar - edge,
  ];
  return { left, top, width, height, zoom: Math.min(1.2, width / bounds.width, height / bounds.height) };
}

/** At which all of it is on the screen. */
export function zoomToFit(editor: Editor, bounds: Box): number {
  return fitOf(editor, bounds).zoom;
}

/** All of it on the screen, clear of the toolbar. `whole`: what it is part of, which fills the rest of the screen as far as it can. */
export function fitOnScreen(editor: Editor, bounds: Box, whole = bounds): void {
  const camera = cameraToFit(editor, bounds, whole);
  if (camera.z > 0) editor.setCamera(camera, { immediate: true });
}

export function cameraToFit(editor: Editor, bounds: Box, whole = bounds): { x: number; y: number; z: number } {
  const { left, top, width, height, zoom } = fitOf(editor, bounds);
  const x = startOf({ at: bounds.x, length: bounds.width }, { at: whole.x, length: whole.width }, width / zoom);
  const y = startOf({ at: bounds.y, length: bounds.height }, { at: whole.y, length: whole.height }, height / zoom);
  return { x: left / zoom - x, y: top / zoom - y, z: zoom };
}

interface Stretch {
  readonly at: number;
  readonly length: number;
}

/** Where the screen begins, so that the part is in its middle, but nothing beside the whole is seen that need not be. */
function startOf(part: Stretch, whole: Stretch, room: number): number {
  if (whole.length <= room) return whole.at - (room - whole.length) / 2;
  const wanted = part.at - (room - part.length) / 2;
  return Math.min(whole.at + whole.length - room, Math.max(whole.at, wanted));
}

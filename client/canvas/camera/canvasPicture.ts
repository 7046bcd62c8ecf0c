/** The page that is looked at as a picture file, drawn by tldraw: the frame, the cycle, and everything people drew on it. */
import type { Editor } from '@tldraw/tldraw';

/** Browsers refuse larger pictures, some of them silently. */
const mostPixels = 8_000;
const padding = 48;

/** Null for a page without anything on it. */
export async function canvasPicture(editor: Editor, format: 'png' | 'svg'): Promise<Blob | null> {
  const shapes = [...editor.getCurrentPageShapeIds()];
  const bounds = editor.getCurrentPageBounds();
  if (shapes.length === 0 || bounds === undefined) return null;
  const longest = Math.max(bounds.width, bounds.height) + padding * 2;
  const { blob } = await editor.toImage(shapes, {
    format,
    background: true,
    // On paper the light colors are the ones that can be read.
    darkMode: false,
    padding,
    ...(format === 'png' ? { pixelRatio: 1, scale: Math.min(3, mostPixels / longest) } : {}),
  });
  return blob;
}

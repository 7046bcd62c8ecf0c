/** How much a shape shows at the present zoom, so that what it shows can be read. */
import { useEditor, useValue } from '@tldraw/tldraw';
import type { Detail } from '#shared/drawings/FrameLook.ts';

/** Names of plain size would have less than 8.6 pixels. */
const namesBelow = 0.75;
const tokensBelow = 0.4;
/** Here the largest word would be smaller than six pixels. */
const signsBelow = 0.3;

/** How large plain letters are on the screen: the zoom, and what the layout made of them. */
export function detailAt(size: number): Detail {
  if (size < signsBelow) return 'signs';
  if (size < tokensBelow) return 'tokens';
  return size < namesBelow ? 'names' : 'full';
}

/** `ratio`: of the thing's letters to plain ones. */
export function useDetail(ratio: number): Detail {
  const editor = useEditor();
  return useValue('detail of the frame', () => detailAt(editor.getZoomLevel() * ratio), [editor, ratio]);
}

/** How much a shape shows at the present zoom, so that what it shows can be read. */
import { useEditor, useValue } from '@tldraw/tldraw';
import type { Detail } from '#shared/drawings/FrameLook.ts';

const namesBelow = 0.85;
const tokensBelow = 0.36;
/** Here the largest word would be smaller than six pixels. */
const signsBelow = 0.27;

export function detailAt(zoom: number): Detail {
  if (zoom < signsBelow) return 'signs';
  if (zoom < tokensBelow) return 'tokens';
  return zoom < namesBelow ? 'names' : 'full';
}

export function useDetail(): Detail {
  const editor = useEditor();
  return useValue('detail of the frame', () => detailAt(editor.getZoomLevel()), [editor]);
}

/** How much a shape shows at the present zoom, so that what it shows can be read. */
import { useEditor, useValue } from '@tldraw/tldraw';

/** `full`: everything. `names`: names as large as they go. `tokens`: forms, icons and one large word. */
export type Detail = 'full' | 'names' | 'tokens';

const namesBelow = 0.85;
const tokensBelow = 0.36;

export function detailAt(zoom: number): Detail {
  if (zoom < tokensBelow) return 'tokens';
  return zoom < namesBelow ? 'names' : 'full';
}

export function useDetail(): Detail {
  const editor = useEditor();
  return useValue('detail of the frame', () => detailAt(editor.getZoomLevel()), [editor]);
}

/** True while a text of ordinary size could not be read: then shapes show fewer words in larger letters. */
import { useEditor, useValue } from '@tldraw/tldraw';

const nearFrom = 0.55;

export function useIsFar(ratio: number): boolean {
  const editor = useEditor();
  return useValue('cycle seen from afar', () => editor.getZoomLevel() * ratio < nearFrom, [editor, ratio]);
}

/** The board's own ways of copying and pasting on a mounted canvas: by keys, by drops and by tldraw's menus. */
import { useEditor } from '@tldraw/tldraw';
import { useEffect } from 'react';
import { clipboardWays } from './clipboardWays.ts';
import { copyLines, copyNow } from './copyLines.ts';
import { hearPaste, takeClipped } from './hearPaste.ts';
import type { Clipped } from './readPasted.ts';
import { usePlacing } from './usePlacing.ts';

export function Paste() {
  const editor = useEditor();
  const placing = usePlacing();
  useEffect(() => {
    clipboardWays.set(editor, {
      copy: (type) => copyNow(editor, type),
      async paste() {
        const clipped = editor.getEditingShapeId() === null ? await clippedNow() : null;
        return clipped !== null && takeClipped(editor, placing, clipped);
      },
    });
    const stopCopying = copyLines(editor);
    const stopHearing = hearPaste(editor, placing);
    return () => {
      stopCopying();
      stopHearing();
      clipboardWays.delete(editor);
    };
  }, [editor, placing]);
  return null;
}

/** Null where the browser gives no clipboard, or the person did not allow it: tldraw says so. */
async function clippedNow(): Promise<Clipped | null> {
  try {
    const [item] = await navigator.clipboard.read();
    if (item === undefined) return null;
    const read = async (type: string) => (item.types.includes(type) ? (await item.getType(type)).text() : '');
    return {
      types: item.types,
      text: await read('text/plain'),
      html: await read('text/html'),
      fileNames: item.types.filter((type) => type.startsWith('image/')),
    };
  } catch {
    return null;
  }
}

/** The board's own ways with the clipboard, once they are loaded; until then tldraw's are used. */
import type { Editor } from '@tldraw/tldraw';

export interface ClipboardWays {
  /** False: tldraw has to do it. */
  copy(type: 'copy' | 'cut'): boolean;
  paste(): Promise<boolean>;
}

export const clipboardWays = new WeakMap<Editor, ClipboardWays>();

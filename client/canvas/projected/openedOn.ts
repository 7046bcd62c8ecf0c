/** What somebody opened on a canvas for themselves, in views that fold. */
import { atom, type Atom, type Editor } from '@tldraw/tldraw';
import type { OpenedByHand } from '#shared/views/sheet/SheetLayout.ts';

const opened = new WeakMap<Editor, Atom<OpenedByHand>>();

export function openedOn(editor: Editor): Atom<OpenedByHand> {
  const known = opened.get(editor);
  if (known) return known;
  const made = atom<OpenedByHand>('opened by hand', new Map());
  opened.set(editor, made);
  return made;
}

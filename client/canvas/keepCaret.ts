/**
 * Brings others' words into an open text editor without moving the caret. tldraw 3.15 answers a changed text with
 * `setContent`, which replaces the whole document and puts the caret at its end; here only what differs is replaced.
 */
import { Extension, type Editor } from '@tiptap/core';

type EditorView = Editor['view'];

export const keepCaret = Extension.create({
  name: 'keepCaret',
  // Extensions of lower priority come later, and later commands win over TipTap's own.
  priority: 1,
  addCommands() {
    return {
      setContent:
        (content, emitUpdate = false) =>
        ({ editor, tr, dispatch, commands }) => {
          // A caret that was moved a moment ago stands in the page, but not yet in the editor: without this it would jump back
          // to where it was, or all that was chosen before would be chosen again and the next letter replace it.
          const caret = caretIn(editor.view);
          if (caret !== null) commands.setTextSelection(caret);
          const next = editor.schema.nodeFromJSON(content);
          const start = tr.doc.content.findDiffStart(next.content);
          const end = tr.doc.content.findDiffEnd(next.content);
          if (start === null || end === null || !dispatch) return true;
          // Where the same letters stand before and after, the two ends overlap.
          const overlap = Math.max(0, start - Math.min(end.a, end.b));
          tr.replace(start, end.a + overlap, next.slice(start, end.b + overlap));
          tr.setMeta('preventUpdate', !emitUpdate).setMeta('addToHistory', false);
          return true;
        },
    };
  },
});

/** Where the page shows the caret; null while the editor does not have it. */
function caretIn(view: EditorView): { from: number; to: number } | null {
  const shown = view.hasFocus() ? view.dom.ownerDocument.getSelection() : null;
  if (!shown?.anchorNode || !shown.focusNode) return null;
  if (!view.dom.contains(shown.anchorNode) || !view.dom.contains(shown.focusNode)) return null;
  return {
    from: view.posAtDOM(shown.anchorNode, shown.anchorOffset),
    to: view.posAtDOM(shown.focusNode, shown.focusOffset),
  };
}

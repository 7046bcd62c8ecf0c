/**
 * Brings others' words into an open text editor without moving the caret. tldraw 3.15 answers a changed text with
 * `setContent`, which replaces the whole document and puts the caret at its end; here only what differs is replaced.
 */
import { Extension } from '@tiptap/core';

export const keepCaret = Extension.create({
  name: 'keepCaret',
  // Extensions of lower priority come later, and later commands win over TipTap's own.
  priority: 1,
  addCommands() {
    return {
      setContent:
        (content, emitUpdate = false) =>
        ({ editor, tr, dispatch }) => {
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

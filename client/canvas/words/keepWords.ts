/**
 * Notices when somebody loses the shape they are writing in: removed with or without its page, moved elsewhere, locked, left
 * out of the running step, or on a board that may only be looked at. Their words are handed over before the field is gone.
 */
import { react, unsafe__withoutCapture, type Editor, type TLShape, type TLShapeId } from '@tldraw/tldraw';
import type { LostWhy, LostWords } from '#client/map/KeptWords.ts';
import { openField } from '#client/ui/focus/holdKeys.ts';
import type { PermitRefusal } from '#shared/wire/messages.ts';
import type { Permits } from '#shared/workshop/permits.ts';
import { refusalFor } from '../limits/refusalFor.ts';

export interface WordsSetup {
  readonly editor: Editor;
  /** A signal: null where nothing is limited. */
  readonly permits: () => Permits | null;
  readonly onLost: (lost: LostWords) => void;
}

/** Starts watching; the returned function ends it. */
export function keepWords({ editor, permits, onLost }: WordsSetup): () => void {
  const { sideEffects } = editor;
  /** tldraw forgets it before it tells anybody of a deletion; a reaction comes after that. */
  let writing: TLShapeId | null = null;

  function lose(id: TLShapeId, why: LostWhy): void {
    const open = openField(editor.getContainer());
    // Whoever has gone on to something else writes nothing here; and one's own press may take it away: undo.
    if (open === null || isOwnPress()) return;
    const text = editor.getRichTextEditor()?.getText({ blockSeparator: '\n' }) ?? open.text;
    onLost({ key: id, text: text.trim(), why });
  }
  const stops = [
    sideEffects.registerBeforeDeleteHandler('shape', (shape, source) => {
      if (source === 'remote' && shape.id === writing) lose(shape.id, 'removed');
    }),
    sideEffects.registerAfterChangeHandler('shape', (before, after, source) => {
      if (source !== 'remote' || before.parentId === after.parentId || after.id !== writing) return;
      if (editor.getAncestorPageId(after) !== editor.getCurrentPageId()) lose(after.id, 'removed');
    }),
    react('what one writes in stays open for writing', () => {
      writing = editor.getEditingShapeId();
      const shape = writing === null ? undefined : editor.getShape(writing);
      if (!shape) return;
      const why = whyNot(editor, shape, permits());
      if (why === null) return;
      unsafe__withoutCapture(() => lose(shape.id, why));
      // tldraw must not end editing within a reaction.
      queueMicrotask(() => {
        if (editor.getEditingShapeId() !== shape.id) return;
        editor.setEditingShape(null);
        editor.setCurrentTool('select');
      });
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

/** Within the handling of something this person pressed; what others do comes by itself. */
function isOwnPress(): boolean {
  return Reflect.get(window, 'event') instanceof UIEvent;
}

function whyNot(editor: Editor, shape: TLShape, permits: Permits | null): PermitRefusal | 'readOnly' | null {
  if (editor.getIsReadonly()) return 'readOnly';
  if (editor.isShapeOrAncestorLocked(shape)) return 'locked';
  return permits === null ? null : refusalFor(permits, shape);
}

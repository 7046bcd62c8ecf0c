/** Brings others' words into the open input of an arrow's label, which tldraw fills only once; the caret stays where it was. */
import type { Editor, TLRecord } from '@tldraw/tldraw';
import { spliceOf } from '#shared/board/textEdit.ts';

export function showInOpenInput(editor: Editor, records: readonly TLRecord[]): void {
  const id = editor.getEditingShapeId();
  const record = id === null ? undefined : records.find((each) => each.id === id);
  if (record?.typeName !== 'shape' || !('text' in record.props) || typeof record.props.text !== 'string') return;
  const input = editor.getContainer().querySelector<HTMLTextAreaElement>('textarea.tl-text-input:not([disabled])');
  if (!input) return;
  const { at, remove, insert } = spliceOf(input.value, record.props.text);
  const moved = (place: number) => (place <= at ? place : Math.max(at, place - remove) + insert.length);
  const { selectionStart, selectionEnd } = input;
  input.value = record.props.text;
  input.setSelectionRange(moved(selectionStart), moved(selectionEnd));
}

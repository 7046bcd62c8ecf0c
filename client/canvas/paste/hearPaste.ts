/**
 * Hears of everything that is pasted or dropped before tldraw does. What tldraw would take for a picture, run together, or pass
 * over in silence is taken here.
 */
import type { Editor } from '@tldraw/tldraw';
import { maxRecordText } from '#shared/board/limits/textLimits.ts';
import { isTyping } from './isTyping.ts';
import { readPasted, tableOf, type Clipped } from './readPasted.ts';
import type { Placing } from './usePlacing.ts';

/** Takes words that a menu has read from the clipboard; false: they are left to tldraw. */
export function takeClipped(editor: Editor, { place }: Placing, clipped: Clipped): boolean {
  const pasted = readPasted(clipped);
  if (pasted === null || editor.getIsReadonly()) return false;
  const isAtCursor = editor.user.getIsPasteAtCursorMode() !== editor.inputs.shiftKey;
  void place(pasted, isAtCursor ? editor.inputs.currentPagePoint : editor.getViewportPageBounds().center);
  return true;
}

/** Starts listening on the page; the returned function ends it. */
export function hearPaste(editor: Editor, placing: Placing): () => void {
  const onPaste = (event: ClipboardEvent): void => {
    if (!event.clipboardData || !isHere(editor, event.target)) return;
    const clipped = clippedOf(event.clipboardData);
    if (editor.getEditingShapeId() !== null) intoOpenText(editor, placing, clipped, event);
    else if (!isTyping() && takeClipped(editor, placing, clipped)) consume(event);
  };
  const onDrop = (event: DragEvent): void => {
    const { dataTransfer: data } = event;
    if (!data || !isHere(editor, event.target) || editor.getIsReadonly() || isTyping()) return;
    // Files and links are tldraw's; it passes over words.
    if (data.files.length > 0 || data.types.includes('text/uri-list')) return;
    const clipped = clippedOf(data);
    if (clipped.text.trim() === '') return;
    consume(event);
    const pasted = readPasted(clipped) ?? { kind: 'text', text: clipped.text };
    void placing.place(pasted, editor.screenToPage({ x: event.clientX, y: event.clientY }));
  };
  window.addEventListener('paste', onPaste, true);
  window.addEventListener('drop', onDrop, true);
  return () => {
    window.removeEventListener('paste', onPaste, true);
    window.removeEventListener('drop', onDrop, true);
  };
}

/** Cells in the middle of a sentence are its letters; what makes it too long stays outside, whole. */
function intoOpenText(editor: Editor, { refuse }: Placing, { text, html }: Clipped, event: ClipboardEvent): void {
  const open = editor.getRichTextEditor();
  if (!open) return;
  const length = open.getText().length + text.length;
  if (length <= maxRecordText && tableOf(text, html) === null) return;
  consume(event);
  if (length > maxRecordText) refuse(length);
  else open.view.pasteText(text);
}

function clippedOf(data: DataTransfer): Clipped {
  return {
    types: [...data.types],
    text: data.getData('text/plain'),
    html: data.getData('text/html'),
    fileNames: [...data.files].map(({ name }) => name),
  };
}

function consume(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** On the canvas, or nowhere in particular while the canvas has the keys. */
function isHere(editor: Editor, target: EventTarget | null): boolean {
  if (!(target instanceof Node)) return false;
  return editor.getContainer().contains(target) || (target === document.body && editor.getInstanceState().isFocused);
}

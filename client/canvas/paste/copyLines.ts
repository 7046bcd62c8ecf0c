/**
 * Puts what is chosen on the clipboard with the words of each thing on a line of its own. Written at once, so that it works
 * without the asynchronous clipboard, which browsers keep from pages without TLS.
 */
import type { Editor, TLContent } from '@tldraw/tldraw';
import { isTyping } from './isTyping.ts';

/** Starts listening on the page; the returned function ends it. */
export function copyLines(editor: Editor): () => void {
  const onCopy = (event: ClipboardEvent): void => {
    if (!event.clipboardData || !editor.getInstanceState().isFocused || isTyping()) return;
    if (editor.getEditingShapeId() !== null || editor.menus.hasAnyOpenMenus()) return;
    if (put(editor, event)) event.stopImmediatePropagation();
  };
  for (const type of ['copy', 'cut'] as const) window.addEventListener(type, onCopy, true);
  return () => {
    for (const type of ['copy', 'cut'] as const) window.removeEventListener(type, onCopy, true);
  };
}

/** For menus: the browser is asked for the same event. False: tldraw has to do it. */
export function copyNow(editor: Editor, type: 'copy' | 'cut'): boolean {
  let isDone = false;
  const onCopy = (event: ClipboardEvent): void => {
    isDone = put(editor, event);
    if (isDone) event.stopImmediatePropagation();
  };
  window.addEventListener(type, onCopy, { capture: true, once: true });
  document.execCommand(type);
  window.removeEventListener(type, onCopy, true);
  return isDone;
}

function put(editor: Editor, event: ClipboardEvent): boolean {
  const ids = editor.getSelectedShapeIds();
  const content = ids.length === 0 ? undefined : editor.getContentFromCurrentPage(ids);
  // Pictures are fetched for another board first, by tldraw.
  if (!event.clipboardData || !content || (content.assets.length > 0 && 'clipboard' in navigator)) return false;
  event.preventDefault();
  event.clipboardData.setData('text/html', clipboardHtml(content));
  event.clipboardData.setData('text/plain', linesOf(editor, content));
  if (event.type === 'cut' && !editor.getIsReadonly()) {
    editor.markHistoryStoppingPoint('cut');
    editor.deleteShapes(ids);
  }
  return true;
}

/** As people read: from the top, and from the left. A text of several lines keeps them. */
export function linesOf(editor: Editor, content: TLContent): string {
  const chosen = content.shapes.flatMap((shape) => {
    const text = editor.getShapeUtil(shape).getText(shape)?.trim() ?? '';
    const bounds = editor.getShapePageBounds(shape.id);
    return text === '' ? [] : [{ text, x: bounds?.x ?? 0, y: bounds?.center.y ?? 0, height: bounds?.h ?? 0 }];
  });
  const byPlace = (a: (typeof chosen)[number], b: (typeof chosen)[number]) =>
    Math.abs(a.y - b.y) < Math.min(a.height, b.height) / 2 ? a.x - b.x : a.y - b.y;
  return chosen
    .toSorted(byPlace)
    .map(({ text }) => text)
    .join('\n');
}

/** As tldraw reads it; with no letter that a browser could take for HTML. */
function clipboardHtml(content: TLContent): string {
  const json = JSON.stringify({ type: 'application/tldraw', kind: 'content', version: 2, data: content });
  const plain = json.replaceAll(/[<>&]/g, (letter) => `\\u00${letter.codePointAt(0)?.toString(16)}`);
  return `<div data-tldraw>${plain}</div>`;
}

/** True while somebody writes: the focus is in a text field, or in a text on the canvas. */
const fieldsWithText = new Set(['text', 'search', 'number', 'date', 'email', 'password', 'tel', 'url']);

export function isTyping(focused: Element | null = document.activeElement): boolean {
  if (focused instanceof HTMLTextAreaElement) return !focused.readOnly;
  if (focused instanceof HTMLInputElement) return !focused.readOnly && fieldsWithText.has(focused.type);
  return focused instanceof HTMLElement && focused.isContentEditable;
}

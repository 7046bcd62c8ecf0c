/** True while a field of the page has the focus: what is pasted or copied is its own. */
export function isTyping(): boolean {
  const field = document.activeElement;
  return field instanceof HTMLElement && (field.isContentEditable || field.matches('input, select, textarea'));
}

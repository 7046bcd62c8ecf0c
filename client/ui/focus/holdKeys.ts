/** Keeps keys from doing anything: what somebody goes on to type when their field is gone must not become commands. */

const typed = ['keydown', 'keypress', 'keyup', 'beforeinput', 'paste', 'cut'] as const;
const pressed = ['pointerdown', 'touchstart'] as const;

/** Until a click, a touch or Escape; then runs `onEnd`. Returns how to end it before, without `onEnd`. */
export function holdKeys(onEnd: () => void): () => void {
  const letGo = (): void => {
    for (const type of typed) window.removeEventListener(type, onTyped, true);
    for (const type of pressed) window.removeEventListener(type, end, true);
  };
  const end = (): void => {
    letGo();
    onEnd();
  };
  const onTyped = (event: Event): void => {
    event.stopImmediatePropagation();
    const isBrowsers = event instanceof KeyboardEvent && (event.ctrlKey || event.metaKey || /^F\d+$/.test(event.key));
    // Reloading, searching and other tabs stay the browser's own.
    if (!isBrowsers) event.preventDefault();
    if (event instanceof KeyboardEvent && event.type === 'keydown' && event.key === 'Escape') end();
  };
  for (const type of typed) window.addEventListener(type, onTyped, true);
  for (const type of pressed) window.addEventListener(type, end, true);
  return letGo;
}

/** The text field that has the focus within an element, if there is one, and what stands in it. */
export function openField(within: Element): { readonly field: HTMLElement; readonly text: string } | null {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement) || !within.contains(field)) return null;
  if (field instanceof HTMLTextAreaElement) return { field, text: field.value };
  if (field instanceof HTMLInputElement) {
    return ['checkbox', 'radio', 'search', 'file'].includes(field.type) ? null : { field, text: field.value };
  }
  return field.isContentEditable || field.getAttribute('contenteditable') === 'true'
    ? { field, text: field.innerText ?? field.textContent ?? '' }
    : null;
}

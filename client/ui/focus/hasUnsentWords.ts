/** A text field with words in it has the focus, or something was begun and not sent: nothing may come over it. */
export function hasUnsentWords(): boolean {
  const fields = [document.activeElement, ...document.querySelectorAll('textarea[data-draft]')];
  return fields.some((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value.trim() !== '';
    if (field instanceof HTMLInputElement) return field.type === 'text' && field.value.trim() !== '';
    return false;
  });
}

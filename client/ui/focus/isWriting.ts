/** True while somebody has a field of a panel open for writing: nothing may take it from them. */
export function isWriting(): boolean {
  const field = document.activeElement;
  return field !== null && field.matches('aside :is(input:not([type="checkbox"], [type="radio"]), textarea, select)');
}

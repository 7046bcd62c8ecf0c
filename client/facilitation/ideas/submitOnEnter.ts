import type { KeyboardEvent } from 'react';

/** Enter sends, with Shift it begins a new line; while a word is being composed it belongs to the composition. */
export function submitOnEnter(event: KeyboardEvent, submit: () => void): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  submit();
}

/** Where the caret stands after others changed a text in which somebody writes: at the same letters as before. */
export function caretAfter(before: string, after: string, caret: number): number {
  let start = 0;
  const most = Math.min(before.length, after.length);
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  if (caret <= start) return caret;
  if (caret >= before.length - end) return caret + after.length - before.length;
  return start;
}

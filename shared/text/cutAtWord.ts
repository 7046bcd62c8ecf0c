/** A text that is longer than a field, cut where a word ends. */
import { oneLine } from './unseen.ts';

export interface CutText {
  /** one line, `max` characters at most; ends in an ellipsis where something is left out */
  readonly line: string;
  /** something of the text is not in the line */
  readonly isCut: boolean;
}

/** A word that alone is longer is cut in itself, never inside of a letter. */
export function cutAtWord(text: string, max: number): CutText {
  const whole = oneLine(text);
  if (whole.length <= max) return { line: whole, isCut: false };
  const room = whole.slice(0, max - 1);
  // a word that ends right at the limit is whole
  const end = whole[max - 1] === ' ' ? room.length : room.lastIndexOf(' ');
  const kept = end > max / 2 ? room.slice(0, end) : room.replace(/[\uD800-\uDBFF]$/, '');
  return { line: `${kept.trimEnd()}…`, isCut: true };
}

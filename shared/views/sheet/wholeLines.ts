/** A text in lines of a sheet, as people broke it and as the width asks for; nothing is left out. */
import { fillText } from '../table/breakName.ts';

/** At least one line. */
export function wholeLines(text: string, width: number, fontSize: number): readonly string[] {
  return text
    .trim()
    .split(/\s*\n\s*/u)
    .flatMap((part) => {
      const lines = fillText(part, fontSize, width).map((line) => line.text);
      return lines.length === 0 ? [''] : lines;
    });
}

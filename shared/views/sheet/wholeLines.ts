/** Breaks a text into lines without leaving anything out: a word that is wider than the line goes on in the next one. */
import { textWidth } from '../frame/textWidth.ts';

export function wholeLines(text: string, width: number, fontSize: number): readonly string[] {
  const lines = text
    .trim()
    .split(/\s*\n\s*/u)
    .flatMap((part) => linesOf(part, width, fontSize));
  return lines.length === 0 ? [''] : lines;
}

function linesOf(text: string, width: number, fontSize: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u).flatMap((one) => piecesOf(one, width, fontSize))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, fontSize) <= width) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  lines.push(line);
  return lines;
}

/** A word in parts that each fit a line; most words are one part. */
function piecesOf(word: string, width: number, fontSize: number): readonly string[] {
  if (textWidth(word, fontSize) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const letter of word) {
    const more = textWidth(letter, fontSize);
    if (piece !== '' && used + more > width) {
      pieces.push(piece);
      [piece, used] = ['', 0];
    }
    piece += letter;
    used += more;
  }
  return [...pieces, piece];
}

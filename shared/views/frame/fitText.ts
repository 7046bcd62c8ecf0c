/** Breaks a name into lines that fit a width: smaller letters first, then without what is in brackets, then cut. */
import type { FittedText } from './FrameLayout.ts';
import { textWidth } from './textWidth.ts';

export interface TextRoom {
  readonly width: number;
  readonly maxLines: number;
  /** Tried one after the other, largest first. */
  readonly fontSizes: readonly number[];
  /** As a multiple of the font size. */
  readonly leading: number;
}

/** Lines as equal in width as the words allow, so that a heading does not end in a lonely word; null when it needs more. */
function breakLines(text: string, room: TextRoom, fontSize: number): readonly string[] | null {
  const greedy = fillLines(text, room.width, fontSize);
  if (greedy === null || greedy.length > room.maxLines) {
    return null;
  }
  let best = greedy;
  for (let part = 19; part >= 10; part -= 1) {
    const tighter = fillLines(text, (room.width * part) / 20, fontSize);
    if (tighter === null || tighter.length > greedy.length) {
      break;
    }
    best = tighter;
  }
  return best;
}

/** First-fit lines; null when a single word is wider than the line. */
function fillLines(text: string, width: number, fontSize: number): readonly string[] | null {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (textWidth(word, fontSize) > width) {
      return null;
    }
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, fontSize) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  return lines;
}

/** As much of the text as the line holds, with a sign that there is more. */
export function shorten(text: string, width: number, fontSize: number): string {
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('').trimEnd()}…`, fontSize) > width) {
    letters.pop();
  }
  return `${letters.join('').trimEnd()}…`;
}

/** As many words as fit, broken inside a word only where the word alone is too wide. */
function cutLines(text: string, room: TextRoom, fontSize: number): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (lines.length < room.maxLines - 1 && textWidth(rest, fontSize) > room.width) {
    const words = rest.split(' ');
    let taken = 0;
    while (taken < words.length && textWidth(words.slice(0, taken + 1).join(' '), fontSize) <= room.width) {
      taken += 1;
    }
    if (taken > 0) {
      lines.push(words.slice(0, taken).join(' '));
      rest = words.slice(taken).join(' ');
      continue;
    }
    const letters = [...rest];
    let fits = 1;
    while (fits < letters.length && textWidth(`${letters.slice(0, fits + 1).join('')}-`, fontSize) <= room.width) {
      fits += 1;
    }
    lines.push(`${letters.slice(0, fits).join('')}-`);
    rest = letters.slice(fits).join('');
  }
  lines.push(textWidth(rest, fontSize) <= room.width ? rest : shorten(rest, room.width, fontSize));
  return lines;
}

/** Part of the font size that the narrowest letter takes. */
const narrowest = 0.24;

/** More letters than could stand on so much room if all were narrow ones need no measuring, which would cost the square of their number. */
export function clipped(text: string, room: number, fontSize: number, spare: number): string {
  const most = Math.ceil(room / (narrowest * fontSize)) + spare;
  return text.length <= most
    ? text
    : Array.from(text.slice(0, most * 2))
        .slice(0, most)
        .join('');
}

/** Fits `text` into `room`. The essential part of a name stands before its first bracket; that goes last. */
export function fitText(text: string, room: TextRoom): FittedText {
  const written = text.replaceAll(/\s+/g, ' ').trim();
  const last = room.fontSizes.at(-1) ?? 12;
  const whole = clipped(written, room.maxLines * room.width, last, 2);
  const essential = whole.replaceAll(/\s*\([^()]*\)/g, '').trim();
  for (const wording of essential === '' || essential === whole ? [whole] : [whole, essential]) {
    for (const fontSize of room.fontSizes) {
      const lines = breakLines(wording, room, fontSize);
      if (lines !== null) {
        return { lines, fontSize, lineHeight: fontSize * room.leading, cut: wording !== written };
      }
    }
  }
  const lines = cutLines(essential === '' ? whole : essential, room, last);
  return { lines, fontSize: last, lineHeight: last * room.leading, cut: lines.join(' ') !== written };
}

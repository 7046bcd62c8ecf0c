/** Ways to break a name over lines so that all of it is there: at spaces, between signs of Chinese and the like, and in a word only where it is wider than a line may be. */
import { textWidth } from '../frame/textWidth.ts';

export interface BrokenLine {
  readonly text: string;
  readonly width: number;
  /** where what stands behind the last word begins; only in the line that has it */
  readonly tailAt?: number;
}

export interface BreakOptions {
  readonly size: number;
  /** no line is wider, unless one sign is */
  readonly mostWidth: number;
  /** more lines only where the name needs them at that width */
  readonly mostLines: number;
  /** of what stands behind the last word and goes with it, as signs do */
  readonly tail?: number;
}

interface Piece {
  readonly text: string;
  /** of all of it */
  readonly width: number;
  /** where in it what stands behind the last word begins */
  readonly tailAt?: number;
  readonly space: boolean;
}

/** Between these and what is beside them a line may end: they are written without spaces. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** What never begins a line. */
const closing = /^[\p{Pe}\p{Pf}\p{Po}\p{M}ー々]/u;
const opening = /[\p{Ps}\p{Pi}]$/u;
const afterHyphen = /(?<=[\p{L}\p{N}][-–/])(?=[\p{L}\p{N}])/u;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The forms of a name, the widest first, each with more lines than the one before. */
export function breakName(name: string, options: BreakOptions): readonly (readonly BrokenLine[])[] {
  const { size, mostWidth, mostLines, tail = 0 } = options;
  const space = textWidth(' ', size);
  const pieces = withTail(piecesOf(name, size, mostWidth), tail, space);
  const widest = pieces.reduce((most, { width }) => Math.max(most, width), 0);
  const least = fillLines(pieces, Math.max(mostWidth, widest), space);
  const forms = [least];
  for (let count = least.length + 1; count <= mostLines; count += 1) {
    const form = narrowestWith(pieces, count, widest, space);
    const last = forms.at(-1) ?? least;
    if (form.length > last.length && widthOf(form) < widthOf(last) - 0.5) forms.push(form);
  }
  // as even as the words allow, so that no word stands alone
  forms[0] = narrowestWith(pieces, least.length, widest, space);
  return forms;
}

export function widthOf(lines: readonly BrokenLine[]): number {
  return lines.reduce((most, { width }) => Math.max(most, width), 0);
}

/** As many words in each line as it holds. */
export function fillText(text: string, size: number, width: number): readonly BrokenLine[] {
  return fillLines(piecesOf(text, size, width), width, textWidth(' ', size));
}

function narrowestWith(pieces: readonly Piece[], count: number, widest: number, space: number): readonly BrokenLine[] {
  let [low, high] = [widest, pieces.reduce((sum, { width }) => sum + width + space, 0)];
  let best = fillLines(pieces, high, space);
  for (let round = 0; round < 16 && high - low > 0.2; round += 1) {
    const middle = (low + high) / 2;
    const lines = fillLines(pieces, middle, space);
    if (lines.length > count) low = middle;
    else [best, high] = [lines, middle];
  }
  const tight = fillLines(pieces, widest, space);
  return tight.length <= count ? tight : best;
}

function withTail(pieces: readonly Piece[], tail: number, space: number): readonly Piece[] {
  const last = pieces.at(-1);
  if (tail === 0 || last === undefined) return pieces;
  const tailAt = last.width + space;
  return [...pieces.slice(0, -1), { ...last, tailAt, width: tailAt + tail }];
}

function fillLines(pieces: readonly Piece[], width: number, space: number): readonly BrokenLine[] {
  const lines: { text: string; width: number; tailAt?: number }[] = [];
  for (const piece of pieces) {
    const { text, width: own, tailAt } = piece;
    const line = lines.at(-1);
    const gap = piece.space ? space : 0;
    if (line === undefined || line.width + gap + own > width + 1e-6) {
      lines.push({ text, width: own, ...(tailAt === undefined ? {} : { tailAt }) });
      continue;
    }
    if (tailAt !== undefined) line.tailAt = line.width + gap + tailAt;
    line.text += (piece.space ? ' ' : '') + text;
    line.width += gap + own;
  }
  return lines;
}

function piecesOf(text: string, size: number, mostWidth: number): readonly Piece[] {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .flatMap((word) =>
      partsOf(word)
        .flatMap((part) => cutTo(part, size, mostWidth))
        .map((part, at): Piece => ({ text: part, width: textWidth(part, size), space: at === 0 })),
    );
}

/** Parts of a word between which a line may end. */
function partsOf(word: string): readonly string[] {
  const parts: string[] = [];
  for (const part of word.split(afterHyphen)) {
    if (!unspaced.test(part)) {
      parts.push(part);
      continue;
    }
    let last: string | null = null;
    for (const { segment } of graphemes.segment(part)) {
      const joins: boolean =
        last !== null &&
        (closing.test(segment) || opening.test(last) || (!unspaced.test(segment) && !unspaced.test(last.at(-1) ?? '')));
      last = joins ? `${last}${segment}` : segment;
      if (joins) parts[parts.length - 1] = last;
      else parts.push(last);
    }
  }
  return parts;
}

/** In pieces that a line holds. */
function cutTo(part: string, size: number, mostWidth: number): readonly string[] {
  if (textWidth(part, size) <= mostWidth) return [part];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(part)) {
    if (piece !== '' && textWidth(piece + segment, size) > mostWidth) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}

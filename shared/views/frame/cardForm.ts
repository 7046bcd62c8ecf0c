/** The ways to write a card: the name in up to three lines, beside it the tokens. */
import { breakName, widthOf } from '../table/breakName.ts';
import type { BlockForms } from '../table/TableLayout.ts';
import { clipped, fitText } from './fitText.ts';
import type { TokenSlot } from './FrameLayout.ts';
import { frameMeasures, type CardStyle } from './frameMeasures.ts';
import { textWidth } from './textWidth.ts';

/** All of it seen from the card's upper left corner. */
export interface CardForm {
  readonly width: number;
  readonly height: number;
  readonly style: CardStyle;
  /** Left edge of the words, and the room for them. */
  readonly textX: number;
  readonly textWidth: number;
  readonly lines: readonly string[];
  /** What of the name stands in brackets. */
  readonly second: readonly string[];
  /** True when the words are not all there; the whole name belongs in the title of the card then. */
  readonly isCut: boolean;
  readonly tokens: readonly TokenSlot[];
  /** Representatives without a place of their own; the last place then shows "+n". */
  readonly tokenOverflow: number;
}

export interface CardWish {
  readonly name: string;
  readonly tokenCount: number;
  /** A line says why it is not at the table. */
  readonly hasState: boolean;
}

const { card, token } = frameMeasures;
/** No card shows more letters. */
const mostLetters = 120;

interface Words {
  readonly lines: readonly string[];
  readonly second: readonly string[];
  readonly width: number;
  readonly isCut: boolean;
}

/** In letters of plain size, whatever the style says of them; the widest first. */
export function plainForms(wish: CardWish, style: CardStyle): readonly CardForm[] {
  const forms: CardForm[] = [];
  for (const words of wordsOf(wish.name, style)) {
    const form = formWith(words, wish, style);
    const last = forms.at(-1);
    // more lines only where they make the card narrower
    if (last === undefined || form.width < last.width - 1) forms.push(form);
  }
  return forms;
}

export function scaledForms(forms: readonly CardForm[], scale: number): BlockForms<CardForm> {
  return forms.map((form) => {
    const content: CardForm = {
      ...form,
      style: { ...form.style, scale },
      width: form.width * scale,
      height: form.height * scale,
      textX: form.textX * scale,
      textWidth: form.textWidth * scale,
      tokens: form.tokens.map(({ x, y, size }) => ({ x: x * scale, y: y * scale, size: size * scale })),
    };
    return { width: content.width, height: content.height, content };
  });
}

/** Where nothing beside it says how much room it has, as below the table: the narrowest that is not too high. */
export function looseForm(wish: CardWish, style: CardStyle): CardForm {
  const forms = scaledForms(plainForms(wish, style), style.scale).map(({ content }) => content);
  const form = forms.find(({ lines, second }) => lines.length + second.length >= 2) ?? forms.at(-1);
  if (form === undefined) throw new Error('a card has no form');
  return form;
}

/** A card whose name and tokens are of usual size: what a wedge has room for beside those that stand in it. */
export const usualWish: CardWish = { name: 'Regional Workforce Board', tokenCount: 1, hasState: false };

/** The room that the form takes that takes the least. */
export function roomOf(forms: readonly { readonly width: number; readonly height: number }[]): number {
  return Math.min(...forms.map(({ width, height }) => (width + 7) * (height + 5)));
}

function formWith(
  { lines, second, width, isCut }: Words,
  { tokenCount, hasState }: CardWish,
  style: CardStyle,
): CardForm {
  const text = Math.max(width, hasState ? card.state : 0);
  const count = lines.length + second.length + (hasState ? 1 : 0);
  const height = Math.max(card.lowest, count * card.line + card.ends);
  const perColumn = Math.max(1, Math.floor((height + 4) / token.pitch));
  const shown = Math.min(tokenCount, token.most);
  // room for the first one is there before it comes
  const columns = Math.max(1, Math.ceil(shown / perColumn));
  const textX = (style.hasStrip ? card.strip : card.bar) + card.padding;
  const tokensX = textX + text + card.padding * 0.8;
  const tokens = Array.from({ length: shown }, (_, at): TokenSlot => {
    const column = Math.floor(at / perColumn);
    const inColumn = Math.min(perColumn, shown - column * perColumn);
    return {
      x: tokensX + (column + 0.5) * token.column,
      y: height / 2 + ((at % perColumn) - (inColumn - 1) / 2) * token.pitch,
      size: token.size,
    };
  });
  return {
    width: Math.ceil(tokensX + columns * token.column + card.padding * 0.4),
    height,
    style: { ...style, scale: 1 },
    textX,
    textWidth: text,
    lines,
    second,
    isCut,
    tokens,
    tokenOverflow: tokenCount > token.most ? tokenCount - token.most + 1 : 0,
  };
}

/** With one line, with two, with three. */
function wordsOf(written: string, { hasBrackets, mostLines }: CardStyle): readonly Words[] {
  // what stands in its place is said by the drawing
  if (written.trim() === '') return [{ lines: [''], second: [], width: card.unnamed, isCut: false }];
  const name = clipped(written.replaceAll(/\s+/g, ' ').trim(), mostLetters, 1, 0);
  const bare = name.replaceAll(/\s*\([^()]*\)/g, '').trim();
  const essential = bare === '' ? name : bare;
  const hasBoth = hasBrackets && mostLines > 1 && essential !== name;
  const brackets = hasBoth ? [...name.matchAll(/\([^()]*\)/g)].map(([part]) => part).join(' ') : '';
  const widest = mostLines === 3 ? card.widest : card.widest * 0.72;
  const heads = broken(essential, card.name, widest, mostLines);
  const isCut = name.length < written.trim().length || (brackets === '' && essential !== name);
  const plain = heads.map((lines) => ({ lines, second: [], width: widthIn(lines, card.name), isCut }));
  const found =
    brackets === ''
      ? plain
      : withBrackets(heads, broken(brackets, card.second, widest, mostLines - 1), mostLines, isCut);
  if (found.length > 0) return found;
  if (plain.length > 0) return plain.map((words) => ({ ...words, isCut: true }));
  const cut = fitText(essential, { width: widest, maxLines: mostLines, fontSizes: [card.name], leading: 1 });
  return [{ lines: cut.lines, second: [], width: widest, isCut: isCut || cut.cut }];
}

function broken(text: string, size: number, mostWidth: number, mostLines: number): readonly (readonly string[])[] {
  return breakName(text, { size, mostWidth, mostLines })
    .filter((lines) => lines.length <= mostLines)
    .map((lines) => lines.map((line) => line.text));
}

function widthIn(lines: readonly string[], size: number): number {
  return widthOf(lines.map((text) => ({ text, width: textWidth(text, size) })));
}

function withBrackets(
  heads: readonly (readonly string[])[],
  tails: readonly (readonly string[])[],
  mostLines: number,
  isCut: boolean,
): readonly Words[] {
  const best: Words[] = [];
  for (const lines of heads)
    for (const second of tails) {
      const count = lines.length + second.length;
      const width = Math.max(widthIn(lines, card.name), widthIn(second, card.second));
      if (count <= mostLines && width < (best[count]?.width ?? Infinity)) best[count] = { lines, second, width, isCut };
    }
  return best.flatMap((words) => words ?? []);
}

/** An organization's card: strip with the sign of its sector, name, and when it is not at the table dashed and with words. */
import { frameMeasures } from '../views/frame/frameMeasures.ts';
import { sectorColor } from '../views/frame/framePalette.ts';
import { fitText, shorten } from '../views/frame/fitText.ts';
import { textWidth } from '../views/frame/textWidth.ts';
import type { Detail, Engagement, FrameLook } from './FrameLook.ts';
import type { Drawing, Shape } from './Shape.ts';
import { sectorSign } from './signs.ts';
import { textLines } from './textLines.ts';

/** As the layout wrote it, in canvas units. */
export interface CardWords {
  readonly width: number;
  readonly height: number;
  /** Of its letters to plain ones. */
  readonly ratio: number;
  readonly hasStrip: boolean;
  readonly textX: number;
  readonly textWidth: number;
  readonly lines: readonly string[];
  /** What of the name stands in brackets. */
  readonly second: readonly string[];
  readonly isCut: boolean;
  /** How many people have no place of their own. */
  readonly more: number;
}

export interface CardFacts {
  readonly text: string;
  readonly sector: string | null;
  /** The board's own word for the sector; empty where the language has one. */
  readonly sectorLabel: string;
  readonly engagement: Engagement;
  /** Null for an organization that is in no interest. */
  readonly interestId: string | null;
  readonly tokenCount: number;
  readonly form: CardWords;
}

const { card, token } = frameMeasures;
const { radius } = card;

/** Its upper left corner at the origin; its tokens are things of their own. */
export function drawCard(facts: CardFacts, look: FrameLook): Drawing {
  const { width, height, ratio, textX } = facts.form;
  return [
    { kind: 'group', x: 0, y: 0, scale: ratio, shapes: [...ground(facts, look), ...contents(facts, look)] },
    {
      kind: 'part',
      part: 'write',
      x: textX - 6 * ratio,
      y: 0,
      width: Math.max(width - textX + 6 * ratio, 96 * ratio),
      height: Math.max(height, 30 * ratio),
      size: card.name * ratio,
    },
  ];
}

/** All further measures are those of plain letters. */
function plainOf({ width, height, ratio, textX, textWidth: text }: CardWords) {
  return { width: width / ratio, height: height / ratio, textX: textX / ratio, text: text / ratio };
}

function ground({ engagement, sector, form }: CardFacts, { palette, detail }: FrameLook): readonly Shape[] {
  const { width, height } = plainOf(form);
  const isHere = engagement === 'partner';
  const color = sectorColor(palette, sector);
  const edge = detail === 'signs' ? card.strip : card.bar;
  const shade: Shape = { kind: 'rect', x: 0.5, y: 1.6, width, height, radius, fill: palette.cardShade, opacity: 0.35 };
  return [
    ...(isHere ? [shade] : []),
    {
      kind: 'rect',
      x: 0.5,
      y: 0.5,
      width: width - 1,
      height: height - 1,
      radius,
      fill: isHere ? palette.card : palette.away,
      stroke: isHere ? palette.cardLine : palette.awayLine,
      strokeWidth: 1,
      dash: isHere ? undefined : [4, 3],
    },
    ...(hasSign(form, detail) ? [{ ...stripOf(card.strip, height), fill: color, opacity: 0.13 } as const] : []),
    { ...stripOf(edge, height), fill: color, opacity: isHere ? 1 : 0.55 },
  ];
}

/** Where names have to be large their letters take the room of the sector's sign; its color stays. */
function hasSign({ hasStrip }: CardWords, detail: Detail): boolean {
  return hasStrip && detail !== 'names';
}

/** The left part of the card, so wide. */
function stripOf(edge: number, height: number) {
  const r = radius - 0.5;
  return {
    kind: 'path',
    d: `M${radius} 0.5H${edge}V${height - 0.5}H${radius}A${r} ${r} 0 0 1 0.5 ${height - radius}V${radius}A${r} ${r} 0 0 1 ${radius} 0.5Z`,
  } as const;
}

function contents(facts: CardFacts, look: FrameLook): readonly Shape[] {
  const { palette, detail, words } = look;
  if (detail === 'signs') return [];
  const { form, engagement, sector } = facts;
  const plain = plainOf(form);
  const isUnnamed = facts.text.trim() === '';
  const isHere = engagement === 'partner';
  const ink = isHere && !isUnnamed ? palette.ink : palette.soft;
  const size = 11;
  const sign = sectorSign(sector, card.bar + 1.2, (plain.height - size) / 2, size, sectorColor(palette, sector));
  const shapes: readonly Shape[] = [
    ...(hasSign(form, detail) ? [sign] : []),
    ...nobody(facts, look),
    ...more(facts, look),
  ];
  if (detail !== 'full') return [...shapes, ...fromAfar(facts, look, ink)];
  const lines = isUnnamed ? [words.say('unnamed')] : form.lines;
  const state = stateOf(facts, look);
  const rows = lines.length + form.second.length + (state === '' ? 0 : 1);
  const top = (plain.height - rows * card.line) / 2;
  const at = { x: plain.textX, lineHeight: card.line } as const;
  return [
    ...shapes,
    ...textLines({ ...at, lines, fontSize: card.name, y: top, weight: 600, fill: ink }),
    ...textLines({
      ...at,
      lines: form.second,
      fontSize: card.second,
      y: top + lines.length * card.line,
      weight: 500,
      fill: palette.soft,
    }),
    ...textLines({
      ...at,
      lines: state === '' ? [] : [state],
      fontSize: card.second,
      y: top + (rows - 1) * card.line,
      weight: 500,
      fill: palette.soft,
    }).map((line) => ({ ...line, italic: true })),
  ];
}

/** Names of many sizes beside each other are hard to read. */
const mostAtNames = 15;

/** Farther away the part of a name that stands in brackets goes, and then its letters are as large as the card allows. */
function fromAfar(facts: CardFacts, { detail, words }: FrameLook, fill: string): readonly Shape[] {
  const { text, form, tokenCount } = facts;
  const { height, textX: plainX, text: plainRoom, width } = plainOf(form);
  const textX = hasSign(form, detail) ? plainX : card.bar + card.padding;
  const room = plainRoom + plainX - textX;
  const name = text.trim() === '' ? words.say('unnamed') : text;
  const short = name.replaceAll(/\s*\([^()]*\)/g, '').trim() || name;
  const free = tokenCount === 0 && !isSilent(facts) ? width - textX - card.padding : room;
  const fit = (maxLines: number, fontSizes: readonly number[]) =>
    fitText(short, { width: free + 2, maxLines, fontSizes, leading: 1.04 });
  const lineCount = Math.max(1, Math.floor((height - 1) / 12));
  const sizes = [22, 20, 18, 17, 16, 15, 14, 13.5, 13, 12.7, 12.4, 12, 11.5, 11];
  const fitted = sizes
    .filter((size) => detail !== 'names' || size <= mostAtNames)
    .map((size) => fit(Math.max(1, Math.min(3, Math.floor((height - 2) / (size * 1.04)))), [size]))
    .find(({ cut }) => !cut);
  const chosen = fitted ?? (detail === 'names' ? fit(lineCount, [11]) : fit(1, [16, 14]));
  return textLines({
    ...chosen,
    x: textX,
    y: (height - chosen.lines.length * chosen.lineHeight) / 2,
    weight: 600,
    fill,
  });
}

/** At the table, and nobody speaks for it there. */
function isSilent({ engagement, tokenCount, interestId }: CardFacts): boolean {
  return engagement === 'partner' && tokenCount === 0 && interestId !== null;
}

/** A dashed sign says so. */
function nobody(facts: CardFacts, { palette, words, detail }: FrameLook): readonly Shape[] {
  if (!isSilent(facts)) return [];
  const { form } = facts;
  const { width, height } = plainOf(form);
  const [x, y] = [width - card.padding * 0.4 - token.column / 2, height / 2];
  const circle: Shape = {
    kind: 'circle',
    x,
    y,
    radius: token.size / 2 - 1,
    stroke: palette.soft,
    strokeWidth: 1.2,
    dash: [2.6, 2.2],
  };
  if (detail !== 'full') return [circle];
  const text = words.say('letters.missing');
  return [
    circle,
    { kind: 'text', text, x, y: y + 3.8, size: card.second, weight: 700, fill: palette.soft, anchor: 'middle' },
  ];
}

/** How many people have no place of their own. */
function more({ form }: CardFacts, { palette }: FrameLook): readonly Shape[] {
  if (form.more === 0) return [];
  const { width, height } = plainOf(form);
  const x = width - card.padding * 0.4 - token.column / 2;
  const y = height > token.pitch * 2 ? height / 2 + token.pitch / 2 : height / 2;
  return [
    {
      kind: 'text',
      text: `+${form.more}`,
      x,
      y: y + 3.8,
      size: card.second,
      weight: 700,
      fill: palette.soft,
      anchor: 'middle',
    },
  ];
}

/** Why it is not at the table, as much of it as there is room for. */
function stateOf({ engagement, interestId, form, tokenCount }: CardFacts, { words }: FrameLook): string {
  const { width, textX, text } = plainOf(form);
  const said =
    engagement !== 'partner'
      ? words.say(`engagement.${engagement}`)
      : interestId === null
        ? words.say('notPlaced')
        : '';
  const room = tokenCount === 0 ? width - textX - card.padding : text;
  return said === '' || textWidth(said, card.second) <= room ? said : shorten(said, room, card.second);
}

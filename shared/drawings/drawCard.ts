/** An organization's card: stripe, name, sector by icon and word; dashed and with words when it is not at the table. */
import { standardSectors } from '#shared/kinds/values.ts';
import { cardContents, type CardContents } from '../views/frame/cardContents.ts';
import type { FittedText } from '../views/frame/FrameLayout.ts';
import { fitText } from '../views/frame/fitText.ts';
import { frameMeasures } from '../views/frame/frameMeasures.ts';
import { sectorColor } from '../views/frame/framePalette.ts';
import { textWidth } from '../views/frame/textWidth.ts';
import type { Detail, Engagement, FrameLook, FrameWords } from './FrameLook.ts';
import type { Drawing, Shape } from './Shape.ts';
import { sectorSign } from './signs.ts';
import { textLines } from './textLines.ts';

export interface CardFacts {
  readonly text: string;
  readonly sector: string | null;
  /** The board's own word for the sector; empty where the language has one. */
  readonly sectorLabel: string;
  readonly engagement: Engagement;
  /** Null for an organization that is in no interest. */
  readonly interestId: string | null;
  readonly tokenCount: number;
}

const { width, height, stripe, padding, footer } = frameMeasures.card;
const radius = 6;
/** Above the tokens. */
const nameRoom = 36;

/** Its upper left corner at the origin; its tokens are things of their own. */
export function drawCard(card: CardFacts, look: FrameLook): Drawing {
  const { palette, words, detail } = look;
  const isHere = card.engagement === 'partner';
  const isUnnamed = card.text.trim() === '';
  const text = isUnnamed ? words.say('unnamed') : card.text;
  const contents = cardContents(text, card.tokenCount);
  const isSign = detail === 'signs';
  const edge = isSign ? 14 : stripe + 1;
  const shapes: Drawing[number][] = [];
  if (isHere)
    shapes.push({ kind: 'rect', x: 0.5, y: 2, width, height, radius, fill: palette.cardShade, opacity: 0.35 });
  shapes.push(
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
    {
      kind: 'path',
      d: `M${radius} 0.5H${edge}V${height - 0.5}H${radius}A${radius - 0.5} ${radius - 0.5} 0 0 1 0.5 ${height - radius}V${radius}A${radius - 0.5} ${radius - 0.5} 0 0 1 ${radius} 0.5Z`,
      fill: sectorColor(palette, card.sector),
      opacity: isHere ? 1 : 0.55,
    },
  );
  if (!isSign) {
    const name = nameFor(text, contents, detail);
    shapes.push(
      ...textLines({
        ...name,
        x: stripe + padding,
        y: Math.max(1, 1.5 + (nameRoom - name.lines.length * name.lineHeight) / 2),
        weight: 600,
        fill: isHere && !isUnnamed ? palette.ink : palette.soft,
      }),
      ...more(contents, palette.soft),
      ...foot(card, look, contents.sectorBox),
    );
  }
  shapes.push({ kind: 'part', part: 'write', x: 2, y: 0, width: width - 4, height: height - footer, size: 13 });
  return shapes;
}

/** Near: as the layout set it. Farther: as large as the card allows. What would be cut takes a third line instead. */
function nameFor(text: string, contents: CardContents, detail: Detail): FittedText {
  const fit = (name: string, maxLines: number, fontSizes: readonly number[], leading: number) =>
    fitText(name, { width: width - stripe - padding * 2 + 1, maxLines, fontSizes, leading });
  const chosen = (): FittedText => {
    if (detail === 'full') return contents.name;
    // From afar the part of a name that stands in brackets goes before the letters get small.
    const short = text.replaceAll(/\s*\([^()]*\)/g, '').trim() || text;
    if (detail === 'tokens' || detail === 'signs') return fit(short, 1, [22, 20, 18, 17], 1.1);
    const oneLine = fit(short, 1, [19, 18], 1.1);
    return oneLine.cut ? fit(short, 2, [17, 16.5, 16, 15.5, 15, 14.5, 14, 13, 12, 11.25], 1.06) : oneLine;
  };
  const first = chosen();
  if (detail !== 'full' && detail !== 'names') return first;
  // Three lines where two would have to be small or cut; near, where the tokens have their letters, they stay clear of them.
  if (detail === 'full') return first.cut ? fit(text, 3, [11, 10.5, 10], 1.06) : first;
  return first.cut || first.fontSize < 12.5 ? fit(text, 3, [12, 11.5, 11, 10.5, 10], 1.04) : first;
}

/** How many people have no place of their own. */
function more({ tokens, tokenOverflow }: CardContents, fill: string): readonly Shape[] {
  const last = tokens.at(-1);
  if (tokenOverflow === 0 || !last) return [];
  const text = `+${tokenOverflow}`;
  return [{ kind: 'text', text, x: last.x, y: last.y + 3.5, size: 9.5, weight: 700, fill, anchor: 'middle' }];
}

/** At the right: icon and word of the sector, as much of it as there is room for; left of it why the card is dashed. */
function foot(
  card: CardFacts,
  { palette, words, detail }: FrameLook,
  box: CardContents['sectorBox'],
): readonly Shape[] {
  const isFull = detail === 'full';
  const iconSize = isFull ? 11 : detail === 'names' ? 14 : 18;
  const size = isFull ? 9.5 : detail === 'names' ? 11 : 14;
  const color = sectorColor(palette, card.sector);
  const right = box.x + box.width;
  const middle = box.y + box.height / 2;
  const state = stateOf(card, words);
  const stateWidth = textWidth(state, size);
  const sector = sectorWord(card, words);
  const sectorWidth = textWidth(sector, size);
  const forState = state === '' || stateWidth + iconSize + 4 > box.width ? 0 : stateWidth + 6;
  const showsWord = isFull && iconSize + 3 + sectorWidth + forState <= box.width;
  const text = { kind: 'text', y: middle + size * 0.36, size, weight: 500 } as const;
  const shapes: Shape[] = [];
  if (forState > 0) shapes.push({ ...text, text: state, x: box.x, fill: palette.soft, italic: true });
  if (iconSize <= box.width) {
    const x = right - iconSize - (showsWord ? 3 + sectorWidth : 0);
    shapes.push(sectorSign(card.sector, x, middle - iconSize / 2, iconSize, color));
  }
  if (showsWord) shapes.push({ ...text, text: sector, x: right, fill: color, anchor: 'end' });
  return shapes;
}

function stateOf({ engagement, interestId }: CardFacts, words: FrameWords): string {
  if (engagement !== 'partner') return words.say(`engagement.${engagement}`);
  return interestId === null ? words.say('notPlaced') : '';
}

function sectorWord({ sector, sectorLabel }: CardFacts, words: FrameWords): string {
  const known = standardSectors.find((one) => one === sector);
  return known ? words.say(`sector.${known}`) : sectorLabel || words.say('sector.none');
}

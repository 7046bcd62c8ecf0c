/** An organization's card: stripe, name, its people, its sector by icon and word; dashed and with words when it is not at the table. */
import { cardContents } from '../views/frame/cardContents.ts';
import { fitText } from '../views/frame/fitText.ts';
import { frameMeasures } from '../views/frame/frameMeasures.ts';
import { sectorColor, type FramePalette } from '../views/frame/framePalette.ts';
import { textWidth } from '../views/frame/textWidth.ts';
import type { EntityOf } from '../map/collections.ts';
import type { MapIndex } from '../map/MapIndex.ts';
import type { ReportWords } from '#shared/words/ReportWords.ts';
import type { Shape } from './Picture.ts';
import { kindSign, sectorSign } from './signs.ts';
import { textLines } from './textLines.ts';

export interface CardDrawing {
  readonly index: MapIndex;
  readonly organization: EntityOf<'organizations'>;
  /** False for a card below the ring. */
  readonly isPlaced: boolean;
  readonly people: readonly EntityOf<'representatives'>[];
  readonly words: ReportWords;
  readonly palette: FramePalette;
}

const wordSize = 9.5;
const iconSize = 11;
const nameRoom = 36;

/** The card with its upper left corner at the origin. */
export function drawCard(drawing: CardDrawing): readonly Shape[] {
  const { organization, people, words, palette } = drawing;
  const { width, height, stripe, padding } = frameMeasures.card;
  const isHere = organization.engagement === 'partner';
  const text = organization.name.trim() || words.texts.picture.unnamed;
  const contents = cardContents(text, people.length);
  const room = width - stripe - padding * 2 + 1;
  const name = contents.name.cut
    ? fitText(text, { width: room, maxLines: 3, fontSizes: [11, 10.5, 10], leading: 1.06 })
    : contents.name;
  const radius = 6;
  const shapes: Shape[] = [];
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
      d: `M${radius} 0.5H${stripe + 1}V${height - 0.5}H${radius}A${radius - 0.5} ${radius - 0.5} 0 0 1 0.5 ${height - radius}V${radius}A${radius - 0.5} ${radius - 0.5} 0 0 1 ${radius} 0.5Z`,
      fill: sectorColor(palette, organization.sector),
      opacity: isHere ? 1 : 0.55,
    },
    ...textLines({
      ...name,
      x: stripe + padding,
      y: Math.max(1, 1.5 + (nameRoom - name.lines.length * name.lineHeight) / 2),
      weight: 600,
      fill: isHere ? palette.ink : palette.soft,
    }),
    ...footer(drawing, contents.sectorBox),
  );
  const shown = contents.tokenOverflow > 0 ? people.slice(0, contents.tokens.length - 1) : people;
  for (const [place, person] of shown.entries()) {
    const slot = contents.tokens[place];
    if (slot)
      shapes.push(
        kindSign(
          {
            kind: person.kind,
            letters: words.texts.letters[person.kind],
            ...slot,
            state: isHere ? 'present' : 'away',
            title: `${words.texts.kind[person.kind]}: ${person.role_title || words.texts.noTitle}`,
          },
          palette,
        ),
      );
  }
  const last = contents.tokens.at(-1);
  if (contents.tokenOverflow > 0 && last)
    shapes.push({
      kind: 'text',
      text: `+${contents.tokenOverflow}`,
      x: last.x,
      y: last.y + 3.5,
      size: 9.5,
      weight: 700,
      fill: palette.soft,
      anchor: 'middle',
    });
  return shapes;
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** At the right icon and word of the sector, as much of it as there is room for; left of it why the card is dashed. */
function footer({ index, organization, isPlaced, words, palette }: CardDrawing, box: Box): readonly Shape[] {
  const { sector, engagement } = organization;
  const color = sectorColor(palette, sector);
  const right = box.x + box.width;
  const middle = box.y + box.height / 2;
  const state =
    engagement !== 'partner' ? words.texts.engagement[engagement] : isPlaced ? '' : words.texts.picture.notPlaced;
  const stateWidth = state === '' ? 0 : textWidth(state, wordSize);
  const sectorWord = sector === null ? '' : words.sector(index, sector);
  const wordWidth = textWidth(sectorWord, wordSize);
  const forState = state === '' || stateWidth + iconSize + 4 > box.width ? 0 : stateWidth + 6;
  const showsWord = sectorWord !== '' && iconSize + 3 + wordWidth + forState <= box.width;
  const shapes: Shape[] = [];
  const text = { kind: 'text', y: middle + wordSize * 0.36, size: wordSize, weight: 500 } as const;
  if (forState > 0) shapes.push({ ...text, text: state, x: box.x, fill: palette.soft });
  if (iconSize <= box.width) {
    const x = right - iconSize - (showsWord ? 3 + wordWidth : 0);
    shapes.push(sectorSign(sector, x, middle - iconSize / 2, iconSize, color));
  }
  if (showsWord) shapes.push({ ...text, text: sectorWord, x: right, fill: color, anchor: 'end' });
  return shapes;
}

/** An organization's card: stripe, name, sector by icon and word; dashed and with words when it is not at the table. */
import { cardContents } from '#shared/views/frame/cardContents.ts';
import type { FittedText } from '#shared/views/frame/FrameLayout.ts';
import { fitText } from '#shared/views/frame/fitText.ts';
import { frameMeasures } from '#shared/views/frame/frameMeasures.ts';
import { textWidth } from '#shared/views/frame/textWidth.ts';
import { frameFont, Lines } from './Lines.tsx';
import { sectorColor, type FramePalette } from '#shared/views/frame/framePalette.ts';
import type { CardProps } from './frameShapes.ts';
import { SectorIcon } from './SectorIcon.tsx';
import type { Detail } from './useDetail.ts';
import type { FrameWords } from './useFrameWords.ts';

export interface CardDrawingProps {
  readonly card: CardProps;
  readonly palette: FramePalette;
  readonly words: FrameWords;
  readonly detail: Detail;
}

const wordSize = 9.5;
const iconSize = 11;

export function CardDrawing({ card, palette, words, detail }: CardDrawingProps) {
  const { w, h, sector } = card;
  const { stripe, padding } = frameMeasures.card;
  const color = sectorColor(palette, sector);
  const isHere = card.engagement === 'partner';
  const isUnnamed = card.text.trim() === '';
  const radius = 6;
  const isSign = detail === 'signs';
  const edge = isSign ? 14 : stripe + 1;
  const contents = cardContents(isUnnamed ? words.unnamed : card.text, card.tokenCount);
  const name = nameFor(isUnnamed ? words.unnamed : card.text, contents, detail);
  const left = stripe + padding;
  const last = contents.tokens.at(-1);
  return (
    <g>
      <title>{card.text}</title>
      {isHere && <rect x={0.5} y={2} width={w} height={h} rx={radius} fill={palette.cardShade} opacity={0.35} />}
      <rect
        x={0.5}
        y={0.5}
        width={w - 1}
        height={h - 1}
        rx={radius}
        fill={isHere ? palette.card : palette.away}
        stroke={isHere ? palette.cardLine : palette.awayLine}
        strokeWidth={1}
        {...(isHere ? {} : { strokeDasharray: '4 3' })}
      />
      <path
        d={`M${radius} 0.5H${edge}V${h - 0.5}H${radius}A${radius - 0.5} ${radius - 0.5} 0 0 1 0.5 ${h - radius}V${radius}A${radius - 0.5} ${radius - 0.5} 0 0 1 ${radius} 0.5Z`}
        fill={color}
        opacity={isHere ? 1 : 0.55}
      />
      {!isSign && (
        <Lines
          lines={name.lines}
          x={left}
          y={name.top}
          fontSize={name.fontSize}
          lineHeight={name.lineHeight}
          weight={650}
          color={isHere && !isUnnamed ? palette.ink : palette.soft}
        />
      )}
      {contents.tokenOverflow > 0 && last && !isSign && (
        <text
          className="frame-text"
          x={last.x}
          y={last.y + 3.5}
          textAnchor="middle"
          fontFamily={frameFont}
          fontSize={9.5}
          fontWeight={700}
          fill={palette.soft}
        >
          +{contents.tokenOverflow}
        </text>
      )}
      {!isSign && <Footer card={card} palette={palette} words={words} detail={detail} box={contents.sectorBox} />}
    </g>
  );
}

interface Name {
  readonly lines: readonly string[];
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly top: number;
}

/** Above the tokens. */
const nameRoom = 36;

/** Near: as the layout set it. Farther: as large as the card allows. What would be cut takes a third line instead. */
function nameFor(text: string, contents: ReturnType<typeof cardContents>, detail: Detail): Name {
  const { width, stripe, padding } = frameMeasures.card;
  const room = width - stripe - padding * 2 + 1;
  const fit = (words: string, maxLines: number, fontSizes: readonly number[], leading: number) =>
    fitText(words, { width: room, maxLines, fontSizes, leading });
  const chosen = (): FittedText => {
    if (detail === 'full') return contents.name;
    // From afar the part of a name that stands in brackets goes before the letters get small.
    const short = text.replaceAll(/\s*\([^()]*\)/g, '').trim() || text;
    if (detail === 'tokens' || detail === 'signs') return fit(short, 1, [22, 20, 18, 17], 1.1);
    const oneLine = fit(short, 1, [19, 18], 1.1);
    return oneLine.cut ? fit(short, 2, [17, 16.5, 16, 15.5, 15, 14.5, 14, 13, 12, 11.25], 1.06) : oneLine;
  };
  const first = chosen();
  // Three lines where two would have to be small or cut.
  const three =
    first.cut || (detail === 'names' && first.fontSize < 12.5) ? fit(text, 3, [12, 11.5, 11, 10.5, 10], 1.04) : first;
  const fitted = detail === 'full' || detail === 'names' ? three : first;
  return { ...fitted, top: Math.max(1, 1.5 + (nameRoom - fitted.lines.length * fitted.lineHeight) / 2) };
}

interface FooterProps extends CardDrawingProps {
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** At the right: icon and word of the sector, as much of it as there is room for; left of it why the card is dashed. */
function Footer({ card, palette, words, detail, box }: FooterProps) {
  const color = sectorColor(palette, card.sector);
  const right = box.x + box.width;
  const middle = box.y + box.height / 2;
  const isFull = detail === 'full';
  const size = isFull ? iconSize : detail === 'names' ? 14 : 18;
  const fontSize = isFull ? wordSize : detail === 'names' ? 11 : 14;
  const state =
    card.engagement !== 'partner' ? words.engagement(card.engagement) : card.interestId === null ? words.notPlaced : '';
  const stateWidth = state === '' ? 0 : textWidth(state, fontSize);
  const sectorWord = words.sector(card.sector, card.sectorLabel);
  const wordWidth = textWidth(sectorWord, fontSize);
  const forState = state === '' || stateWidth + size + 4 > box.width ? 0 : stateWidth + 6;
  const showsWord = isFull && size + 3 + wordWidth + forState <= box.width;
  const start = right - size - (showsWord ? 3 + wordWidth : 0);
  const text = {
    className: 'frame-text',
    y: middle + fontSize * 0.36,
    fontFamily: frameFont,
    fontSize,
    fontWeight: 550,
  } as const;
  return (
    <>
      {forState > 0 && (
        <text {...text} x={box.x} fill={palette.soft} fontStyle="italic">
          {state}
        </text>
      )}
      {size <= box.width && (
        <SectorIcon sector={card.sector} x={start} y={middle - size / 2} size={size} color={color} />
      )}
      {showsWord && (
        <text {...text} x={right} textAnchor="end" fill={color}>
          {sectorWord}
        </text>
      )}
    </>
  );
}

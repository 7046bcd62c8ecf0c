/** Sets the headings of the wedges around the ring, each beside its wedge, none on another or on the ring. */
import { fitText } from './fitText.ts';
import type { Box, FrameInterest, HeadingLayout, Point, TokenSlot } from './FrameLayout.ts';
import { frameMeasures } from './frameMeasures.ts';
import { overlap } from './overlap.ts';
import { textWidth } from './textWidth.ts';
import type { WedgeShape } from './wedgeRegion.ts';

export interface HeadedWedge {
  readonly interest: FrameInterest;
  readonly shape: WedgeShape;
}

interface HeadingSize {
  readonly text: HeadingLayout['text'];
  readonly textWidth: number;
  readonly width: number;
  readonly height: number;
}

/** How much larger than plain the ring's own text is, so that it stays readable when the whole frame is on the screen. */
export function ringScale(outerRadius: number): number {
  return Math.max(1, Math.round((outerRadius / frameMeasures.plainRadius) * 100) / 100);
}

function tokensWidth(scale: number): number {
  return (3 * frameMeasures.heading.tokenSize + 2 * frameMeasures.heading.tokenGap) * scale;
}

function sizeOf({ interest, shape }: HeadedWedge, scale: number): HeadingSize {
  const { fontSize, lineHeight, maxLines, maxWidth, tokenSize, gap } = frameMeasures.heading;
  const middle = (shape.start + shape.end) / 2;
  // Above and below the ring there is room to the sides, so a heading there is wider and lower.
  const pole = Math.abs(Math.cos(middle)) < poleCosine;
  const text = fitText(interest.title, {
    width: (pole ? maxWidth * 1.5 : maxWidth) * scale,
    maxLines,
    fontSizes: [fontSize * scale, fontSize * 0.88 * scale],
    leading: lineHeight / fontSize,
  });
  const widest = Math.max(0, ...text.lines.map((line) => textWidth(line, text.fontSize)));
  const textHeight = text.lines.length * text.lineHeight;
  // There the marks of the kinds stand beside the words, because the height of the screen decides how large the ring is.
  return pole
    ? {
        text,
        textWidth: widest,
        width: widest + (widest > 0 ? besideGap * scale : 0) + tokensWidth(scale),
        height: Math.max(textHeight, tokenSize * scale),
      }
    : {
        text,
        textWidth: Math.max(widest, tokensWidth(scale)),
        width: Math.max(widest, tokensWidth(scale)),
        height: textHeight + (gap + tokenSize) * scale,
      };
}

const poleCosine = 0.17;
/** Between the words and the marks beside them. */
const besideGap = 9;

/** The box of this size that touches the circle from outside in the direction `angle`. */
function boxOutside(angle: number, size: HeadingSize, radius: number): Box {
  const x = Math.cos(angle);
  const y = Math.sin(angle);
  const at = (away: number): Box => ({
    x: x * away + (x - 1) * (size.width / 2),
    y: y * away + (y - 1) * (size.height / 2),
    width: size.width,
    height: size.height,
  });
  let low = radius;
  let high = radius + Math.hypot(size.width, size.height);
  for (let round = 0; round < 24; round += 1) {
    const half = (low + high) / 2;
    if (reach(at(half)) < radius) {
      low = half;
    } else {
      high = half;
    }
  }
  return at(high);
}

/** Distance of the goal's center to the nearest point of the box. */
function reach(box: Box): number {
  const x = Math.max(box.x, -(box.x + box.width), 0);
  const y = Math.max(box.y, -(box.y + box.height), 0);
  return Math.hypot(x, y);
}

function spread(
  sizes: readonly HeadingSize[],
  middles: readonly number[],
  radius: number,
  gap: number,
): readonly Box[] {
  const angles = [...middles];
  const boxes = angles.map((angle, index) => boxOutside(angle, sizeAt(sizes, index), radius));
  const nudge = Math.PI / 720;
  for (let round = 0; round < 240; round += 1) {
    const moves = angles.map(() => 0);
    let moved = false;
    for (let index = 0; index < boxes.length; index += 1) {
      const next = (index + 1) % boxes.length;
      const [a, b] = [boxes[index], boxes[next]];
      if (a !== undefined && b !== undefined && next !== index && overlap(a, b, gap)) {
        moves[index] = (moves[index] ?? 0) - nudge;
        moves[next] = (moves[next] ?? 0) + nudge;
        moved = true;
      }
    }
    if (!moved) {
      break;
    }
    for (const [index, move] of moves.entries()) {
      if (move !== 0) {
        const angle = (angles[index] ?? 0) + move;
        angles[index] = angle;
        boxes[index] = boxOutside(angle, sizeAt(sizes, index), radius);
      }
    }
  }
  // What turning could not part goes outward, the later one first.
  const free: Box[] = [];
  for (const [index, angle] of angles.entries()) {
    const size = sizeAt(sizes, index);
    let box = boxes[index] ?? boxOutside(angle, size, radius);
    for (let away = radius; free.some((other) => overlap(other, box, gap));) {
      away += size.height / 4;
      box = boxOutside(angle, size, away);
    }
    free.push(box);
  }
  return free;
}

function sizeAt(sizes: readonly HeadingSize[], index: number): HeadingSize {
  const size = sizes[index];
  if (size === undefined) {
    throw new Error(`no heading ${index}`);
  }
  return size;
}

/** One heading per wedge, in the order of the wedges. */
export function placeHeadings(wedges: readonly HeadedWedge[]): readonly HeadingLayout[] {
  const outer = wedges[0]?.shape.outerRadius ?? 0;
  const scale = ringScale(outer);
  const measures = frameMeasures.heading;
  const sizes = wedges.map((wedge) => sizeOf(wedge, scale));
  const middles = wedges.map(({ shape }) => (shape.start + shape.end) / 2);
  const boxes = spread(sizes, middles, outer + measures.rimGap * scale, measures.gap * scale);
  return wedges.map((_, index) => {
    const { text, textWidth: wordsWidth } = sizeAt(sizes, index);
    const middle = middles[index] ?? 0;
    const box = boxes[index] ?? { x: 0, y: 0, width: 0, height: 0 };
    const align = Math.abs(Math.cos(middle)) < poleCosine ? 'center' : Math.cos(middle) > 0 ? 'start' : 'end';
    const anchor: Point = { x: Math.cos(middle) * outer, y: Math.sin(middle) * outer };
    const textHeight = text.lines.length * text.lineHeight;
    const isBeside = align === 'center';
    const first = box.x + (align === 'start' ? 0 : box.width - tokensWidth(scale));
    const size = measures.tokenSize * scale;
    const token = (at: number): TokenSlot => ({
      x: first + size / 2 + at * (size + measures.tokenGap * scale),
      y: isBeside ? box.y + box.height / 2 : box.y + box.height - size / 2,
      size,
    });
    const textTop = isBeside ? box.y + (box.height - textHeight) / 2 : box.y;
    return {
      box,
      textBox: { x: box.x, y: textTop, width: isBeside ? wordsWidth : box.width, height: textHeight },
      text,
      align,
      anchor,
      tokens: [token(0), token(1), token(2)],
    };
  });
}

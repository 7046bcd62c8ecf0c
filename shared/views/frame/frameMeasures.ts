/** All measures of the frame, in canvas units: one of them is a pixel where the whole table fits a screen of 1440 by 900. */
import type { TableShape } from '../table/TableLayout.ts';

/** The same for every board; cards and letters are larger where there are few. */
export const frameTable: TableShape = { a: 640, b: 356, ring: 118, gap: 4.6, edge: 6 };

export const frameMeasures = {
  goal: 108,
  /** Of a card in letters of plain size (`CardStyle.scale` 1). */
  card: {
    radius: 5,
    /** with the sector's sign; without it a bar */
    strip: 17,
    bar: 4,
    padding: 5,
    /** above and below its lines, together */
    ends: 7,
    name: 11.5,
    second: 11.5,
    line: 13.2,
    /** so that a token finds room */
    lowest: 24,
    widest: 150,
    /** of what stands in place of a name that nobody has written yet, and of how far an organization is, in the longest words */
    unnamed: 48,
    state: 78,
  },
  token: {
    size: 17,
    diamond: 22.7,
    /** from the middle of one to that of the next below it */
    pitch: 21.4,
    column: 22.7,
    most: 6,
  },
  /** Between two cards where one makes way, and between two put by hand: people may put them close. */
  cardGap: { across: 4.5, down: 4.5 },
  handGap: { across: 2, down: 2 },
  heading: {
    size: 14,
    leading: 1.18,
    widest: 190,
    mark: 17,
    markGap: 6.5,
    gap: 6,
    /** to cards */
    clear: 5,
    /** of its letters, as parts of `size` */
    sizes: [1, 0.86, 0.72, 0.56, 0.4],
  },
  chair: { size: 28, gap: 6 },
  /** Up to so many interests headings and chairs have their plain size. */
  plainInterests: 16,
} as const;

/** How cards are written on a board with so many of them. */
export interface CardStyle {
  /** of letters, signs and cards, as multiples of their plain size */
  readonly scale: number;
  /** with the strip that has the sign of the sector */
  readonly hasStrip: boolean;
  /** with what stands in brackets in the name */
  readonly hasBrackets: boolean;
  readonly mostLines: 1 | 2 | 3;
}

const whole = { hasStrip: true, hasBrackets: true, mostLines: 3 } as const;
const bare = { hasStrip: false, hasBrackets: false } as const;
/** Of letters, while nothing of a card goes. */
const scales = [1.5, 1.42, 1.35, 1.28, 1.22, 1.16, 1.11, 1.06, 1.03, 1, 0.98, 0.96];
/** Letters of a card that was made simpler. */
const full = 0.97;
const growth = 0.95;

const styles: readonly CardStyle[] = [
  ...scales.map((scale) => ({ ...whole, scale })),
  { ...whole, scale: full, hasStrip: false },
  { ...bare, scale: full, mostLines: 3 },
  { ...bare, scale: full, mostLines: 2 },
];

/** From the largest letters down: on a full table first the strip goes, then the brackets, then lines of the name; tokens stay. */
export function cardStyle(step: number): CardStyle {
  return styles[step] ?? { ...bare, mostLines: 2, scale: full * growth ** (step - styles.length + 1) };
}

/** The styles that differ by more than the size of letters, at plain size. */
export const plainStyles: readonly CardStyle[] = styles
  .slice(scales.length - 1)
  .map((style) => ({ ...style, scale: 1 }));

/** While letters can be large, wedges keep places for cards that may come. */
export function keepsPlaces({ scale }: Pick<CardStyle, 'scale'>): boolean {
  return scale > 1;
}

/**
 * How many cards of usual size a wedge is laid out for: the smallest of these that is enough, so that there is room for some more
 * before others have to move. Where letters have to be small there is less of it.
 */
export function capacityFor(count: number, style: Pick<CardStyle, 'scale'>): number {
  const by = keepsPlaces(style) ? 3 : 2;
  let step: number = by;
  while (step < count) step += Math.max(by, Math.floor(step / 4));
  return step;
}

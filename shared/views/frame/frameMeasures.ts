/** All measures of the frame, in canvas units. One object, so that tests and layout speak of the same numbers. */

export const frameMeasures = {
  card: { width: 144, height: 56, stripe: 4, padding: 6, footer: 16 },
  /** Between two cards that layout placed, and between such a card and one placed by hand. */
  cardGap: 5,
  /** Between two cards placed by hand: people may put them close. */
  handGap: 2,
  /** Between a card and the line of its wedge, the inner and the outer rim. */
  edgePadding: 4,
  /** Free band between two wedges. */
  gutter: 7,
  /** Radius of the ring without growth, and by how much one step of growth makes it larger. */
  firstRadius: 330,
  growth: 1.03,
  /** Goal disc and inner rim as parts of the outer radius. */
  goalShare: 0.225,
  innerShare: 0.245,
  /** A wedge never becomes narrower than this part of an equal share. */
  leastShare: 0.5,
  heading: {
    fontSize: 17,
    lineHeight: 19.5,
    maxLines: 3,
    maxWidth: 152,
    tokenSize: 19,
    tokenGap: 5,
    rimGap: 10,
    gap: 5,
  },
  token: { size: 16, gap: 2 },
  /** Up to this radius headings have their plain size; beyond it they grow with the ring and stay readable. */
  plainRadius: 520,
  sectorWordWidth: 58,
} as const;

/**
 * How many cards a wedge is laid out for, by how many it has: the smallest of these that is enough. Steps of about a
 * half, so that a wedge is never much emptier than the others and yet seldom full.
 */
export const capacitySteps: readonly number[] = [4, 7, 11, 17, 26, 40, 60, 90, 135, 200, 300, 450];

export function capacityFor(count: number): number {
  for (const step of capacitySteps) {
    if (count <= step) {
      return step;
    }
  }
  return Math.ceil(count / 200) * 200;
}

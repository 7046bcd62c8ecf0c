/** All measures of the cycle, in canvas units. One object, so that tests, layout and drawings speak of the same numbers. */

export const cycleMeasures = {
  note: { width: 172, height: 112, padding: 10, footer: 18 },
  experiment: { width: 252, height: 158, padding: 12 },
  /** Between two notes, two experiments, and between them and the line of their quarter or the rim. */
  gap: 14,
  edge: 16,
  /** Half the free band between two quarters. */
  gutter: 7,
  hub: { radius: 138, gap: 20 },
  /** The radius without growth, and by how much one step of growth makes it larger. */
  firstRadius: 470,
  growth: 1.05,
  /** Up to this radius words have their plain size; beyond it they grow with the circle. */
  plainRadius: 560,
  heading: { width: 420, height: 156, out: 40, gap: 12, nameSize: 27, promptSize: 20, promptLine: 26, promptLines: 3 },
  /** Above the headings: which round this is, and what it carries on. */
  title: { height: 104, gap: 22, size: 34, sentenceSize: 17 },
  /** Earlier rounds stand smaller beside the one that runs. */
  smallRatio: 0.5,
  roundGap: 120,
  /** From the ring's right edge to the cycle. */
  ringGap: 150,
} as const;

/**
 * How many notes a quarter is laid out for, by how many it has: the smallest of these that is enough. Notes come quickly,
 * many at once, so the steps are wide: the circle seldom grows while people write.
 */
const capacitySteps: readonly number[] = [4, 8, 14, 22, 32, 45, 60, 80, 110];

export function quarterCapacity(count: number): number {
  return capacitySteps.find((step) => count <= step) ?? Math.ceil(count / 50) * 50;
}

/** How many experiments stand side by side between solution-finding and analyzing. */
export function laneColumns(count: number): number {
  return count <= 4 ? 1 : count <= 10 ? 2 : 3;
}

const leftSteps: readonly number[] = [700, 900, 1150, 1450, 1850, 2300, 2900, 3600];

/**
 * Where the cycle begins, right of the ring: on a few fixed places, so that the ring may grow without pushing the cycle and
 * what people drew on it along (decision 0130).
 */
export function cycleLeft(ringRight: number): number {
  const least = ringRight + cycleMeasures.ringGap;
  return leftSteps.find((step) => least <= step) ?? Math.ceil(least / 1000) * 1000;
}

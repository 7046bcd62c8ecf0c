/** How large the ring is and how wide each wedge: the smallest ring of a fixed ladder on which every wedge holds its cards. */
import { frameMeasures } from './frameMeasures.ts';
import { wedgeHolds } from './rowPattern.ts';
import { wedgeRegion, type WedgeShape } from './wedgeRegion.ts';

export interface RingPlan {
  readonly step: number;
  readonly wedges: readonly WedgeShape[];
}

export interface RingRadii {
  readonly goal: number;
  readonly inner: number;
  readonly outer: number;
}

/** The radii after `step` steps of growth, whole numbers so that every screen has the same. */
export function ringRadii(step: number): RingRadii {
  const outer = Math.round(frameMeasures.firstRadius * frameMeasures.growth ** step);
  return {
    goal: Math.round(outer * frameMeasures.goalShare),
    inner: Math.round(outer * frameMeasures.innerShare),
    outer,
  };
}

/** Wedges of the given widths, the first one's middle at twelve o'clock. */
function shapesOf(angles: readonly number[], radii: RingRadii): readonly WedgeShape[] {
  let start = -Math.PI / 2 - (angles[0] ?? 0) / 2;
  return angles.map((angle) => {
    const shape = { start, end: start + angle, innerRadius: radii.inner, outerRadius: radii.outer };
    start += angle;
    return shape;
  });
}

function holds(shape: WedgeShape, wanted: number): boolean {
  return wedgeHolds(wedgeRegion(shape), wanted) >= wanted;
}

// Widths are looked for in hundredths of a degree-like grid: 1/720 of the circle.
const grid = (2 * Math.PI) / 720;

/** The least width, in grid units, at which a wedge with this middle holds `wanted` cards; null when even `most` is too little. */
function leastUnits(middle: number, wanted: number, radii: RingRadii, least: number, most: number): number | null {
  const fits = (units: number): boolean => {
    const half = (units * grid) / 2;
    return holds(
      { start: middle - half, end: middle + half, innerRadius: radii.inner, outerRadius: radii.outer },
      wanted,
    );
  };
  if (fits(least)) {
    return least;
  }
  if (!fits(most)) {
    return null;
  }
  let no = least;
  let yes = most;
  while (yes - no > 2) {
    const half = Math.floor((no + yes) / 2);
    if (fits(half)) {
      yes = half;
    } else {
      no = half;
    }
  }
  return yes;
}

/** Gives what is left of the circle to the narrowest wedges first: equal wedges, as far as the content lets them. */
function level(needs: readonly number[]): readonly number[] {
  let low = 0;
  let high = 720;
  for (let round = 0; round < 40; round += 1) {
    const water = (low + high) / 2;
    if (needs.reduce((sum, need) => sum + Math.max(need, water), 0) > 720) {
      high = water;
    } else {
      low = water;
    }
  }
  return needs.map((need) => Math.max(need, low));
}

/** Widths in radians on this ring, or null when the cards do not fit. `starting` is a guess of the widths in grid units. */
function widthsOn(radii: RingRadii, wanted: readonly number[]): readonly number[] | null {
  const count = wanted.length;
  if (count === 1) {
    return holds({ start: -1.5 * Math.PI, end: 0.5 * Math.PI, innerRadius: radii.inner, outerRadius: radii.outer }, wanted[0] ?? 0)
      ? [2 * Math.PI]
      : null;
  }
  const least = Math.max(8, Math.floor((720 / count) * frameMeasures.leastShare));
  let units: readonly number[] = level(wanted.map(() => 720 / count));
  const needs = wanted.map(() => least);
  for (let round = 0; round < 8; round += 1) {
    const shapes = shapesOf(units.map((unit) => unit * grid), radii);
    const short = shapes.map((shape, index) => !holds(shape, wanted[index] ?? 0));
    if (!short.includes(true)) {
      return units.map((unit) => unit * grid);
    }
    for (const [index, shape] of shapes.entries()) {
      if (round === 0 || short[index] === true) {
        const middle = (shape.start + shape.end) / 2;
        const need = leastUnits(middle, wanted[index] ?? 0, radii, least, 360);
        if (need === null) {
          return null;
        }
        // After the first round a need only grows, or two wedges could take the same room from each other for ever.
        needs[index] = round === 0 ? need : Math.max(need, (needs[index] ?? 0) + 1);
      }
    }
    if (needs.reduce((sum, need) => sum + need, 0) > 720 || needs.some((need) => need > 360)) {
      return null;
    }
    units = level(needs).map((unit) => Math.min(unit, 360));
  }
  return null;
}

/** The first ring of the ladder, not before `fromStep`, on which a wedge holds as many cards as `wanted` says. */
export function ringPlan(wanted: readonly number[], fromStep: number): RingPlan {
  const card = frameMeasures.card;
  const area = wanted.reduce((sum, count) => sum + count, 0) * card.width * card.height;
  for (let step = fromStep; ; step += 1) {
    const radii = ringRadii(step);
    // No ring holds more cards than its area does; saves looking at the smallest ones.
    if (Math.PI * (radii.outer ** 2 - radii.inner ** 2) * 0.85 < area) {
      continue;
    }
    const widths = wanted.length === 0 ? [] : widthsOn(radii, wanted);
    if (widths !== null) {
      return { step, wedges: shapesOf(widths, radii) };
    }
  }
}

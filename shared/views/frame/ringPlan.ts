/** How large the ring is and how wide each wedge: the smallest ring of a fixed ladder on which every wedge holds its cards. */
import { frameMeasures } from './frameMeasures.ts';
import { wedgeHolds } from './wedgeRows.ts';
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
  return wedgeHolds(wedgeRegion(shape), wanted);
}

// Widths are looked for in whole degrees.
const circle = 360;
const grid = (2 * Math.PI) / circle;

/** The least width, in grid units, at which a wedge with this middle holds `wanted` cards; null when even `most` is too little. */
function leastUnits(middle: number, wanted: number, radii: RingRadii, least: number, most: number): number | null {
  const fits = (units: number): boolean => {
    const half = (units * grid) / 2;
    return holds(
      { start: middle - half, end: middle + half, innerRadius: radii.inner, outerRadius: radii.outer },
      wanted,
    );
  };
  let no = least;
  let yes = least;
  while (!fits(yes)) {
    if (yes === most) {
      return null;
    }
    no = yes;
    yes = Math.min(most, Math.ceil(yes * 1.35));
  }
  while (yes - no > 1) {
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
  let high = circle;
  for (let round = 0; round < 40; round += 1) {
    const water = (low + high) / 2;
    if (needs.reduce((sum, need) => sum + Math.max(need, water), 0) > circle) {
      high = water;
    } else {
      low = water;
    }
  }
  return needs.map((need) => Math.max(need, low));
}

/** The part of the circle that the cards' bare area would take; rows can do no better. */
function areaShare(radii: RingRadii, count: number): number {
  const { width, height } = frameMeasures.card;
  return Math.floor((circle * count * width * height) / (Math.PI * (radii.outer ** 2 - radii.inner ** 2)));
}

/** Widths in radians on this ring, or null when the cards do not fit. */
function widthsOn(radii: RingRadii, wanted: readonly number[]): readonly number[] | null {
  const count = wanted.length;
  if (count === 1) {
    return holds(
      { start: -1.5 * Math.PI, end: 0.5 * Math.PI, innerRadius: radii.inner, outerRadius: radii.outer },
      wanted[0] ?? 0,
    )
      ? [2 * Math.PI]
      : null;
  }
  const least = Math.max(4, Math.floor((circle / count) * frameMeasures.leastShare));
  let units: readonly number[] = level(wanted.map(() => circle / count));
  const needs = wanted.map((cards) => Math.min(circle / 2, Math.max(least, areaShare(radii, cards))));
  for (let round = 0; round < 8; round += 1) {
    const shapes = shapesOf(
      units.map((unit) => unit * grid),
      radii,
    );
    const short = shapes.map((shape, index) => !holds(shape, wanted[index] ?? 0));
    if (!short.includes(true)) {
      return units.map((unit) => unit * grid);
    }
    let total = needs.reduce((sum, need) => sum + need, 0);
    for (const [index, shape] of shapes.entries()) {
      if (round === 0 || short[index] === true) {
        const middle = (shape.start + shape.end) / 2;
        const need = leastUnits(middle, wanted[index] ?? 0, radii, needs[index] ?? least, circle / 2);
        if (need === null) {
          return null;
        }
        total += need - (needs[index] ?? 0);
        if (total > circle) {
          return null;
        }
        // After the first round a need only grows, or two wedges could take the same room from each other for ever.
        needs[index] = round === 0 ? need : Math.max(need, (needs[index] ?? 0) + 1);
      }
    }
    if (needs.reduce((sum, need) => sum + need, 0) > circle || needs.some((need) => need > circle / 2)) {
      return null;
    }
    units = level(needs).map((unit) => Math.min(unit, circle / 2));
  }
  return null;
}

/**
 * A ring of the ladder on which a wedge holds as many cards as `wanted` says, while the one
 * before it is too small.
 */
export function ringPlan(wanted: readonly number[]): RingPlan {
  const plan = (step: number): RingPlan | null => {
    const radii = ringRadii(step);
    // No ring holds more cards than its area does; saves looking at the smallest ones.
    if (wanted.reduce((sum, count) => sum + areaShare(radii, count), 0) > circle) {
      return null;
    }
    const widths = wanted.length === 0 ? [] : widthsOn(radii, wanted);
    return widths === null ? null : { step, wedges: shapesOf(widths, radii) };
  };
  let low = 0;
  let stride = 8;
  let found = plan(low);
  if (found !== null) {
    return found;
  }
  for (found = plan(low + stride); found === null; found = plan(low + stride)) {
    low += stride;
    stride += 4;
  }
  // Between a ring that is too small and one that is large enough, halving finds the edge.
  while (found.step - low > 1) {
    const half = Math.floor((low + found.step) / 2);
    const smaller = plan(half);
    if (smaller === null) {
      low = half;
    } else {
      found = smaller;
    }
  }
  return found;
}

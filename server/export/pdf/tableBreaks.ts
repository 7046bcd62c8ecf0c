/** Where a table goes on to the next page: never with its head and one row alone, never with one or two rows left over. */

/** A table of so few rows stands on one page. */
const whole = 4;
const leastAtStart = 2;
const leastAtEnd = 3;

/** Rows that stand with the head, as heights together. */
export function heightAtStart(heights: readonly number[]): number {
  return sum(heights.slice(0, heights.length <= whole ? whole : leastAtStart));
}

/** Rows before which a page begins. Room is what rows have below the head, on this page and on a fresh one. */
export function tableBreaks(heights: readonly number[], room: number, freshRoom: number): ReadonlySet<number> {
  const breaks: number[] = [];
  let left = room;
  for (const [at, height] of heights.entries()) {
    if (height > left && at > 0) {
      breaks.push(at);
      left = freshRoom;
    }
    left -= height;
  }
  const last = breaks.at(-1) ?? 0;
  const wanted = Math.max(heights.length - leastAtEnd, (breaks.at(-2) ?? 0) + leastAtStart);
  for (let at = wanted; at < last; at += 1) {
    if (sum(heights.slice(at)) > freshRoom) continue;
    breaks[breaks.length - 1] = at;
    break;
  }
  return new Set(breaks);
}

function sum(heights: readonly number[]): number {
  return heights.reduce((all, height) => all + height, 0);
}

/** Where a box can stand without covering anything: the free place nearest to the wished one. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** left free between the box and what it stands beside */
const space = 40;
/** above so many boxes, those near each other count as one */
const maxBoxes = 40;

const overlaps = (a: Box, b: Box, between: number): boolean =>
  a.x < b.x + b.w + between && b.x < a.x + a.w + between && a.y < b.y + b.h + between && b.y < a.y + a.h + between;

function union(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y };
}

/** Boxes that touch or nearly touch as one box, until there are few enough. */
function gathered(boxes: readonly Box[]): readonly Box[] {
  let groups = [...boxes];
  for (let between = space; groups.length > maxBoxes; between *= 2) {
    const joined: Box[] = [];
    for (const box of groups) {
      const at = joined.findIndex((other) => overlaps(box, other, between));
      const other = joined[at];
      if (other === undefined) joined.push(box);
      else joined[at] = union(box, other);
    }
    groups = joined;
  }
  return groups;
}

export function freePlace(wished: Box, taken: readonly Box[]): Box {
  const boxes = gathered(taken);
  const isFree = (place: Box): boolean => !boxes.some((box) => overlaps(place, box, space / 2));
  const xs = [wished.x, ...boxes.flatMap(({ x, w }) => [x + w + space, x - wished.w - space])];
  const ys = [wished.y, ...boxes.flatMap(({ y, h }) => [y + h + space, y - wished.h - space])];
  const distance = (x: number, y: number): number => Math.hypot(x - wished.x, y - wished.y);
  // beyond everything is always room, so one of them is free
  return (
    xs
      .flatMap((x) => ys.map((y) => ({ x, y, away: distance(x, y) })))
      .toSorted((a, b) => a.away - b.away)
      .map(({ x, y }) => ({ ...wished, x, y }))
      .find(isFree) ?? wished
  );
}

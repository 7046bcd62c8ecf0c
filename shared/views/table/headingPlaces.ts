/** Where the heading of a wedge may stand: in the middle, as near to the rim as it goes. */
import type { Box, Point } from '../frame/FrameLayout.ts';
import type { Room } from './Room.ts';
import type { BlockForm, BlockForms, PlacedBlock } from './TableLayout.ts';

/** No heading stands nearer to the goal than this part of the way from the rim. */
const deepest = 0.6;
/** Of the steps in which a heading looks for its place, first and then around what it found. */
const coarse = 8;
const fine = 2;
/** One line of a heading less is worth so many points away from the rim. */
const perLine = 9;

interface Place<H> {
  readonly cost: number;
  readonly block: PlacedBlock<H>;
}

/** So many ways to write it at most, the best of them first. `rim`: the middle of the wedge there. */
export function headingPlaces<H>(
  room: Room,
  rim: Point,
  forms: BlockForms<H>,
  count: number,
): readonly PlacedBlock<H>[] {
  let best = placesIn(room, rim, forms, { count, stride: coarse });
  if (best.length === 0) best = placesIn(room, rim, forms, { count: 1, stride: fine });
  return best.map(({ block }) => block);
}

interface Search {
  readonly count: number;
  readonly stride: number;
}

function placesIn<H>(room: Room, rim: Point, forms: BlockForms<H>, { count, stride }: Search): readonly Place<H>[] {
  const best: Place<H>[] = [];
  for (const [at, form] of forms.entries()) {
    // the next ones cost at least as much
    const most = (best[count - 1]?.cost ?? Infinity) - at * perLine;
    if (most <= 0) break;
    const away = freeAway(room, rim, form, { most, stride });
    if (away === null) continue;
    best.push({ cost: away + at * perLine, block: { box: boxAt(rim, form, away), content: form.content } });
    best.sort((one, other) => one.cost - other.cost);
    best.length = Math.min(best.length, count);
  }
  return best;
}

/** How far from the rim it stands free. */
function freeAway(
  room: Room,
  rim: Point,
  form: BlockForm<unknown>,
  { most, stride }: { readonly most: number; readonly stride: number },
): number | null {
  const end = Math.min(Math.hypot(rim.x, rim.y) * deepest, most);
  for (let away = 0; away < end; away += stride) {
    if (!room.isFree(boxAt(rim, form, away))) continue;
    while (away >= fine && room.isFree(boxAt(rim, form, away - fine))) away -= fine;
    return away;
  }
  return null;
}

function boxAt(rim: Point, { width, height }: BlockForm<unknown>, away: number): Box {
  const share = 1 - away / Math.hypot(rim.x, rim.y);
  return { x: rim.x * share - width / 2, y: rim.y * share - height / 2, width, height };
}

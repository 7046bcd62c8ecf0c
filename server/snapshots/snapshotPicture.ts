/** A small picture of a map for lists: the table with its wedges, and a dot for each organization in them. SVG without words. */
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { frameMeasures, frameTable } from '#shared/views/frame/frameMeasures.ts';
import { inOrder } from '#shared/views/frame/boardOrder.ts';
import type { FrameCard, Point } from '#shared/views/frame/FrameLayout.ts';
import { pointAt } from '#shared/views/frame/wedgePosition.ts';
import { wedgeEdges } from '#shared/views/table/roundedTable.ts';

const width = 160;
const height = 92;
const dot = 3.4;

/** A wedge has room for so many dots more than it has. */
const spare = 3;

/** A curve with its handles so far out leaves the rim by less than a third of a point at this size. */
const bend = 0.954;

/** Where dots stand is of no account at this size; how many there are is. */
export function snapshotPicture(map: PartnershipMap): string {
  const { interests, cards } = inOrder({
    interests: map.interests.map(({ id, title, order }) => ({ id, title, order })),
    cards: cardsOf(map),
  });
  const counts = interests.map(({ id }) => cards.filter(({ interestId }) => interestId === id).length);
  const all = counts.reduce((sum, count) => sum + count + spare, 0);
  const edges =
    interests.length === 0
      ? []
      : wedgeEdges(
          frameTable,
          counts.map((count) => (count + spare) / all),
        );
  const scale = (width / 2 - 3) / frameTable.a;
  const at = (length: number, middle: number): string => String(Math.round((middle + length * scale) * 10) / 10);
  const place = ({ x, y }: Point): string => `${at(x, width / 2)} ${at(y, height / 2)}`;
  const lines = edges
    .flatMap(({ from }) => (from === null ? [] : [`M${place(from.ring)}L${place(from.rim)}`]))
    .join('');
  const dots = edges.flatMap((wedge, index) =>
    spread(counts[index] ?? 0).map((position) => `M${place(pointAt(wedge, position))}h0`),
  );
  const beside = (one: Point, other: Point): string => place({ x: one.x + other.x * bend, y: one.y + other.y * bend });
  const { a, b } = frameTable;
  const turns = [
    { x: 0, y: -b },
    { x: a, y: 0 },
    { x: 0, y: b },
    { x: -a, y: 0 },
  ];
  const rim = turns.map((to, index) => {
    const from = turns.at(index - 1) ?? to;
    return `C${beside(from, to)} ${beside(to, from)} ${place(to)}`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">` +
    `<path d="M${place({ x: -a, y: 0 })}${rim.join('')}Z" fill="#fffdf8" stroke="#b9b3a4"/>` +
    (lines === '' ? '' : `<path d="${lines}" stroke="#b9b3a4"/>`) +
    `<circle cx="${width / 2}" cy="${height / 2}" r="${Math.round(frameMeasures.goal * scale)}" fill="#0b4f4a"/>` +
    (dots.length === 0
      ? ''
      : `<path d="${dots.join('')}" stroke="#1c2733" stroke-width="${dot}" stroke-linecap="round"/>`) +
    '</svg>'
  );
}

/** In rows from the rim inward, fewer in each. */
function spread(count: number): readonly { readonly angle: number; readonly radius: number }[] {
  const rows = Math.max(1, Math.ceil(Math.sqrt(count / 1.5)));
  const perRow = Math.ceil(count / rows);
  return Array.from({ length: count }, (_, at) => {
    const row = Math.floor(at / perRow);
    const inRow = Math.min(perRow, count - row * perRow);
    return { angle: ((at % perRow) + 0.5) / inRow, radius: 0.82 - (row * 0.62) / rows };
  });
}

/** One card per organization and interest, in the order in which they stand on the map. */
function cardsOf(map: PartnershipMap) {
  const cards = new Map<string, FrameCard>();
  for (const { organization_id: organizationId, interest_id: interestId, order } of map.placements) {
    if (interestId === null) continue;
    const placementId = `${organizationId} ${interestId}`;
    if (cards.has(placementId)) continue;
    cards.set(placementId, {
      placementId,
      organizationId,
      interestId,
      name: '',
      tokenCount: 0,
      hasState: false,
      addedOrder: order,
    });
  }
  return [...cards.values()];
}

/** A small picture of a map for lists: the ring with its wedges, and a dot for each organization in them. SVG without words. */
import { layoutFrame } from '#shared/views/frame/layoutFrame.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';

const size = 96;
const dot = 3.4;

export function snapshotPicture(map: PartnershipMap): string {
  const layout = layoutFrame({
    interests: map.interests.map(({ id, title, weight, order }) => ({ id, title, weight, order })),
    cards: cardsOf(map),
  });
  const scale = (size / 2 - 3) / layout.outerRadius;
  const at = (length: number): string => String(Math.round((size / 2 + length * scale) * 10) / 10);
  const place = ({ x, y }: { x: number; y: number }): string => `${at(x)} ${at(y)}`;
  const radius = (length: number): number => Math.round(length * scale * 10) / 10;
  const ring = (length: number, rest: string): string =>
    `<circle cx="${size / 2}" cy="${size / 2}" r="${radius(length)}" ${rest}/>`;
  const wedges =
    layout.wedges.length < 2
      ? ''
      : layout.wedges.map(({ corners: [inner, outer] }) => `M${place(inner)}L${place(outer)}`).join('');
  const cards = layout.cards.map(({ center }) => `M${place(center)}h0`).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">` +
    ring(layout.outerRadius, 'fill="#fffdf8" stroke="#b9b3a4"') +
    (wedges === '' ? '' : `<path d="${wedges}" stroke="#b9b3a4"/>`) +
    ring(layout.goal.radius, 'fill="#0b4f4a"') +
    (cards === '' ? '' : `<path d="${cards}" stroke="#1c2733" stroke-width="${dot}" stroke-linecap="round"/>`) +
    '</svg>'
  );
}

/** One card per organization and interest, in the order in which they stand on the map. */
function cardsOf(map: PartnershipMap) {
  const cards = new Map<string, Parameters<typeof layoutFrame>[0]['cards'][number]>();
  for (const { organization_id: organizationId, interest_id: interestId, position, order } of map.placements) {
    if (interestId === null) continue;
    const placementId = `${organizationId} ${interestId}`;
    if (cards.has(placementId)) continue;
    const byHand = position === null ? {} : { position: { angle: position[0], radius: position[1] } };
    cards.set(placementId, {
      placementId,
      organizationId,
      interestId,
      name: '',
      tokenCount: 0,
      addedOrder: order,
      ...byHand,
    });
  }
  return [...cards.values()];
}

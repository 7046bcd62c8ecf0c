/** What of the frame a board opens on. */
import { wedgeOutline } from '#shared/drawings/rimPath.ts';
import type { Box, FrameLayout, WedgeLayout } from '#shared/views/frame/FrameLayout.ts';
import { frameMeasures, frameTable } from '#shared/views/frame/frameMeasures.ts';

/** Plain letters of so many pixels are written with 8.5, in the room of the sector's sign; smaller ones are not read across a table. */
const least = 7.9;

/** The whole table where its names can be read, else one wedge: the first in which somebody stands. */
export function openedArea(layout: FrameLayout, zoomToFit: (area: Box) => number): Box {
  const { bounds, style, wedges, cards } = layout;
  const wedge = wedges.find(({ interestId }) => cards.some((card) => card.interestId === interestId));
  const letters = frameMeasures.card.name * style.scale * zoomToFit(bounds);
  return letters >= least || wedge === undefined ? bounds : areaOf(wedge);
}

function areaOf({ edges, chairs }: WedgeLayout): Box {
  const points = [
    ...wedgeOutline(frameTable, edges),
    ...chairs.flatMap(({ x, y, size }) => [
      { x: x - size / 2, y: y - size / 2 },
      { x: x + size / 2, y: y + size / 2 },
    ]),
  ];
  const [left, top] = [Math.min(...points.map(({ x }) => x)), Math.min(...points.map(({ y }) => y))];
  const [right, bottom] = [Math.max(...points.map(({ x }) => x)), Math.max(...points.map(({ y }) => y))];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

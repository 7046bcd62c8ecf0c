/** What the map itself takes of the first page: the ring with its headings, the cards below it, the rounds of the cycle. */
import { cycleInput } from '#shared/views/cycle/cycleInput.ts';
import { cycleLeft } from '#shared/views/cycle/cycleMeasures.ts';
import { layoutCycle } from '#shared/views/cycle/layoutCycle.ts';
import { besideRing } from '#shared/views/frame/besideRing.ts';
import { frameInput, peopleOnCards } from '#shared/views/frame/frameContents.ts';
import { frameMeasures } from '#shared/views/frame/frameMeasures.ts';
import { layoutFrame } from '#shared/views/frame/layoutFrame.ts';
import { indexMap } from '#shared/map/MapIndex.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { notPlaced } from '#shared/map/readings/notPlaced.ts';
import type { Box } from './freePlace.ts';

const boxOf = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Box => ({
  x,
  y,
  w: width,
  h: height,
});

export function takenByMap(map: PartnershipMap, day: string): Box[] {
  const index = indexMap(map, day);
  const ring = layoutFrame(frameInput(index, peopleOnCards(index)));
  const { bounds } = layoutCycle(cycleInput(map, cycleLeft(ring.bounds.x + ring.bounds.width)));
  const { width, height } = frameMeasures.card;
  const below = besideRing(ring, notPlaced(map).length).map(({ x, y }) => boxOf({ x, y, width, height }));
  return [boxOf(ring.bounds), ...below, ...(bounds === null ? [] : [boxOf(bounds)])];
}

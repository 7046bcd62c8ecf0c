/** Everything that is computed from a map on a day and shown in the panels, computed together once. */
import { indexMap, type MapIndex } from '#shared/map/MapIndex.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { coverage, coveragePercent, type CoverageRow } from '#shared/map/readings/coverage.ts';
import { type GoalPath, goalPath } from '#shared/map/readings/goalPath.ts';
import { type FindingCard, findingCards, findingStates, type FindingState } from '#shared/map/rules/computeFindings.ts';

export interface MapReadings {
  readonly index: MapIndex;
  readonly coverage: ReadonlyMap<string, CoverageRow>;
  readonly percent: number;
  readonly goalPath: GoalPath | null;
  /** findings that nobody accepted, as cards in the order in which people see them */
  readonly open: readonly FindingCard[];
  /** accepted findings that still hold */
  readonly accepted: readonly FindingState[];
  /** number of open cards that are no strengths: things to talk about */
  readonly openCount: number;
}

/** The readings of a map on a day. */
export function readMapOn(map: PartnershipMap, asOf: string): MapReadings {
  const index = indexMap(map, asOf);
  const states = findingStates(index);
  const cards = findingCards(states.filter((state) => state.accepted === null));
  return {
    index,
    coverage: new Map(coverage(index).map((row) => [row.interest, row])),
    percent: coveragePercent(index),
    goalPath: goalPath(index),
    open: cards,
    accepted: states.filter((state) => state.accepted !== null),
    openCount: cards.filter((card) => card.severity !== 'strength').length,
  };
}

/** Coverage: who speaks for each interest, by kind and by sector, and the percent that is shown with it. */
import type { MapIndex } from '../MapIndex.ts';
import { type RepresentativeKind, representativeKinds, type Weight } from '#shared/kinds/values.ts';

export type CoverageWord = 'gap' | 'thin' | 'covered';

export interface CoverageRow {
  readonly interest: string;
  readonly weight: Weight;
  readonly counts: Readonly<Record<RepresentativeKind, number>>;
  readonly words: Readonly<Record<RepresentativeKind, CoverageWord>>;
  /** sector -> partner organizations placed here; only sectors that are here */
  readonly sectors: ReadonlyMap<string, number>;
}

/** 0 = gap, 1 = thin, 2 or more = covered. */
export function coverageWord(count: number): CoverageWord {
  if (count === 0) return 'gap';
  return count === 1 ? 'thin' : 'covered';
}

/** Weight 2 for essential, 1 for supporting. */
export function weightOf(weight: Weight): number {
  return weight === 'essential' ? 2 : 1;
}

/** One row per interest, in table order. */
export function coverage(index: MapIndex): readonly CoverageRow[] {
  return index.map.interests.map((interest) => {
    const counts = index.voices.get(interest.id) ?? { designee: 0, doer: 0, decision_maker: 0 };
    const here = new Set(
      (index.placementsOfInterest.get(interest.id) ?? []).map((placement) => placement.organization_id),
    );
    const sectors = new Map<string, number>();
    for (const id of here) {
      const sector = index.organizations.get(id)?.sector ?? null;
      if (sector !== null) sectors.set(sector, (sectors.get(sector) ?? 0) + 1);
    }
    const words = {
      designee: coverageWord(counts.designee),
      doer: coverageWord(counts.doer),
      decision_maker: coverageWord(counts.decision_maker),
    };
    return { interest: interest.id, weight: interest.weight, counts, words, sectors };
  });
}

/** Sum of weight x kinds present over sum of weight x 3, in whole percent; 0 without interests. */
export function coveragePercent(index: {
  readonly map: Pick<MapIndex['map'], 'interests'>;
  readonly voices: MapIndex['voices'];
}): number {
  let present = 0;
  let possible = 0;
  for (const interest of index.map.interests) {
    const counts = index.voices.get(interest.id);
    const kinds = counts ? representativeKinds.filter((kind) => counts[kind] > 0).length : 0;
    present += weightOf(interest.weight) * kinds;
    possible += weightOf(interest.weight) * representativeKinds.length;
  }
  return possible === 0 ? 0 : Math.round((present / possible) * 100);
}

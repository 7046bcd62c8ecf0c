/** What the percent of coverage is counted over, at two moments: without it a percent that rose because an interest went reads as progress. */
import type { MapIndex } from '../MapIndex.ts';
import { coveragePercent } from './coverage.ts';

/** How the base differs. */
export interface BaseChange {
  /** ids of interests */
  readonly came: readonly string[];
  readonly went: readonly string[];
  /** those that count twice now, or no longer */
  readonly weighted: readonly string[];
  /** The percent of both moments over the interests that stayed, with their weights of now; null when none stayed. */
  readonly stayed: { readonly count: number; readonly before: number; readonly after: number } | null;
}

/** Null while both percents are counted over the same interests with the same weights. */
export function compareBase(before: MapIndex, after: MapIndex): BaseChange | null {
  const [was, is] = [before.map.interests, after.map.interests];
  const weights = new Map(is.map(({ id, weight }) => [id, weight]));
  const there = new Set(was.map(({ id }) => id));
  const came = is.flatMap(({ id }) => (there.has(id) ? [] : id));
  const went = was.flatMap(({ id }) => (weights.has(id) ? [] : id));
  const weighted = was.flatMap(({ id, weight }) => (weights.has(id) && weights.get(id) !== weight ? id : []));
  if (came.length + went.length + weighted.length === 0) return null;
  const common = is.filter(({ id }) => there.has(id));
  const over = ({ voices, map }: MapIndex): number => coveragePercent({ voices, map: { ...map, interests: common } });
  return {
    came,
    went,
    weighted,
    stayed: common.length === 0 ? null : { count: common.length, before: over(before), after: over(after) },
  };
}

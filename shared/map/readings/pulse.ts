/** The trust pulse: means and counts per item, shown only when enough people answered. */
import type { EntityOf } from '../collections.ts';
import type { MapIndex } from '../MapIndex.ts';
import { rounded } from './goalPath.ts';

const fewest = 5;
const quarter = 0.25;

export interface PulseItem {
  readonly item: string;
  /** two places; null without answers */
  readonly mean: number | null;
  readonly counts: readonly number[];
  /** at least a quarter gave 1 or 2 and at least a quarter 4 or 5 */
  readonly divided: boolean;
}

/** Below this many answers nothing is shown. */
function pulseThreshold(index: MapIndex): number {
  return Math.max(fewest, index.map.partnership.min_responses);
}

/** Pulses closed until the day of the index, oldest first. */
export function closedPulses(index: MapIndex): readonly EntityOf<'trust_pulses'>[] {
  return index.map.trust_pulses
    .filter((pulse) => pulse.closed_on <= index.asOf)
    .toSorted((a, b) => (a.closed_on === b.closed_on ? 0 : a.closed_on < b.closed_on ? -1 : 1));
}

/**
 * False below the threshold. One without any counts is not shown whatever its answers: too few of them were of people who had
 * joined before it began (SEALED-22).
 */
export function isShown(index: MapIndex, pulse: EntityOf<'trust_pulses'>): boolean {
  return pulse.responded >= pulseThreshold(index) && Object.keys(pulse.items).length > 0;
}

/** Closed pulses with enough answers, oldest first. */
export function shownPulses(index: MapIndex): readonly EntityOf<'trust_pulses'>[] {
  return closedPulses(index).filter((pulse) => isShown(index, pulse));
}

/** The mean of five counts; exact, null without answers. */
export function meanOf(counts: readonly number[]): number | null {
  const answers = counts.reduce((sum, count) => sum + count, 0);
  return answers === 0 ? null : counts.reduce((sum, count, place) => sum + count * (place + 1), 0) / answers;
}

function isDivided(counts: readonly number[]): boolean {
  const [one = 0, two = 0, three = 0, four = 0, five = 0] = counts;
  const answers = one + two + three + four + five;
  return answers > 0 && one + two >= quarter * answers && four + five >= quarter * answers;
}

/** The items of a pulse in the order of the board's items, or null while too few answered. */
export function pulseItems(index: MapIndex, pulse: EntityOf<'trust_pulses'>): readonly PulseItem[] | null {
  if (!isShown(index, pulse)) return null;
  const known = index.map.trust_items.map((item) => item.id).filter((id) => Object.hasOwn(pulse.items, id));
  const others = Object.keys(pulse.items).filter((id) => !known.includes(id));
  return [...known, ...others].map((item) => {
    const counts = pulse.items[item] ?? [];
    const mean = meanOf(counts);
    return { item, mean: mean === null ? null : rounded(mean), counts, divided: isDivided(counts) };
  });
}

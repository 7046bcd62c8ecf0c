/** The goal: what is missing to measure it, and where it stands against the straight line to its target. */
import type { EntityOf } from '../collections.ts';
import { dayNumber } from '../days.ts';
import type { MapIndex } from '../MapIndex.ts';

export type GoalGap = 'indicator' | 'baseline_value' | 'baseline_date' | 'target_value' | 'target_date';
export type PathStatus = 'behind' | 'on path' | 'ahead';

export interface GoalPath {
  readonly latest: number;
  readonly expected: number;
  readonly gap: number;
  readonly tolerance: number;
  readonly status: PathStatus;
}

/** Two places after the point. */
export function rounded(value: number): number {
  const made = Math.round((value + Number.EPSILON * Math.sign(value)) * 100) / 100;
  return made === 0 ? 0 : made;
}

/** What the goal still lacks to be measured. */
export function goalGaps(goal: EntityOf<'goal'>): readonly GoalGap[] {
  const gaps: GoalGap[] = [];
  if (goal.indicator_id === null) gaps.push('indicator');
  if (goal.baseline.value === null) gaps.push('baseline_value');
  if (goal.baseline.date === null) gaps.push('baseline_date');
  if (goal.target.value === null) gaps.push('target_value');
  if (goal.target.date === null) gaps.push('target_date');
  return gaps;
}

/** The indicator that the goal names. */
export function headlineIndicator(index: MapIndex): EntityOf<'indicators'> | undefined {
  const indicator = index.indicators.get(index.map.goal.indicator_id ?? '');
  return indicator?.status === 'used' ? indicator : undefined;
}

/** Actual measurements up to the day of the index. */
export function actualMeasurements(index: MapIndex, indicator: string): readonly EntityOf<'measurements'>[] {
  return (index.measurementsOf.get(indicator) ?? []).filter((row) => row.status === 'actual' && row.date <= index.asOf);
}

/** The one with the latest date. */
export function latestOf<E extends { readonly date: string }>(rows: readonly E[]): E | undefined {
  return rows.reduce<E | undefined>(
    (latest, row) => (latest === undefined || row.date >= latest.date ? row : latest),
    undefined,
  );
}

/**
 * Straight line from baseline to target against the latest actual value after the baseline; gap = value minus line,
 * positive = better; tolerance 10 % of the whole distance. Null while the goal cannot be measured.
 */
function exactPath(index: MapIndex): GoalPath | null {
  const { goal } = index.map;
  const { baseline, target } = goal;
  if (goal.statement.trim() === '' || goal.indicator_id === null) return null;
  if (baseline.value === null || baseline.date === null || target.value === null || target.date === null) return null;
  const start = baseline.date;
  const span = dayNumber(target.date) - dayNumber(start);
  if (span <= 0) return null;
  const rows = actualMeasurements(index, goal.indicator_id).filter((row) => row.group === 'all' && row.date > start);
  const latest = latestOf(rows);
  if (!latest) return null;
  const distance = target.value - baseline.value;
  const expected = baseline.value + (distance * (dayNumber(latest.date) - dayNumber(start))) / span;
  const above = latest.value - expected;
  const gap = goal.direction === 'increase' ? above : goal.direction === 'decrease' ? -above : -Math.abs(above);
  const tolerance = Math.abs(distance) / 10;
  // amounts are decimal: what differs only in the last bits is equal
  const slack = 1e-9 * Math.max(1, Math.abs(expected));
  const status = gap < -tolerance - slack ? 'behind' : gap > tolerance + slack ? 'ahead' : 'on path';
  return { latest: latest.value, expected, gap, tolerance, status };
}

/** The path to the target, numbers with two places. */
export function goalPath(index: MapIndex): GoalPath | null {
  const path = exactPath(index);
  if (!path) return null;
  return { ...path, expected: rounded(path.expected), gap: rounded(path.gap), tolerance: rounded(path.tolerance) };
}

/** The seven points with a word and an arrow each. No colors alone, no overall grade. */
import type { MapIndex } from '../map/MapIndex.ts';
import { arrangeFindings, computeFindings } from '../map/rules/computeFindings.ts';
import type { Finding } from '../map/rules/Finding.ts';
import { ruleFacts } from '../map/rules/ruleBook.ts';

export const points = ['frame', '1', '2', '3', '4', '5', '6', '7'] as const;
export type Point = (typeof points)[number];
export type PointStatus = 'onTrack' | 'attention' | 'unknown';
export type Trend = 'better' | 'same' | 'worse' | 'first';

export interface PointState {
  readonly point: Point;
  readonly status: PointStatus;
  readonly trend: Trend;
  /** what asks for attention, the first first */
  readonly open: readonly Finding[];
}

/** Rules of a point; those across all points are no point's own. */
const rulesOf = (point: Point): ReadonlySet<string> =>
  new Set(ruleFacts.filter((rule) => rule.point === point).map(({ id }) => id));

/** Whether the map holds anything from which the point can be judged. */
function isKnown(index: MapIndex, point: Point): boolean {
  const { map } = index;
  switch (point) {
    case 'frame':
      return index.partners.length > 0;
    case '1':
      return map.goal.statement.trim() !== '';
    case '2':
      return map.experiments.length > 0 || map.notes.some((note) => note.level !== null);
    case '3':
      return index.representatives.length > 0;
    case '4':
      return map.bodies.length > 0 || index.representatives.length >= 8;
    case '5':
      return map.experiments.length > 0 || map.iterations.length > 0;
    case '6':
      return map.trust_stages.length > 0;
    case '7':
      return map.notes.length > 0;
  }
}

function openIn(index: MapIndex, point: Point): readonly Finding[] {
  const own = rulesOf(point);
  const loud = computeFindings(index).filter(
    ({ rule, severity }) => own.has(rule) && (severity === 'alert' || severity === 'warning'),
  );
  return arrangeFindings(index, loud);
}

/** An alert counts as much as three warnings. */
const load = (findings: readonly Finding[]) =>
  findings.reduce((sum, { severity }) => sum + (severity === 'alert' ? 3 : 1), 0);

export function statusBoard(index: MapIndex, before: MapIndex | null): readonly PointState[] {
  return points.map((point) => {
    const open = openIn(index, point);
    const status = open.length > 0 ? 'attention' : isKnown(index, point) ? 'onTrack' : 'unknown';
    return { point, status, open, trend: before === null ? 'first' : trendOf(index, before, point, load(open)) };
  });
}

function trendOf(index: MapIndex, before: MapIndex, point: Point, now: number): Trend {
  // What was not known then is neither better nor worse.
  if (!isKnown(before, point) || !isKnown(index, point)) return 'same';
  const then = load(openIn(before, point));
  return now < then ? 'better' : now > then ? 'worse' : 'same';
}

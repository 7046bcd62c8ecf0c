/** What is under a point of the cycle: where something that is dropped there belongs. */
import type { Point } from '#shared/views/frame/FrameLayout.ts';
import type { Stage } from '#shared/kinds/values.ts';
import type { CycleLayout, RoundLayout } from './CycleLayout.ts';

export type CycleTarget =
  /** Of a quarter, with the place in its order that is nearest. */
  | { readonly part: 'quarter'; readonly round: RoundLayout; readonly stage: Stage; readonly place: number }
  | { readonly part: 'lane'; readonly round: RoundLayout }
  | { readonly part: 'hub'; readonly round: RoundLayout }
  | null;

const stageAt = (isLeft: boolean, isUpper: boolean): Stage =>
  isUpper
    ? isLeft
      ? 'problem_defining'
      : 'interpreting_hypothesizing'
    : isLeft
      ? 'analyzing_reflecting'
      : 'solution_finding';

export function cycleTarget(layout: CycleLayout, at: Point): CycleTarget {
  for (const round of layout.rounds) {
    const { center, radius, hubRadius, lane } = round;
    const [x, y] = [at.x - center.x, at.y - center.y];
    const away = Math.hypot(x, y);
    if (away <= hubRadius) return { part: 'hub', round };
    if (at.x >= lane.x && at.x <= lane.x + lane.width && at.y >= lane.y && at.y <= lane.y + lane.height)
      return { part: 'lane', round };
    if (away > radius) continue;
    const stage = stageAt(x < 0, y < 0);
    const slots = round.quarters.find((quarter) => quarter.stage === stage)?.slots ?? [];
    let [place, nearest] = [0, Infinity];
    for (const [index, slot] of slots.entries()) {
      const distance = Math.hypot(slot.x + slot.width / 2 - at.x, slot.y + slot.height / 2 - at.y);
      if (distance < nearest) [place, nearest] = [index, distance];
    }
    return { part: 'quarter', round, stage, place };
  }
  return null;
}

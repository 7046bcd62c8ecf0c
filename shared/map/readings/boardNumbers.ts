/** The numbers that go with the findings, in the words of files. */
import type { MapIndex } from '../MapIndex.ts';
import { coveragePercent } from './coverage.ts';
import { type GoalPath, goalPath } from './goalPath.ts';
import { grassrootsPathSteps } from './pathOfVoice.ts';

export interface BoardNumbers {
  readonly coverage_percent: number;
  readonly goal_path: GoalPath | null;
  /** steps of every grassroots partner to a deciding body; null = no path */
  readonly path_steps: Readonly<Record<string, number | null>>;
}

/** Coverage percent, path to the target, path of voice of each grassroots partner. */
export function boardNumbers(index: MapIndex): BoardNumbers {
  return {
    coverage_percent: coveragePercent(index),
    goal_path: goalPath(index),
    path_steps: grassrootsPathSteps(index),
  };
}

/**
 * The two ready agendas. Their words are written into the agenda when a facilitator chooses one; from then on they are the
 * board's own text, to be changed like any other.
 */
import type { TFunction } from 'i18next';
import { skeletonGroups, toolGroups } from '#shared/kinds/toolGroups.ts';
import type { Step } from '#shared/wire/WorkshopState.ts';

export interface RunSheet {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly steps: readonly Step[];
}

const cycle: Step['tools'] = ['cycle', 'sheets', 'notes'];
const nothing: Step['tools'] = [];
/** in a break: whatever is not of the skeleton */
const betweenSteps = toolGroups.filter(
  (group) => group !== 'structure' && !skeletonGroups.some((one) => one === group),
);

type Plan = readonly [id: string, minutes: number, view: Step['view'], tools: Step['tools'], stage?: Step['stage']];

const plans: ReadonlyArray<{
  readonly id: 'needed' | 'experiments';
  readonly minutes: number;
  readonly steps: readonly Plan[];
}> = [
  {
    id: 'needed',
    minutes: 90,
    steps: [
      ['n1', 5, 'frame', ['notes', 'draw']],
      ['n2', 10, 'goal', ['goal', 'numbers', 'sheets', 'notes']],
      ['n3', 20, 'frame', ['interests', 'sheets', 'notes']],
      ['n4', 20, 'frame', ['people', 'notes']],
      ['n5', 12, 'coverage', ['people', 'actions', 'notes']],
      ['n6', 10, 'cycle', cycle, 'interpreting_hypothesizing'],
      ['n7', 5, 'frame', nothing],
      ['n8', 6, 'actions', ['actions']],
      ['n9', 2, 'frame', nothing],
    ],
  },
  {
    id: 'experiments',
    minutes: 240,
    steps: [
      ['x1', 15, 'frame', ['trust', 'sheets', 'notes', 'draw']],
      ['x2', 25, 'goal', ['goal', 'numbers', 'sheets', 'notes']],
      ['x3', 35, 'frame', ['interests', 'sheets', 'notes']],
      ['x4', 10, 'free', betweenSteps],
      ['x5', 40, 'frame', ['people', 'notes']],
      ['x6', 20, 'findings', ['people', 'actions', 'notes']],
      ['x7', 20, 'free', ['structure', 'notes', 'draw']],
      ['x8', 15, 'free', betweenSteps],
      ['x9', 7, 'cycle', ['cycle', 'rounds', 'sheets', 'notes'], 'problem_defining'],
      ['x10', 8, 'cycle', cycle, 'interpreting_hypothesizing'],
      ['x11', 10, 'cycle', cycle, 'solution_finding'],
      ['x12', 10, 'cycle', cycle, 'analyzing_reflecting'],
      ['x13', 8, 'frame', ['trust']],
      ['x14', 12, 'actions', ['actions', 'cycle']],
      ['x15', 5, 'frame', nothing],
    ],
  },
];

/** In the words of one language. */
export function runSheetsIn(t: TFunction): readonly RunSheet[] {
  return plans.map(({ id, minutes, steps }) => ({
    id,
    minutes,
    title: t(`runSheets.${id}.title`),
    summary: t(`runSheets.${id}.summary`),
    steps: steps.map(([step, stepMinutes, view, tools, stage = null]) => ({
      id: step,
      title: t(`runSheets.${id}.steps.${step}.title` as 'runSheets.needed.steps.n1.title'),
      minutes: stepMinutes,
      instruction: t(`runSheets.${id}.steps.${step}.instruction` as 'runSheets.needed.steps.n1.title'),
      view,
      stage,
      tools,
    })),
  }));
}

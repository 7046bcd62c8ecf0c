/**
 * The two ready agendas. Their words are written into the agenda when a facilitator chooses one; from then on they are the
 * board's own text, to be changed like any other.
 */
import type { TFunction } from 'i18next';
import type { Step } from '#shared/wire/WorkshopState.ts';

export interface RunSheet {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly steps: readonly Step[];
}

const everything = null;
const frame: Step['tools'] = ['map', 'notes'];
const cycle: Step['tools'] = ['cycle', 'notes'];
const nothing: Step['tools'] = [];

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
      ['n2', 10, 'goal', frame],
      ['n3', 20, 'frame', frame],
      ['n4', 20, 'frame', frame],
      ['n5', 12, 'coverage', ['map', 'actions', 'notes']],
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
      ['x1', 15, 'frame', ['notes', 'draw']],
      ['x2', 25, 'goal', frame],
      ['x3', 35, 'frame', frame],
      ['x4', 10, 'free', everything],
      ['x5', 40, 'frame', frame],
      ['x6', 20, 'findings', ['map', 'actions', 'notes']],
      ['x7', 20, 'free', ['map', 'notes', 'draw']],
      ['x8', 15, 'free', everything],
      ['x9', 7, 'cycle', cycle, 'problem_defining'],
      ['x10', 8, 'cycle', cycle, 'interpreting_hypothesizing'],
      ['x11', 10, 'cycle', cycle, 'solution_finding'],
      ['x12', 10, 'cycle', cycle, 'analyzing_reflecting'],
      ['x13', 8, 'frame', nothing],
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

/**
 * The two ready agendas. Their words are written into the agenda when a facilitator chooses one; from then on they are the
 * board's own text, to be changed like any other.
 */
import type { TFunction } from 'i18next';
import { skeletonGroups, toolGroups } from '#shared/kinds/toolGroups.ts';
import type { Stage } from '#shared/kinds/values.ts';
import type { StepActivity, VoteSubject } from '#shared/wire/StepActivity.ts';
import type { Step } from '#shared/wire/WorkshopState.ts';
import type { NotedStep } from './mergeAgenda.ts';

export interface RunSheet {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly steps: readonly NotedStep[];
}

const goal: Step['tools'] = ['goal', 'numbers', 'sheets', 'notes'];
const interests: Step['tools'] = ['interests', 'sheets', 'notes'];
const cycle: Step['tools'] = ['cycle', 'sheets', 'notes'];
const nothing: Step['tools'] = [];
/** in a break: whatever is not of the skeleton */
const betweenSteps = toolGroups.filter(
  (group) => group !== 'structure' && !skeletonGroups.some((one) => one === group),
);

/** What people do in a step, from the words of what they are asked. */
type Activity = (asked: string) => StepActivity;

/** Everybody alone, without names, then all at once. */
const alone =
  (minutes: number, place: 'sheet' | Stage = 'sheet'): Activity =>
  (prompt) => ({ kind: 'ideas', prompt, named: false, place, minutes, end: 'show' });
const vote =
  (minutes: number, on: VoteSubject): Activity =>
  (question) => ({ kind: 'vote', question, on, dots: null, cap: null, minutes, end: 'show' });
const pulse: Activity = () => ({ kind: 'pulse', minutes: 2, end: 'show' });
const ready: Activity = (question) => ({ kind: 'ready', question });

interface Plan {
  readonly id: string;
  readonly minutes: number;
  readonly view: Step['view'];
  readonly tools: Step['tools'];
  readonly stage?: Stage;
  readonly activity?: Activity;
}

const inStage = (stage: Stage, minutes: number): Pick<Plan, 'view' | 'tools' | 'stage' | 'activity'> => ({
  view: 'cycle',
  tools: cycle,
  stage,
  activity: alone(minutes, stage),
});

const plans: ReadonlyArray<{
  readonly id: 'needed' | 'experiments';
  readonly minutes: number;
  readonly steps: readonly Plan[];
}> = [
  {
    id: 'needed',
    minutes: 90,
    steps: [
      { id: 'n1', minutes: 5, view: 'frame', tools: ['notes', 'draw'], activity: ready },
      { id: 'n2', minutes: 10, view: 'goal', tools: goal, activity: alone(3) },
      { id: 'n3', minutes: 12, view: 'frame', tools: interests, activity: alone(5) },
      { id: 'n3v', minutes: 8, view: 'frame', tools: interests, activity: vote(3, { of: 'interests' }) },
      { id: 'n4', minutes: 20, view: 'frame', tools: ['people', 'notes'] },
      { id: 'n5', minutes: 12, view: 'coverage', tools: ['people', 'actions', 'notes'] },
      { id: 'n6', minutes: 10, ...inStage('interpreting_hypothesizing', 4) },
      { id: 'n7', minutes: 5, view: 'frame', tools: nothing, activity: pulse },
      { id: 'n8', minutes: 6, view: 'actions', tools: ['actions'] },
      { id: 'n9', minutes: 2, view: 'frame', tools: nothing },
    ],
  },
  {
    id: 'experiments',
    minutes: 240,
    steps: [
      { id: 'x1', minutes: 15, view: 'frame', tools: ['trust', 'sheets', 'notes', 'draw'], activity: alone(4) },
      { id: 'x2', minutes: 15, view: 'goal', tools: goal, activity: alone(5) },
      { id: 'x2v', minutes: 10, view: 'goal', tools: goal, activity: vote(3, { of: 'ideas', step: 'x2' }) },
      { id: 'x3', minutes: 23, view: 'frame', tools: interests, activity: alone(6) },
      { id: 'x3v', minutes: 12, view: 'frame', tools: interests, activity: vote(3, { of: 'interests' }) },
      { id: 'x4', minutes: 10, view: 'free', tools: betweenSteps },
      { id: 'x5', minutes: 40, view: 'frame', tools: ['people', 'notes'] },
      { id: 'x6', minutes: 20, view: 'findings', tools: ['people', 'actions', 'notes'] },
      { id: 'x7', minutes: 20, view: 'free', tools: ['structure', 'notes', 'draw'] },
      { id: 'x8', minutes: 15, view: 'free', tools: betweenSteps },
      { id: 'x9', minutes: 7, ...inStage('problem_defining', 3), tools: ['cycle', 'rounds', 'sheets', 'notes'] },
      { id: 'x10', minutes: 8, ...inStage('interpreting_hypothesizing', 3) },
      { id: 'x11', minutes: 6, ...inStage('solution_finding', 3) },
      {
        id: 'x11v',
        minutes: 4,
        view: 'cycle',
        tools: cycle,
        stage: 'solution_finding',
        activity: vote(2, { of: 'ideas', step: 'x11' }),
      },
      { id: 'x12', minutes: 10, ...inStage('analyzing_reflecting', 4) },
      { id: 'x13', minutes: 8, view: 'frame', tools: ['trust'], activity: pulse },
      { id: 'x14', minutes: 12, view: 'actions', tools: ['actions', 'cycle'] },
      { id: 'x15', minutes: 5, view: 'frame', tools: nothing },
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
    steps: steps.map((plan) => {
      const words = (part: string): string =>
        t(`runSheets.${id}.steps.${plan.id}.${part}` as 'runSheets.needed.steps.n1.title');
      return {
        id: plan.id,
        title: words('title'),
        minutes: plan.minutes,
        instruction: words('instruction'),
        view: plan.view,
        stage: plan.stage ?? null,
        tools: plan.tools,
        activity: plan.activity?.(words('asked')) ?? null,
        note: words('note'),
      };
    }),
  }));
}

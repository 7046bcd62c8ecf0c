/**
 * The one thing that a facilitator does next in the running step: begin what people do in it, show what came of it, light the
 * next stage, go on. Pure.
 */
import { stages, type Stage } from '#shared/kinds/values.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { isSealed, stepActivityId, type SealedStepActivity } from '#shared/wire/StepActivity.ts';
import type { Step, WorkshopState } from '#shared/wire/WorkshopState.ts';

export type NextThing =
  | { readonly do: 'start'; readonly activity: SealedStepActivity }
  | { readonly do: 'end'; readonly activity: SealedActivity }
  | { readonly do: 'light'; readonly stage: Stage }
  | { readonly do: 'ask'; readonly question: string }
  | { readonly do: 'go'; readonly step: Step }
  | { readonly do: 'finish' };

type Running = Pick<WorkshopState, 'agenda' | 'step' | 'stepStartedAt' | 'stage' | 'ready'>;

/** Null while no step runs. */
export function nextThing(state: Running, activities: readonly SealedActivity[]): NextThing | null {
  const index = state.agenda.findIndex(({ id }) => id === state.step);
  const step = state.agenda[index];
  if (step === undefined) return null;
  const after = state.agenda[index + 1];
  const open = activities.findLast((one) => one.status === 'open' && !mayStayOpen(one, state, after === undefined));
  if (open !== undefined) return { do: 'end', activity: open };
  return inStep(step, state, activities) ?? (after === undefined ? { do: 'finish' } : { do: 'go', step: after });
}

/** The sealed activity of the running step, once it was begun. */
export function activityOfStep(state: Running, activities: readonly SealedActivity[]): SealedActivity | undefined {
  const activity = state.agenda.find(({ id }) => id === state.step)?.activity ?? null;
  if (activity === null || !isSealed(activity) || state.stepStartedAt === null) return undefined;
  const id = stepActivityId(activity.kind, state.stepStartedAt);
  return activities.find((one) => one.id === id);
}

function inStep(step: Step, state: Running, activities: readonly SealedActivity[]): NextThing | null {
  const { activity } = step;
  if (activity === null) return null;
  if (isSealed(activity)) return activityOfStep(state, activities) === undefined ? { do: 'start', activity } : null;
  if (activity.kind === 'ready') return state.ready === null ? { do: 'ask', question: activity.question } : null;
  const stage = stages[state.stage === null ? 0 : stages.indexOf(state.stage) + 1];
  return stage === undefined ? null : { do: 'light', stage };
}

/** It was announced that it outlives its step, and the step that runs needs none of its kind. */
function mayStayOpen(open: SealedActivity, state: Running, isLast: boolean): boolean {
  const planned = state.agenda.find(({ id }) => id === open.step)?.activity ?? null;
  if (isLast || planned === null || !isSealed(planned) || planned.end !== 'nothing') return false;
  const wanted = state.agenda.find(({ id }) => id === state.step)?.activity ?? null;
  return open.step === state.step || wanted?.kind !== open.kind;
}

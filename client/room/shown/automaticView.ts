/** What the room's screen shows while nobody steers it: what the running step asks for. Pure. */
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import type { RoomView } from '#shared/wire/showing/views.ts';
import type { Step, WorkshopState } from '#shared/wire/WorkshopState.ts';

type State = Pick<WorkshopState, 'agenda' | 'step' | 'stepStartedAt' | 'stage' | 'endedAt' | 'showing'>;

export function automaticView(state: State, activities: readonly SealedActivity[]): RoomView {
  const step = state.agenda.find(({ id }) => id === state.step);
  if (step === undefined) return betweenWorkshops(state);
  if (activities.some(({ status }) => status === 'open')) return { kind: 'question' };
  const ended = lastEnded(state, activities);
  if (ended !== null) return resultOf(ended);
  // what people are asked to do stands there until they have done it
  const { activity } = step;
  if (activity !== null && activity.kind !== 'walk') return { kind: 'question' };
  return viewOf(step, state);
}

function betweenWorkshops({ endedAt, showing }: State): RoomView {
  if (endedAt === null && showing.code) return { kind: 'join' };
  return { kind: 'frame' };
}

/** The newest result of this step. */
function lastEnded({ stepStartedAt }: State, activities: readonly SealedActivity[]): SealedActivity | null {
  const since = stepStartedAt ?? 0;
  const ended = activities.filter(
    ({ status, closedAt }) => status !== 'open' && status !== 'discarded' && (closedAt ?? 0) >= since,
  );
  return ended.toSorted((a, b) => (a.closedAt ?? 0) - (b.closedAt ?? 0)).at(-1) ?? null;
}

export function resultOf(activity: SealedActivity): RoomView {
  const { id } = activity;
  if (activity.kind === 'vote') return { kind: 'vote', activity: id, cut: null, page: 0 };
  if (activity.kind === 'pulse') return { kind: 'pulse', activity: id, item: 'reliability' };
  const { target } = activity;
  if (target.kind === 'stage') return { kind: 'stage', stage: target.stage, page: 0 };
  return { kind: 'sheet', sheet: id, page: 0 };
}

function viewOf({ view }: Step, { stage }: State): RoomView {
  switch (view) {
    case 'frame':
    case 'findings':
    case 'coverage':
      return { kind: 'frame' };
    case 'cycle':
      return stage === null ? { kind: 'cycle' } : { kind: 'stage', stage, page: 0 };
    case 'actions':
      return { kind: 'actions', page: 0 };
    case 'goal':
    case 'free':
      return { kind: 'question' };
  }
}

/**
 * What a facilitator most likely does next: the one next thing of the running step, and a second act beside it. Pure. Nothing is
 * among them that the running workshop would refuse.
 */
import { nextThing, type NextThing } from '#client/facilitation/steps/nextThing.ts';
import type { IdeasActivity, SealedActivity } from '#shared/wire/SealedActivity.ts';
import type { BigSheet } from '#shared/wire/showing/views.ts';
import type { Step, WorkshopState } from '#shared/wire/WorkshopState.ts';

export type SecondAct =
  /** what stands large on everybody's screen, since `at` */
  | { readonly do: 'closeBig'; readonly at: number }
  | { readonly do: 'endReady'; readonly asked: number }
  | { readonly do: 'addMinute' }
  | { readonly do: 'ask' }
  | { readonly do: 'showBig'; readonly sheet: BigSheet }
  | { readonly do: 'group'; readonly activity: IdeasActivity }
  | { readonly do: 'goOn'; readonly step: Step };

export interface LikelyActs {
  readonly first: NextThing;
  readonly second: SecondAct;
}

/** What stands on the board of what can be shown or grouped. */
export interface Standing {
  /** ids of activities whose ideas stand on a sheet */
  readonly sheets: ReadonlySet<string>;
  readonly hasInterests: boolean;
  readonly hasActions: boolean;
}

const whatChanged: SecondAct = { do: 'showBig', sheet: { kind: 'comparison', page: 0 } };

/** Null while no step runs. */
export function likelyActs(
  state: WorkshopState,
  activities: readonly SealedActivity[],
  standing: Standing,
): LikelyActs | null {
  const first = nextThing(state, activities);
  return first === null ? null : { first, second: besides(first, state, activities, standing) };
}

function besides(
  first: NextThing,
  state: WorkshopState,
  activities: readonly SealedActivity[],
  standing: Standing,
): SecondAct {
  const { agenda, step, ready, showing, timer } = state;
  // what everybody has before them and wants to be rid of comes first
  if (showing.big !== null) return { do: 'closeBig', at: showing.big.at };
  if (ready !== null) return { do: 'endReady', asked: ready.startedAt };
  const meanwhile: SecondAct = timer === null ? { do: 'ask' } : { do: 'addMinute' };
  const after = agenda[agenda.findIndex(({ id }) => id === step) + 1];
  switch (first.do) {
    case 'start':
      return { do: 'ask' };
    case 'end':
      return meanwhile;
    case 'light':
    case 'ask':
      if (after !== undefined) return { do: 'goOn', step: after };
      return first.do === meanwhile.do ? whatChanged : meanwhile;
    case 'go':
    case 'finish':
      return ofResult(state, activities, standing) ?? ofStep(state, standing, first.do === 'finish') ?? meanwhile;
  }
}

/** With what came of this step last. */
function ofResult(
  { stepStartedAt }: WorkshopState,
  activities: readonly SealedActivity[],
  { sheets }: Standing,
): SecondAct | null {
  const ended = activities
    .filter(({ closedAt, status }) => status !== 'discarded' && closedAt !== null && closedAt >= (stepStartedAt ?? 0))
    .toSorted((a, b) => (a.closedAt ?? 0) - (b.closedAt ?? 0))
    .at(-1);
  switch (ended?.kind) {
    case 'vote':
      return ended.totals === null
        ? null
        : { do: 'showBig', sheet: { kind: 'vote', activity: ended.id, cut: null, page: 0 } };
    case 'pulse':
      return ended.counts === null
        ? null
        : { do: 'showBig', sheet: { kind: 'pulse', activity: ended.id, item: 'reliability' } };
    case 'ideas':
      return sheets.has(ended.id) ? { do: 'group', activity: ended } : null;
    case undefined:
      return null;
  }
}

/** With what the step is about. */
function ofStep({ agenda, step }: WorkshopState, standing: Standing, isLast: boolean): SecondAct | null {
  const view = agenda.find(({ id }) => id === step)?.view;
  if (view === 'coverage' && standing.hasInterests) return { do: 'showBig', sheet: { kind: 'coverage', page: 0 } };
  if (view === 'actions' && standing.hasActions) return { do: 'showBig', sheet: { kind: 'actions', page: 0 } };
  return isLast ? whatChanged : null;
}

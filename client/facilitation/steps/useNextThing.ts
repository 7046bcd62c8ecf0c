/** Does the one next thing of the running step, and says what it is called. */
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import { useDrafts } from '#client/drafts/DraftsContext.ts';
import { openStepActivity } from '#client/facilitation/activities/openStepActivity.ts';
import { useActivities, useWorkshop, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { chooseByHand } from '#client/facilitation/vote/voteDraft.ts';
import { useMap } from '#client/map/MapContext.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { isSealed, type SealedStepActivity } from '#shared/wire/StepActivity.ts';
import { activityOfStep, nextThing, type NextThing } from './nextThing.ts';
import { type Asked, useEnding } from './useEnding.ts';
import { useJustCame } from './useJustCame.ts';

export interface NextHand {
  readonly thing: NextThing | null;
  readonly label: string;
  /** It is another thing than a moment ago, or under way: a second press of the same hand does nothing. */
  readonly isResting: boolean;
  readonly press: () => void;
  /** On to the next step, whatever else would come first: what is open in this one ends as it was announced. */
  readonly goOn: () => void;
  readonly asked: Asked | null;
}

export function useNextThing(): NextHand {
  const { t } = useTranslation();
  const { ask } = useWorkshop();
  const { screen } = useBoard();
  const state = useWorkshopState();
  const activities = useActivities();
  const ending = useEnding();
  const start = useStart();
  const [isBusy, setBusy] = useState(false);
  const thing = nextThing(state, activities);
  const isNew = useJustCame(keyOf(thing));

  const busy = async (run: () => unknown): Promise<void> => {
    setBusy(true);
    await run();
    setBusy(false);
  };
  const next = async (): Promise<unknown> => state.step !== null && ask({ do: 'nextStep', from: state.step });
  const showResult = async (): Promise<void> => screen.open('workshop');
  const perform = (one: NextThing): unknown => {
    switch (one.do) {
      case 'start':
        return start(one.activity);
      case 'end':
        // revealed ideas are shown on the canvas
        return ending.end(one.activity, one.activity.kind === 'ideas' ? undefined : showResult);
      case 'light':
        return ask({ do: 'lightStage', stage: one.stage });
      case 'ask':
        return ask({ do: 'askReady', question: one.question });
      case 'go':
        return next();
      case 'finish':
        return ending.finish();
    }
  };
  const goOn = (): Promise<unknown> => {
    const own = activityOfStep(state, activities);
    const planned = state.agenda.find(({ id }) => id === state.step)?.activity ?? null;
    const isShown = planned !== null && isSealed(planned) && planned.end === 'show';
    return own?.status === 'open' && isShown ? ending.end(own, next) : next();
  };
  return {
    thing,
    label: thing === null ? '' : labelOf(thing, t),
    isResting: isNew || isBusy,
    press: () => {
      if (thing !== null && !isNew && !isBusy) void busy(() => perform(thing));
    },
    goOn: () => {
      if (!isBusy) void busy(goOn);
    },
    asked: ending.asked,
  };
}

/** Begins what the step has people do; a vote whose options are not clear is put together in the panel first. */
function useStart(): (activity: SealedStepActivity) => Promise<void> {
  const { sealed } = useWorkshop();
  const { screen } = useBoard();
  const drafts = useDrafts();
  const map = useMap();
  const { step, stepStartedAt } = useWorkshopState();
  const activities = useActivities();
  return async (activity) => {
    if (sealed === null || step === null || stepStartedAt === null) return;
    const begun = { step, stepStartedAt };
    const open = openStepActivity(activity, begun, { map, activities });
    if (!('choose' in open)) {
      await sealed.open(open);
      return;
    }
    if (activity.kind === 'vote') chooseByHand(drafts, activity, begun, open.choose);
    screen.open('workshop');
  };
}

function keyOf(thing: NextThing | null): string {
  if (thing === null) return '';
  if (thing.do === 'end') return `end ${thing.activity.id}`;
  return thing.do === 'go' ? `go ${thing.step.id}` : thing.do === 'light' ? `light ${thing.stage}` : thing.do;
}

function labelOf(thing: NextThing, t: TFunction): string {
  switch (thing.do) {
    case 'start': {
      const { kind, minutes } = thing.activity;
      return minutes === 0 ? t(`workshop.do.start.${kind}`) : t(`workshop.do.startFor.${kind}`, { count: minutes });
    }
    case 'end':
      return endLabel(thing.activity, t);
    case 'light':
      return t('workshop.do.light', { stage: t(`workshop.stage.${thing.stage}`) });
    case 'ask':
      return t('workshop.do.ask');
    case 'go':
      return t('workshop.nextIs', { title: thing.step.title });
    case 'finish':
      return t('workshop.end');
  }
}

/** With how much came in so far: nobody closes in the dark. */
function endLabel(activity: SealedActivity, t: TFunction): string {
  switch (activity.kind) {
    case 'ideas':
      return t('workshop.do.reveal', { count: activity.ideas });
    case 'vote':
      return t('workshop.do.close.vote', { cast: activity.cast, of: activity.invited });
    case 'pulse':
      return t('workshop.do.close.pulse', { responded: activity.responded, of: activity.invited });
  }
}

/** Ends what is open with one press, and asks first where few wrote, nothing would be shown, or the workshop itself would end. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import { endQuestion, isGuessable, isTooEarly, showActivity } from '#client/facilitation/activities/endActivity.ts';
import { useActivities, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';

export interface Asked {
  readonly question: string;
  readonly yes: string;
  readonly isDanger: boolean;
  readonly onYes: () => Promise<unknown>;
  readonly onCancel: () => void;
}

export interface Ending {
  readonly asked: Asked | null;
  /** `then`: what was to come after it. */
  readonly end: (activity: SealedActivity, after?: () => Promise<unknown>) => Promise<void>;
  readonly finish: () => void;
}

type Asking =
  | { readonly what: 'workshop' }
  | {
      readonly what: 'activity';
      readonly id: string;
      /** the server said so */
      readonly isFew: boolean;
      readonly after: (() => Promise<unknown>) | undefined;
    };

export function useEnding(): Ending {
  const { t } = useTranslation();
  const { ask, sealed } = useWorkshop();
  const { screen } = useBoard();
  const activities = useActivities();
  const [asking, setAsking] = useState<Asking | null>(null);
  const onCancel = (): void => setAsking(null);

  const show = async (
    activity: SealedActivity,
    evenIfFew: boolean,
    after: (() => Promise<unknown>) | undefined,
  ): Promise<void> => {
    if (sealed === null) return;
    const failure = await showActivity(sealed, activity, evenIfFew);
    setAsking(failure === 'few-writers' ? { what: 'activity', id: activity.id, isFew: true, after } : null);
    if (failure === null) await after?.();
  };
  const askedOf = (): Asked | null => {
    if (asking === null) return null;
    if (asking.what === 'workshop') {
      const onYes = async (): Promise<void> => {
        const failure = await ask({ do: 'endWorkshop' }).finally(onCancel);
        if (failure === null) screen.open('workshop');
      };
      return { question: t('workshop.endAsk'), yes: t('workshop.end'), isDanger: true, onYes, onCancel };
    }
    const activity = activities.find(({ id }) => id === asking.id);
    // nothing is asked any more once somebody else ended it
    if (activity?.status !== 'open') return null;
    const isFew = asking.isFew || isGuessable(activity);
    return {
      question: endQuestion(activity, isFew, t),
      yes: t(isFew ? 'sealed.ideas.endFewYes' : `sealed.${activity.kind}.endYes`),
      isDanger: isFew,
      onYes: () => show(activity, isFew, asking.after),
      onCancel,
    };
  };
  return {
    asked: askedOf(),
    end: async (activity, after) => {
      if (isTooEarly(activity)) setAsking({ what: 'activity', id: activity.id, isFew: false, after });
      else await show(activity, false, after);
    },
    finish: () => setAsking({ what: 'workshop' }),
  };
}

/** Ends an activity: what it shows then, or that it shows nothing. Asked in place, since neither can be taken back. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Buttons } from '#client/facilitation/Part.tsx';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { Question } from '#client/ui/messages/Question.tsx';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { discardActivity, endQuestion, isGuessable, showActivity } from './endActivity.ts';

type Asking = 'show' | 'discard' | null;

export function ActivityEnd({ activity }: { readonly activity: SealedActivity }) {
  const { t } = useTranslation();
  const { sealed } = useWorkshop();
  const [asking, setAsking] = useState<Asking>(null);
  const [isFew, setFew] = useState(false);
  const { kind } = activity;
  const evenIfFew = isGuessable(activity) || isFew;
  const end = async (): Promise<void> => {
    if (sealed === null) return;
    const failure =
      asking === 'discard' ? await discardActivity(sealed, activity) : await showActivity(sealed, activity, evenIfFew);
    if (failure === 'few-writers') setFew(true);
    else if (failure !== null) setAsking(null);
  };
  if (asking === null) {
    return (
      <Buttons>
        <Button look="primary" onClick={() => setAsking('show')}>
          {t(`sealed.${kind}.end`)}
        </Button>
        <Button onClick={() => setAsking('discard')}>{t('sealed.discard')}</Button>
      </Buttons>
    );
  }
  const question = asking === 'discard' ? t('sealed.discardAsk') : endQuestion(activity, evenIfFew, t);
  return (
    <Question
      question={question}
      yes={
        asking === 'discard'
          ? t('sealed.discardYes')
          : t(evenIfFew ? 'sealed.ideas.endFewYes' : `sealed.${kind}.endYes`)
      }
      isDanger={asking === 'discard' || evenIfFew}
      onYes={end}
      onCancel={() => setAsking(null)}
    />
  );
}

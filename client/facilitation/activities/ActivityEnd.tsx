/** Ends an activity: what it shows then, or that it shows nothing. Asked in place, since neither can be taken back. */
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Buttons } from '#client/facilitation/Part.tsx';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { Question } from '#client/ui/messages/Question.tsx';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { sealedLimits } from '#shared/wire/SealedRequest.ts';

type Asking = 'show' | 'discard' | null;

export function ActivityEnd({ activity }: { readonly activity: SealedActivity }) {
  const { t } = useTranslation();
  const { sealed } = useWorkshop();
  const [asking, setAsking] = useState<Asking>(null);
  const [isFew, setFew] = useState(false);
  const { kind } = activity;
  const isGuessable =
    kind === 'ideas' && !activity.named && activity.counted < sealedLimits.fewest && activity.writers > 0;
  const evenIfFew = isGuessable || isFew;
  const end = async (): Promise<void> => {
    if (sealed === null) return;
    const to = asking === 'discard' ? 'discarded' : kind === 'ideas' ? 'revealed' : 'closed';
    const failure = await sealed.end(activity.id, { to, evenIfFew: asking === 'show' && evenIfFew, day: localDay() });
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
  const question = asking === 'discard' ? t('sealed.discardAsk') : questionOf(activity, evenIfFew, t);
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

function questionOf(activity: SealedActivity, isFew: boolean, t: TFunction): string {
  switch (activity.kind) {
    case 'ideas':
      return isFew
        ? t('sealed.ideas.endFewAsk', { count: activity.counted })
        : t('sealed.ideas.endAsk', { count: activity.ideas });
    case 'vote':
      return activity.counted < sealedLimits.fewest
        ? t('sealed.vote.endFewAsk', { counted: activity.counted, fewest: sealedLimits.fewest })
        : t('sealed.vote.endAsk', { cast: activity.cast, of: activity.invited });
    case 'pulse':
      return activity.counted < activity.minimum
        ? t('sealed.pulse.endFewAsk', { counted: activity.counted, minimum: activity.minimum })
        : t('sealed.pulse.endAsk', { responded: activity.responded, of: activity.invited });
  }
}

/** The day where this person is; a workshop does not think in UTC. */
function localDay(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

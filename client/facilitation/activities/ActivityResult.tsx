/** What an activity that ended gave. */
import { useTranslation } from 'react-i18next';
import { ideaCounts } from '#client/facilitation/ideas/ideaCounts.ts';
import { PulseResult } from '#client/facilitation/pulse/PulseResult.tsx';
import { VoteResult } from '#client/facilitation/vote/VoteResult.tsx';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import sealedStyles from './Activity.module.css';

export function ActivityResult({ activity }: { readonly activity: SealedActivity }) {
  const { t } = useTranslation();
  if (activity.status === 'discarded')
    return <p className={sealedStyles['count']}>{t(activity.lost === true ? 'sealed.lost' : 'sealed.discarded')}</p>;
  switch (activity.kind) {
    case 'ideas':
      return (
        <p className={sealedStyles['count']}>
          {t(activity.named ? 'sealed.ideas.revealedNamed' : 'sealed.ideas.revealed', ideaCounts(activity, t))}
        </p>
      );
    case 'vote':
      return <VoteResult activity={activity} />;
    default:
      return <PulseResult activity={activity} />;
  }
}

/** What the activity was about, as it was announced. */
export function activityName(activity: SealedActivity, pulse: string): string {
  if (activity.kind === 'ideas') return activity.prompt;
  return activity.kind === 'vote' ? activity.question : pulse;
}

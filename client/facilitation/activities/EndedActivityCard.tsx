/** The result of an activity that ended just now, in sight until it is put away; then it stands among the earlier activities. */
import { useTranslation } from 'react-i18next';
import { ShowIdeas } from '#client/facilitation/ideas/ShowIdeas.tsx';
import { UnsentIdeas } from '#client/facilitation/ideas/UnsentIdeas.tsx';
import { Buttons } from '#client/facilitation/Part.tsx';
import { AskedPart } from '#client/facilitation/takePart/AskedPart.tsx';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { endSentence } from './endSentence.ts';
import { ActivityResult, activityName } from './ActivityResult.tsx';

export function EndedActivityCard({ activity }: { readonly activity: SealedActivity }) {
  const { t } = useTranslation();
  const { sealed } = useWorkshop();
  const title = activity.status === 'discarded' ? endSentence(activity, t) : t(`sealed.${activity.kind}.endedTitle`);
  return (
    <AskedPart name={title} kicker={title} question={activityName(activity, t('sealed.pulse.title'))}>
      <ActivityResult activity={activity} />
      <UnsentIdeas activity={activity.id} onKeep={() => sealed?.putAway(activity.id)} />
      <Buttons>
        {activity.kind === 'ideas' && <ShowIdeas activity={activity} />}
        <Button onClick={() => sealed?.putAway(activity.id)}>{t('sealed.putAway')}</Button>
      </Buttons>
    </AskedPart>
  );
}

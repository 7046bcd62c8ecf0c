/** Private writing: my own ideas, to add, change and take away; of others only how many there are. */
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { WhoCounts } from '#client/facilitation/activities/WhoCounts.tsx';
import { ActivityEnd } from '#client/facilitation/activities/ActivityEnd.tsx';
import { useOwnActivity } from '#client/facilitation/activities/useOwnActivity.ts';
import { AskedPart } from '#client/facilitation/takePart/AskedPart.tsx';
import { WhoSees } from '#client/facilitation/takePart/WhoSees.tsx';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { sealedLimits } from '#shared/wire/SealedRequest.ts';
import type { IdeasActivity } from '#shared/wire/SealedActivity.ts';
import { mayDo } from '#shared/wire/roles.ts';
import { OwnIdeas } from './OwnIdeas.tsx';
import { UnsentIdeas } from './UnsentIdeas.tsx';
import { WriteIdea } from './WriteIdea.tsx';

export function IdeasCard({ activity }: { readonly activity: IdeasActivity }) {
  const { t } = useTranslation();
  const { role, sealed } = useWorkshop();
  const { spoken } = useBoardMap();
  const { ideas } = useOwnActivity(activity.id);
  const writer = useRef<HTMLDivElement>(null);
  const backToField = (): void => writer.current?.querySelector('textarea')?.focus();
  const add = (idea: string): void => {
    sealed?.addIdea(activity.id, idea);
    backToField();
    spoken.say(t('sealed.ideas.added', { count: ideas.length + 1 }));
  };
  const told = activity.named ? 'toldNamed' : 'told';
  return (
    <AskedPart name={t('sealed.ideas.title')} question={activity.prompt}>
      <WhoSees short={t(`sealed.ideas.${told}Short`)} isShort={ideas.length > 0}>
        <p>{t(`sealed.ideas.${told}`)}</p>
        {!activity.named && <WhoCounts activity={activity} needed={sealedLimits.fewest} />}
      </WhoSees>
      <OwnIdeas activity={activity} onGone={backToField} />
      <UnsentIdeas activity={activity.id} onAdd={(kept) => sealed?.addIdea(activity.id, kept)} />
      {mayDo(role, 'administer') && <ActivityEnd activity={activity} />}
      {mayDo(role, 'edit') && (
        <WriteIdea
          ref={writer}
          activity={activity.id}
          question={activity.prompt}
          isFull={ideas.length >= sealedLimits.maxIdeasPerPerson}
          onAdd={add}
        />
      )}
    </AskedPart>
  );
}

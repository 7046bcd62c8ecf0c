/** A running vote: my dots on a list of options. On a shared screen nothing of them shows until I ask for it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Buttons } from '#client/facilitation/Part.tsx';
import { WhoCounts } from '#client/facilitation/activities/WhoCounts.tsx';
import { ActivityEnd } from '#client/facilitation/activities/ActivityEnd.tsx';
import { useOwnActivity } from '#client/facilitation/activities/useOwnActivity.ts';
import { AskedPart, Fact } from '#client/facilitation/takePart/AskedPart.tsx';
import { WhoSees } from '#client/facilitation/takePart/WhoSees.tsx';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { sealedLimits } from '#shared/wire/SealedRequest.ts';
import { spent } from '#shared/workshop/votes.ts';
import type { VoteOption, VoteActivity } from '#shared/wire/SealedActivity.ts';
import { mayDo } from '#shared/wire/roles.ts';
import { DotStepper } from './DotStepper.tsx';
import { VoteBudget } from './VoteBudget.tsx';
import styles from './VoteCard.module.css';

export function VoteCard({ activity }: { readonly activity: VoteActivity }) {
  const { t } = useTranslation();
  const { role, sealed } = useWorkshop();
  const { spoken } = useBoardMap();
  const { dots, abstains, isWaiting } = useOwnActivity(activity.id);
  const isFacilitator = mayDo(role, 'administer');
  const [isHidden, setHidden] = useState(isFacilitator);
  const left = activity.dots - spent(dots);
  const set = (option: VoteOption, by: 1 | -1): void => {
    const count = (dots[option.id] ?? 0) + by;
    sealed?.addDot(activity.id, option.id, by);
    spoken.say(
      `${t('sealed.vote.onOption', { count, label: option.label })} ${t('sealed.vote.left', { count: left - by, of: activity.dots })}`,
    );
  };
  const mayVote = mayDo(role, 'edit') && !abstains;
  return (
    <AskedPart name={t('sealed.vote.title')} question={activity.question}>
      {mayVote && <VoteBudget of={activity.dots} left={left} isHidden={isHidden} onHide={setHidden} />}
      <WhoSees short={t('sealed.vote.toldShort')} isShort={left < activity.dots}>
        <p>{t('sealed.vote.told')}</p>
        <WhoCounts activity={activity} needed={sealedLimits.fewest} />
      </WhoSees>
      {mayVote && isHidden && <Fact>{t('sealed.vote.hidden')}</Fact>}
      {mayVote && !isHidden && activity.cap < activity.dots && (
        <Fact>{t('sealed.vote.cap', { count: activity.cap })}</Fact>
      )}
      <ul className={styles['options']}>
        {activity.options.map((option) => {
          const count = dots[option.id] ?? 0;
          const isOpen = mayVote && !isHidden;
          return (
            <li key={option.id} className={styles['option']} data-any={isOpen && count > 0}>
              <span className={styles['label']} dir="auto">
                {option.label}
              </span>
              {isOpen && (
                <DotStepper
                  label={option.label}
                  count={count}
                  mayAdd={left > 0 && count < activity.cap}
                  onDot={(by) => set(option, by)}
                />
              )}
            </li>
          );
        })}
      </ul>
      {mayVote && isWaiting && <Fact>{t('sealed.waiting')}</Fact>}
      {mayVote && !isWaiting && left < activity.dots && <Fact>{t('sealed.vote.counted')}</Fact>}
      <Fact>{t('sealed.vote.turnout', { cast: activity.cast, of: activity.invited })}</Fact>
      {isFacilitator && (
        <>
          <Buttons>
            <Button aria-pressed={abstains} onClick={() => void sealed?.abstain(activity.id, !abstains)}>
              {t(abstains ? 'sealed.takePart' : 'sealed.abstain')}
            </Button>
          </Buttons>
          <ActivityEnd activity={activity} />
        </>
      )}
    </AskedPart>
  );
}

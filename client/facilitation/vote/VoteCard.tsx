/** A running vote: my dots on a list of options. On a shared screen nothing of them shows until I ask for it. */
import { Eye } from '#client/ui/icons/Eye.tsx';
import { EyeOff } from '#client/ui/icons/EyeOff.tsx';
import { Minus } from '#client/ui/icons/Minus.tsx';
import { Plus } from '#client/ui/icons/Plus.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Buttons, Part } from '#client/facilitation/Part.tsx';
import { WhoCounts } from '#client/facilitation/activities/WhoCounts.tsx';
import { ActivityEnd } from '#client/facilitation/activities/ActivityEnd.tsx';
import sealedStyles from '#client/facilitation/activities/Activity.module.css';
import { PrivacyNote } from '#client/facilitation/activities/PrivacyNote.tsx';
import { useOwnActivity } from '#client/facilitation/activities/useOwnActivity.ts';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { sealedLimits } from '#shared/wire/SealedRequest.ts';
import { spent } from '#shared/workshop/votes.ts';
import type { VoteOption, VoteActivity } from '#shared/wire/SealedActivity.ts';
import { mayDo } from '#shared/wire/roles.ts';
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
    <Part title={t('sealed.vote.title')} fact={t('sealed.vote.turnout', { cast: activity.cast, of: activity.invited })}>
      <p className={sealedStyles['prompt']}>{activity.question}</p>
      <PrivacyNote>{t('sealed.vote.told')}</PrivacyNote>
      <WhoCounts activity={activity} needed={sealedLimits.fewest} />
      {mayVote && (
        <div className={styles['budget']}>
          <p>
            <span className={styles['dots']} aria-hidden="true">
              {Array.from({ length: activity.dots }, (_, dot) => (
                <i key={dot} data-spent={dot >= left} />
              ))}
            </span>
            {t('sealed.vote.left', { count: left, of: activity.dots })}
          </p>
          <Button
            look="plain"
            icon={isHidden ? <Eye aria-hidden="true" /> : <EyeOff aria-hidden="true" />}
            aria-pressed={isHidden}
            onClick={() => setHidden(!isHidden)}
          >
            {t(isHidden ? 'sealed.vote.showMine' : 'sealed.vote.hideMine')}
          </Button>
        </div>
      )}
      {mayVote && isHidden && <p className={sealedStyles['count']}>{t('sealed.vote.hidden')}</p>}
      {mayVote && !isHidden && activity.cap < activity.dots && (
        <p className={sealedStyles['count']}>{t('sealed.vote.cap', { count: activity.cap })}</p>
      )}
      <ul className={styles['options']}>
        {activity.options.map((option) => {
          const count = dots[option.id] ?? 0;
          return (
            <li key={option.id} className={styles['option']}>
              <span className={styles['label']}>{option.label}</span>
              {mayVote && !isHidden && (
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
      {mayVote && isWaiting && <p className={sealedStyles['count']}>{t('sealed.waiting')}</p>}
      {mayVote && !isWaiting && left < activity.dots && (
        <p className={sealedStyles['count']}>{t('sealed.vote.counted')}</p>
      )}
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
    </Part>
  );
}

interface DotStepperProps {
  /** of the option */
  readonly label: string;
  readonly count: number;
  readonly mayAdd: boolean;
  readonly onDot: (by: 1 | -1) => void;
}

function DotStepper({ label, count, mayAdd, onDot }: DotStepperProps) {
  const { t } = useTranslation();
  return (
    <span className={styles['stepper']} role="group" aria-label={t('sealed.vote.dotsOn', { label })}>
      <IconButton
        label={t('sealed.vote.less', { label })}
        aria-disabled={count === 0}
        onClick={() => count > 0 && onDot(-1)}
      >
        <Minus aria-hidden="true" />
      </IconButton>
      <output aria-live="off" data-any={count > 0}>
        {count}
      </output>
      <IconButton label={t('sealed.vote.more', { label })} aria-disabled={!mayAdd} onClick={() => mayAdd && onDot(1)}>
        <Plus aria-hidden="true" />
      </IconButton>
    </span>
  );
}

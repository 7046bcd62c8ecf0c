/** A running vote: my dots on a list of options. On a shared screen nothing of them shows until I ask for it. */
import { Eye } from '#client/ui/icons/Eye.tsx';
import { EyeOff } from '#client/ui/icons/EyeOff.tsx';
import { Minus } from '#client/ui/icons/Minus.tsx';
import { Plus } from '#client/ui/icons/Plus.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Buttons, Part } from '#client/facilitation/Part.tsx';
import { Counted } from '#client/facilitation/rounds/Counted.tsx';
import { EndRound } from '#client/facilitation/rounds/EndRound.tsx';
import sealedStyles from '#client/facilitation/rounds/Sealed.module.css';
import { Told } from '#client/facilitation/rounds/Told.tsx';
import { useOwnRound } from '#client/facilitation/rounds/useOwnRound.ts';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { sealedLimits } from '#shared/wire/SealedRequest.ts';
import { spent } from '#shared/workshop/votes.ts';
import type { VoteOption, VoteActivity } from '#shared/wire/SealedActivity.ts';
import { mayDo } from '#shared/wire/roles.ts';
import styles from './VoteCard.module.css';

export function VoteCard({ round }: { readonly round: VoteActivity }) {
  const { t } = useTranslation();
  const { role, sealed } = useWorkshop();
  const { spoken } = useBoardMap();
  const { dots, abstains, isWaiting } = useOwnRound(round.id);
  const isFacilitator = mayDo(role, 'administer');
  const [isHidden, setHidden] = useState(isFacilitator);
  const left = round.dots - spent(dots);
  const leftText = t('sealed.vote.left', { count: left, of: round.dots });
  const set = (option: VoteOption, by: 1 | -1): void => {
    const count = (dots[option.id] ?? 0) + by;
    sealed?.addDot(round.id, option.id, by);
    spoken.say(
      `${t('sealed.vote.onOption', { count, label: option.label })} ${t('sealed.vote.left', { count: left - by, of: round.dots })}`,
    );
  };
  const mayVote = mayDo(role, 'edit') && !abstains;
  return (
    <Part title={t('sealed.vote.title')} fact={t('sealed.vote.turnout', { cast: round.cast, of: round.invited })}>
      <p className={sealedStyles['prompt']}>{round.question}</p>
      <Told>{t('sealed.vote.told')}</Told>
      <Counted round={round} needed={sealedLimits.fewest} />
      {mayVote && (
        <div className={styles['budget']}>
          <p>
            <span className={styles['dots']} aria-hidden="true">
              {Array.from({ length: round.dots }, (_, dot) => (
                <i key={dot} data-spent={dot >= left} />
              ))}
            </span>
            {leftText}
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
      {mayVote && !isHidden && round.cap < round.dots && (
        <p className={sealedStyles['count']}>{t('sealed.vote.cap', { count: round.cap })}</p>
      )}
      <ul className={styles['options']}>
        {round.options.map((option) => {
          const count = dots[option.id] ?? 0;
          return (
            <li key={option.id} className={styles['option']}>
              <span className={styles['label']}>{option.label}</span>
              {mayVote && !isHidden && (
                <span
                  className={styles['stepper']}
                  role="group"
                  aria-label={t('sealed.vote.dotsOn', { label: option.label })}
                >
                  <IconButton
                    label={t('sealed.vote.less', { label: option.label })}
                    aria-disabled={count === 0}
                    onClick={() => count > 0 && set(option, -1)}
                  >
                    <Minus aria-hidden="true" />
                  </IconButton>
                  <output aria-live="off" data-any={count > 0}>
                    {count}
                  </output>
                  <IconButton
                    label={t('sealed.vote.more', { label: option.label })}
                    aria-disabled={left === 0 || count >= round.cap}
                    onClick={() => left > 0 && count < round.cap && set(option, 1)}
                  >
                    <Plus aria-hidden="true" />
                  </IconButton>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {mayVote && isWaiting && <p className={sealedStyles['count']}>{t('sealed.waiting')}</p>}
      {mayVote && !isWaiting && left < round.dots && (
        <p className={sealedStyles['count']}>{t('sealed.vote.counted')}</p>
      )}
      {isFacilitator && (
        <>
          <Buttons>
            <Button aria-pressed={abstains} onClick={() => void sealed?.abstain(round.id, !abstains)}>
              {t(abstains ? 'sealed.takePart' : 'sealed.abstain')}
            </Button>
          </Buttons>
          <EndRound round={round} />
        </>
      )}
    </Part>
  );
}

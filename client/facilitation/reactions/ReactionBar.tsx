/** One's own hand and quick signs, always within reach: in the bar of a workshop, above the tools on a phone. */
import { Coffee } from '#client/ui/icons/Coffee.tsx';
import { Hand } from '#client/ui/icons/Hand.tsx';
import { PartyPopper } from '#client/ui/icons/PartyPopper.tsx';
import { Snail } from '#client/ui/icons/Snail.tsx';
import { ThumbsUp } from '#client/ui/icons/ThumbsUp.tsx';
import { CircleQuestionMark } from '#client/ui/icons/CircleQuestionMark.tsx';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkshopState, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { reactions, type Reaction } from '#shared/wire/WorkshopState.ts';
import { mayCommand } from '#shared/wire/WorkshopCommand.ts';
import styles from './ReactionBar.module.css';

export const reactionIcons: Readonly<Record<Reaction, ReactNode>> = {
  applause: <PartyPopper aria-hidden="true" />,
  agree: <ThumbsUp aria-hidden="true" />,
  unsure: <CircleQuestionMark aria-hidden="true" />,
  slower: <Snail aria-hidden="true" />,
  break: <Coffee aria-hidden="true" />,
};

export function ReactionBar() {
  const { t } = useTranslation();
  const { role, me, ask } = useWorkshop();
  const { hands } = useWorkshopState();
  const isUp = hands.some(({ person }) => person === me);
  return (
    <div className={styles['bar']} role="group" aria-label={t('workshop.reaction.label')}>
      {mayCommand(role, 'raiseHand') && (
        <IconButton
          label={t(isUp ? 'workshop.hands.lowerMine' : 'workshop.hands.raise')}
          aria-pressed={isUp}
          className={styles['hand']}
          onClick={() => void ask({ do: isUp ? 'lowerHand' : 'raiseHand' })}
        >
          <Hand aria-hidden="true" />
        </IconButton>
      )}
      <SignButtons />
    </div>
  );
}

export function SignButtons() {
  const { t } = useTranslation();
  const { ask } = useWorkshop();
  return reactions.map((reaction) => (
    <Button
      key={reaction}
      look="plain"
      icon={reactionIcons[reaction]}
      onClick={() => void ask({ do: 'react', reaction })}
    >
      {t(`workshop.reaction.${reaction}`)}
    </Button>
  ));
}

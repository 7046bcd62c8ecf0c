/** The result of a round that ended just now, in sight until it is put away; then it stands among the earlier rounds. */
import { useTranslation } from 'react-i18next';
import type { CanvasView } from '#client/map/CanvasView.ts';
import { ShowIdeas } from '#client/facilitation/ideas/ShowIdeas.tsx';
import { UnsentIdeas } from '#client/facilitation/ideas/UnsentIdeas.tsx';
import { Buttons, Part } from '#client/facilitation/Part.tsx';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import type { SealedRound } from '#shared/wire/SealedActivity.ts';
import { endSentence } from './endSentence.ts';
import { RoundResult, roundName } from './RoundResult.tsx';
import styles from './Sealed.module.css';

export interface EndedCardProps {
  readonly round: SealedRound;
  readonly canvas: CanvasView;
}

export function EndedCard({ round, canvas }: EndedCardProps) {
  const { t } = useTranslation();
  const { sealed } = useWorkshop();
  const title = round.status === 'discarded' ? endSentence(round, t) : t(`sealed.${round.kind}.endedTitle`);
  return (
    <Part title={title}>
      {round.kind !== 'pulse' && <p className={styles['prompt']}>{roundName(round, t('sealed.pulse.title'))}</p>}
      <RoundResult round={round} />
      <UnsentIdeas round={round.id} onKeep={() => sealed?.putAway(round.id)} />
      <Buttons>
        {round.kind === 'ideas' && <ShowIdeas round={round} canvas={canvas} />}
        <Button onClick={() => sealed?.putAway(round.id)}>{t('sealed.putAway')}</Button>
      </Buttons>
    </Part>
  );
}

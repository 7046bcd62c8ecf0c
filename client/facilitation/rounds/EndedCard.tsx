/** The result of a round that ended just now, in sight until it is put away; then it stands among the earlier rounds. */
import { useTranslation } from 'react-i18next';
import { ShowIdeas } from '#client/facilitation/ideas/ShowIdeas.tsx';
import { UnsentIdeas } from '#client/facilitation/ideas/UnsentIdeas.tsx';
import { Buttons, Part } from '#client/facilitation/Part.tsx';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { endSentence } from './endSentence.ts';
import { RoundResult, roundName } from './RoundResult.tsx';
import styles from './Sealed.module.css';

export function EndedCard({ round }: { readonly round: SealedActivity }) {
  const { t } = useTranslation();
  const { sealed } = useWorkshop();
  const title = round.status === 'discarded' ? endSentence(round, t) : t(`sealed.${round.kind}.endedTitle`);
  return (
    <Part title={title}>
      {round.kind !== 'pulse' && <p className={styles['prompt']}>{roundName(round, t('sealed.pulse.title'))}</p>}
      <RoundResult round={round} />
      <UnsentIdeas round={round.id} onKeep={() => sealed?.putAway(round.id)} />
      <Buttons>
        {round.kind === 'ideas' && <ShowIdeas round={round} />}
        <Button onClick={() => sealed?.putAway(round.id)}>{t('sealed.putAway')}</Button>
      </Buttons>
    </Part>
  );
}

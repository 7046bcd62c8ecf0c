/** The end of a round: closed with the one sentence that is carried on, then the next one can begin. */
import { useTranslation } from 'react-i18next';
import type { EntityOf } from '#shared/map/collections.ts';
import { useKeptFlag } from '#client/drafts/useKept.ts';
import { useReadOnly } from '#client/map/MapContext.ts';
import { useWhyNot } from '#client/map/useWhyNot.ts';
import { Button } from '#client/ui/Button.tsx';
import { ClosedRound } from './ClosedRound.tsx';
import { CloseRound } from './CloseRound.tsx';
import styles from './CyclePanel.module.css';
import { roundDrafts } from './roundDrafts.ts';

export interface RoundEndProps {
  readonly round: EntityOf<'iterations'>;
  readonly onRound: (id: string) => void;
}

export function RoundEnd({ round, onRound }: RoundEndProps) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const whyNot = useWhyNot()('iterations', round.id, 'status');
  const { value: isClosing, keep: setClosing, forget: stopClosing } = useKeptFlag(roundDrafts.closing(round.id));
  if (round.status === 'closed') return <ClosedRound round={round} onRound={onRound} />;
  if (readOnly || whyNot !== null) return null;
  if (isClosing) return <CloseRound round={round} onEnd={stopClosing} />;
  return (
    <section className={styles['end']}>
      <Button onClick={() => setClosing(true)}>{t('cycle.panel.close')}</Button>
    </section>
  );
}

/** A round that is closed: the sentence that it carries on, and the way into the next one. */
import { useTranslation } from 'react-i18next';
import type { EntityOf } from '#shared/map/collections.ts';
import { useBoardMap, useMap, useReadOnly } from '#client/map/MapContext.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { useWhyNot } from '#client/map/useWhyNot.ts';
import { isBlank } from '#shared/text/unseen.ts';
import { Button } from '#client/ui/Button.tsx';
import { KeptWords } from '#client/panels/things/KeptWords.tsx';
import styles from './CyclePanel.module.css';
import { roundDrafts } from './roundDrafts.ts';

export interface ClosedRoundProps {
  readonly round: EntityOf<'iterations'>;
  readonly onRound: (id: string) => void;
}

export function ClosedRound({ round, onRound }: ClosedRoundProps) {
  const { t } = useTranslation();
  const map = useMap();
  const readOnly = useReadOnly();
  const whyNot = useWhyNot();
  const { selection } = useBoardMap();
  const { run } = useCommands();
  const start = () => {
    const next = (map.iterations.at(-1)?.number ?? 0) + 1;
    const outcome = run([{ type: 'startRound', fields: {} }], t('cycle.panel.started', { number: next }));
    if (outcome.ok) onRound(outcome.id);
  };
  return (
    <section className={styles['end']}>
      <KeptWords name={roundDrafts.sentence(round.id)} why={t('drafts.roundClosed')} />
      <p className={styles['quiet']}>{t('cycle.panel.closedHint')}</p>
      <p>
        {isBlank(round.carried_insight)
          ? t('cycle.panel.carriesNothing')
          : t('cycle.panel.carries', { sentence: round.carried_insight.trim() })}
      </p>
      {!readOnly && (
        <div className={styles['answers']}>
          {map.iterations.at(-1)?.id === round.id && whyNot('iterations', null, null) === null && (
            <Button look="primary" onClick={start}>
              {t('cycle.panel.startNext', { number: round.number + 1 })}
            </Button>
          )}
          {whyNot('iterations', round.id, 'carried_insight') === null && (
            <Button onClick={() => selection.open({ collection: 'iterations', id: round.id })}>
              {t('cycle.panel.changeSentence')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

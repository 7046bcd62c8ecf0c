/** The round of the cycle: its stages with their questions and how many notes stand in each; the lit one in gold. */
import { useTranslation } from 'react-i18next';
import { useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { SheetFrame, SheetNothing } from '#client/room/sheets/SheetFrame.tsx';
import type { RoomFacts } from '#client/room/shown/roomFacts.ts';
import { stages } from '#shared/kinds/values.ts';
import styles from './Notes.module.css';

export function CycleView({ facts: { round, notes } }: { readonly facts: RoomFacts }) {
  const { t } = useTranslation();
  const { stage: lit } = useWorkshopState();
  if (round === null) return <SheetNothing title={t('roomScreen.cycle.noRound')} />;
  const count = stages.reduce((sum, stage) => sum + notes[stage].length, 0);
  const name = round.title.trim()
    ? t('cycle.roundTitled', { number: round.number, title: round.title.trim() })
    : t('cycle.round', { number: round.number });
  return (
    <SheetFrame
      over={name}
      title={round.focus_question.trim() || t('cycle.title')}
      number={{ figure: String(count), words: t('roomScreen.cycle.notes', { count }) }}
    >
      <ol className={styles['stages']}>
        {stages.map((stage) => (
          <li key={stage} className={styles['stage']} data-lit={stage === lit || undefined}>
            <h3 data-now>{t(`cycle.stage.${stage}`)}</h3>
            <strong data-now>{notes[stage].length}</strong>
            <p>{t(`cycle.prompts.${stage}.q1`)}</p>
            {stage === lit && <p className={styles['now']}>{t('roomScreen.cycle.now')}</p>}
          </li>
        ))}
      </ol>
    </SheetFrame>
  );
}

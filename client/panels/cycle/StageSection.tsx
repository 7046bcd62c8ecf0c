/** One stage of a round in the outline: whether it runs now, its question, its notes, and a place to write the next one. */
import { useTranslation } from 'react-i18next';
import type { EntityOf } from '#shared/map/collections.ts';
import type { Stage } from '#shared/kinds/values.ts';
import { useReadOnly } from '#client/map/MapContext.ts';
import { entityName } from '#client/panels/things/entityName.ts';
import { type CycleActs, moveNoteAct, noteMenu, removeAct } from './cycleMenu.ts';
import styles from './CyclePanel.module.css';
import { noteFacts } from './cycleWords.ts';
import { KeptWords } from '#client/panels/things/KeptWords.tsx';
import { NewNote, noteDraft } from './NewNote.tsx';
import { StagePrompt, usePromptNumber } from './StagePrompt.tsx';
import { WorkRow } from './WorkRow.tsx';

export interface StageSectionProps {
  readonly round: EntityOf<'iterations'>;
  readonly stage: Stage;
  readonly isLit: boolean;
  readonly acts: CycleActs;
}

export function StageSection({ round, stage, isLit, acts }: StageSectionProps) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const [prompt, turnPrompt] = usePromptNumber();
  const { map } = acts;
  const isOpen = round.status === 'open';
  const notes = map.notes.filter((note) => note.iteration === round.number && note.stage === stage);
  const asked = `${round.focus_question.trim()}\n${t(`cycle.prompts.${stage}.${prompt}`)}`.trim();
  const heading = `cycle-stage-${stage}`;
  return (
    <section aria-labelledby={heading} className={styles['stage']} data-stage={stage} data-lit={isLit || undefined}>
      <h3 id={heading} className={styles['stageName']}>
        {t(`cycle.stage.${stage}`)}
        {isLit && <span className={styles['lit']}>{t('cycle.panel.running')}</span>}
      </h3>
      {isOpen && <StagePrompt stage={stage} number={prompt} onNext={turnPrompt} />}
      {notes.length === 0 && <p className={styles['quiet']}>{t('cycle.panel.noNotes')}</p>}
      <ul className={styles['rows']}>
        {notes.map((note) => (
          <WorkRow
            key={note.id}
            workRef={{ collection: 'notes', id: note.id }}
            name={entityName(map, { collection: 'notes', id: note.id }, t)}
            facts={noteFacts(map, note, t)}
            isAside={note.parked}
            entries={readOnly ? null : () => noteMenu(acts, note, isOpen)}
            keys={
              readOnly || !isOpen
                ? {}
                : {
                    Delete: () => removeAct(acts, { collection: 'notes', id: note.id }),
                    Backspace: () => removeAct(acts, { collection: 'notes', id: note.id }),
                    'Alt+ArrowUp': () => moveNoteAct(acts, note, -1),
                    'Alt+ArrowDown': () => moveNoteAct(acts, note, 1),
                  }
            }
          />
        ))}
      </ul>
      {isOpen && !readOnly && <NewNote round={round.number} stage={stage} asked={asked} />}
      {!isOpen && <KeptWords name={noteDraft(round.number, stage)} why={t('drafts.roundClosed')} />}
    </section>
  );
}

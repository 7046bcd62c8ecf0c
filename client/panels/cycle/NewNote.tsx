/** Writes one note after the other: Enter adds it and stays, so that thinking is not interrupted. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stage } from '#shared/kinds/values.ts';
import { isBlank } from '#shared/text/unseen.ts';
import { addNote } from '#client/map/cycleActions.ts';
import { useKeptText } from '#client/drafts/useKept.ts';
import { useKeptFocus } from '#client/drafts/useKeptFocus.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { useMay } from '#client/map/useMay.ts';
import { AskedAgain } from '#client/ui/fields/AskedAgain.tsx';
import { Button } from '#client/ui/Button.tsx';
import styles from './CyclePanel.module.css';

/** By round and stage. */
export const noteDraft = (round: number, stage: Stage): string => `note.${round}.${stage}`;

export interface NewNoteProps {
  readonly round: number;
  readonly stage: Stage;
  /** What it answers. */
  readonly asked: string;
}

export function NewNote({ round, stage, asked }: NewNoteProps) {
  const { t } = useTranslation();
  const { boardMap } = useBoardMap();
  const { run, refused } = useCommands();
  const { value: text, keep: setText, forget } = useKeptText(noteDraft(round, stage));
  const field = useKeptFocus(noteDraft(round, stage));
  const mayAdd = useMay()('notes', null, null);
  const id = useId();
  const name = t(`cycle.stage.${stage}`);
  const add = () => {
    if (isBlank(text) || !mayAdd) return;
    const commands = addNote(boardMap.newId(), { round, stage, text: text.trim() });
    if (run(commands, t('cycle.panel.noteAdded', { stage: name })).ok) forget();
  };
  // what somebody has written stays in sight
  if (!mayAdd && isBlank(text)) return null;
  return (
    <form
      className={styles['newNote']}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <AskedAgain>{asked}</AskedAgain>
      <textarea
        ref={field}
        id={id}
        aria-label={t('cycle.panel.newNote', { stage: name })}
        placeholder={t('cycle.panel.newNotePlaceholder')}
        rows={1}
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          add();
        }}
      />
      <Button type="submit" disabled={isBlank(text) || !mayAdd}>
        {t('cycle.panel.add')}
      </Button>
      {refused !== null && (
        <p role="alert" className={styles['refused']}>
          {refused}
        </p>
      )}
    </form>
  );
}

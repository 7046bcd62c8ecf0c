/** Writes one note of a sheet after the other: Enter adds it and stays. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isBlank } from '#shared/text/unseen.ts';
import { useKeptText } from '#client/drafts/useKept.ts';
import { useKeptFocus } from '#client/drafts/useKeptFocus.ts';
import { AskedAgain } from '#client/ui/fields/AskedAgain.tsx';
import { Button } from '#client/ui/Button.tsx';
import type { SheetActs } from './SheetActs.ts';
import styles from './SheetsPanel.module.css';

export interface NewIdeaProps {
  readonly sheet: string;
  readonly question: string;
  readonly acts: SheetActs;
}

export function NewIdea({ sheet, question, acts }: NewIdeaProps) {
  const { t } = useTranslation();
  const draft = `idea.${sheet}`;
  const { value: text, keep: setText, forget } = useKeptText(draft);
  const field = useKeptFocus(draft);
  const mayAdd = acts.whyNot('ideas', null, null) === null;
  const id = useId();
  const add = () => {
    if (isBlank(text) || !mayAdd) return;
    const fields = { sheet_id: sheet, text: text.trim() };
    if (acts.run([{ type: 'add', collection: 'ideas', id: acts.newId(), fields }], t('sheet.done.added'))) forget();
  };
  // what somebody has written stays in sight
  if (!mayAdd && isBlank(text)) return null;
  return (
    <form
      className={styles['new']}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <AskedAgain>{question}</AskedAgain>
      <textarea
        ref={field}
        id={id}
        aria-label={t('sheet.panel.newNote')}
        placeholder={t('sheet.panel.newNote')}
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
        {t('sheet.panel.add')}
      </Button>
    </form>
  );
}

/** A further sheet under a question of its own. */
import { useTranslation } from 'react-i18next';
import { isBlank } from '#shared/text/unseen.ts';
import { useKeptText } from '#client/drafts/useKept.ts';
import { Button } from '#client/ui/Button.tsx';
import type { SheetActs } from './SheetActs.ts';
import styles from './SheetsPanel.module.css';

export interface NewSheetProps {
  readonly acts: SheetActs;
  readonly onMade: (sheet: string) => void;
}

export function NewSheet({ acts, onMade }: NewSheetProps) {
  const { t } = useTranslation();
  const { value: text, keep: setText, forget } = useKeptText('sheet.new');
  const mayAdd = acts.whyNot('sheets', null, null) === null;
  // what somebody has written stays in sight
  if (!mayAdd && isBlank(text)) return null;
  return (
    <form
      className={styles['new']}
      onSubmit={(event) => {
        event.preventDefault();
        if (isBlank(text) || !mayAdd) return;
        const id = acts.newId();
        const fields = { question: text.trim() };
        if (!acts.run([{ type: 'add', collection: 'sheets', id, fields }], t('sheet.done.sheet'))) return;
        forget();
        onMade(id);
      }}
    >
      <input
        aria-label={t('sheet.panel.question')}
        placeholder={t('sheet.panel.question')}
        maxLength={300}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" disabled={isBlank(text) || !mayAdd}>
        {t('sheet.panel.newSheet')}
      </Button>
    </form>
  );
}

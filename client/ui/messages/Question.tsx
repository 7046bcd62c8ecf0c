/** Asks in place before something happens to others, or for good: one way on and one way back, which Escape takes, too. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import styles from './Question.module.css';

export interface QuestionProps {
  readonly question: string;
  /** What comes of it. */
  readonly hints?: readonly string[];
  readonly yes: string;
  /** Something is lost by it. */
  readonly isDanger?: boolean;
  /** Nothing brings it back: the focus begins at the way back. */
  readonly isFinal?: boolean;
  /** What takes its time is not asked for twice. */
  readonly onYes: () => void | Promise<unknown>;
  readonly onCancel: () => void;
}

export function Question({ question, hints = [], yes, isDanger = true, isFinal = false, ...ways }: QuestionProps) {
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const goOn = async (): Promise<void> => {
    setBusy(true);
    await ways.onYes();
    setBusy(false);
  };
  return (
    <div
      className={styles['ask']}
      data-danger={isDanger}
      role="alertdialog"
      aria-label={question}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        ways.onCancel();
      }}
    >
      <p className={styles['question']}>{question}</p>
      {hints.map((hint) => (
        <p key={hint}>{hint}</p>
      ))}
      <div className={styles['answers']}>
        <Button
          look={isDanger ? 'danger' : 'primary'}
          autoFocus={!isFinal}
          disabled={isBusy}
          onClick={() => void goOn()}
        >
          {yes}
        </Button>
        <Button look="plain" autoFocus={isFinal} onClick={ways.onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  );
}

/** Asks in place before something happens to everybody, or for good. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import styles from './SnapshotsPanel.module.css';

export interface SnapshotAskProps {
  readonly question: string;
  readonly hint?: string;
  readonly yes: string;
  readonly isDanger?: boolean;
  readonly onYes: () => Promise<void>;
  readonly onCancel: () => void;
}

export function SnapshotAsk({ question, hint, yes, isDanger = false, onYes, onCancel }: SnapshotAskProps) {
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const act = async (): Promise<void> => {
    setBusy(true);
    await onYes();
    setBusy(false);
  };
  return (
    <div
      className={styles['ask']}
      data-danger={isDanger || undefined}
      role="alertdialog"
      aria-label={question}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <p className={styles['question']}>{question}</p>
      {hint !== undefined && <p>{hint}</p>}
      <div className={styles['acts']}>
        <Button look={isDanger ? 'danger' : 'primary'} autoFocus disabled={isBusy} onClick={() => void act()}>
          {yes}
        </Button>
        <Button look="plain" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  );
}

/** Asks in place before something goes that others hang on, and says what goes with it. */
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import styles from './RemoveAsk.module.css';

export interface RemoveAskProps {
  readonly question: string;
  readonly consequences: readonly string[];
  readonly onRemove: () => void;
  readonly onCancel: () => void;
}

export function RemoveAsk({ question, consequences, onRemove, onCancel }: RemoveAskProps) {
  const { t } = useTranslation();
  return (
    <div
      className={styles['ask']}
      role="alertdialog"
      aria-label={question}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <p className={styles['question']}>{question}</p>
      {consequences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>{t('map.goesWith.undo')}</p>
      <div className={styles['answers']}>
        <Button look="danger" autoFocus onClick={onRemove}>
          {t('map.details.removeYes')}
        </Button>
        <Button look="plain" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  );
}

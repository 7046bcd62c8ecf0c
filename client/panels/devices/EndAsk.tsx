/** Asks in place before devices are ended. */
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import styles from './DevicesList.module.css';

export interface EndAskProps {
  readonly question: string;
  readonly yes: string;
  readonly onEnd: () => void;
  readonly onCancel: () => void;
}

export function EndAsk({ question, yes, onEnd, onCancel }: EndAskProps) {
  const { t } = useTranslation();
  return (
    <div className={styles['ask']} role="alertdialog" aria-label={yes}>
      <p>{question}</p>
      <div className={styles['answers']}>
        <Button look="danger" autoFocus onClick={onEnd}>
          {yes}
        </Button>
        <Button look="plain" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  );
}

/** Stands where a part of the screen broke; the rest goes on. */
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { CopyButton } from '#client/ui/CopyButton.tsx';
import type { Failed } from '#client/ui/ErrorBoundary.tsx';
import styles from './FailedPart.module.css';

export interface FailedPartProps {
  readonly title: string;
  readonly hint: string;
  readonly failed: Failed;
}

export function FailedPart({ title, hint, failed }: FailedPartProps) {
  const { t } = useTranslation();
  return (
    <div className={styles['part']} role="alert">
      <h2 className={styles['title']}>{title}</h2>
      <p>{hint}</p>
      <div className={styles['actions']}>
        <Button look="primary" onClick={failed.again}>
          {t('board.openAgain')}
        </Button>
        <CopyButton text={failed.details} label={t('common.copyDetails')} doneLabel={t('common.copied')} />
      </div>
    </div>
  );
}

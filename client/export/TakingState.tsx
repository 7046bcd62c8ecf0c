/** How far a file is, what became of it, and why it did not come. */
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import styles from './TakeHomePanel.module.css';
import type { Taking } from './useTaking.ts';

export function TakingState({ taking }: { readonly taking: Taking }) {
  const { t } = useTranslation();
  const { busy, progress, said, failed } = taking;
  return (
    <div className={styles['state']}>
      {busy !== null && (
        <div className={styles['busy']}>
          <progress
            aria-label={t('takeHome.making')}
            max={progress?.all ?? 1}
            {...(progress === null ? {} : { value: progress.done })}
          />
          <span>{progress === null ? t('takeHome.making') : t('takeHome.progress', { ...progress })}</span>
          <Button onClick={taking.stop}>{t('takeHome.stop')}</Button>
        </div>
      )}
      <p role="status">{said}</p>
      {failed !== null && (
        <p role="alert" className={styles['problem']}>
          {failed === 'broken' || failed === 'own' ? t(`takeHome.${failed}`) : t(`refusal.${failed}`)}
        </p>
      )}
    </div>
  );
}

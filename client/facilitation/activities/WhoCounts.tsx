/** How many of those who took part count toward the number below which nothing is shown; read before one writes. */
import { useTranslation } from 'react-i18next';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import styles from './Activity.module.css';

export interface WhoCountsProps {
  readonly activity: Pick<SealedActivity, 'counted'>;
  readonly needed: number;
}

export function WhoCounts({ activity, needed }: WhoCountsProps) {
  const { t } = useTranslation();
  return (
    <p className={styles['count']}>
      {t('sealed.counted', { count: activity.counted, needed })} {t('sealed.whoCounts')}
    </p>
  );
}

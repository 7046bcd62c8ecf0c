/** How many of those who took part count toward the number below which nothing is shown; read before one writes. */
import { useTranslation } from 'react-i18next';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import styles from './Sealed.module.css';

export interface CountedProps {
  readonly round: Pick<SealedActivity, 'counted'>;
  readonly needed: number;
}

export function Counted({ round, needed }: CountedProps) {
  const { t } = useTranslation();
  return (
    <p className={styles['count']}>
      {t('sealed.counted', { count: round.counted, needed })} {t('sealed.whoCounts')}
    </p>
  );
}

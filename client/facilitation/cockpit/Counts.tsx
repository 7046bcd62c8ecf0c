/** How far the room is: large numbers side by side. */
import { useTranslation } from 'react-i18next';
import { usePeopleHere } from '#client/board/BoardContext.ts';
import { useActivities, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { useMap } from '#client/map/MapContext.ts';
import styles from './Counts.module.css';
import { countsNow } from './countsNow.ts';

export function Counts() {
  const { t } = useTranslation();
  const here = usePeopleHere();
  const counts = countsNow(useWorkshopState(), useActivities(), here, useMap());
  if (counts.length === 0) return null;
  return (
    <ul className={styles['counts']} aria-label={t('workshop.cockpit.counts')}>
      {counts.map(({ what, count, of }, place) => (
        // two of a kind may stand there: what is open, and what this step gave
        <li key={`${what} ${place}`}>
          <span className={styles['number']}>
            <strong>{count}</strong> {t('workshop.cockpit.of', { of })}
          </span>{' '}
          <span className={styles['what']}>{t(`workshop.cockpit.have.${what}`, { count })}</span>
        </li>
      ))}
    </ul>
  );
}

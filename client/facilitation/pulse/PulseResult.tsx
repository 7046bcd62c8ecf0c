/** The counts of a pulse: for each sentence how many gave 1 to 5, and their mean; or that too few answered. */
import { useTranslation } from 'react-i18next';
import sealedStyles from '#client/facilitation/activities/Activity.module.css';
import { useMap } from '#client/map/MapContext.ts';
import { pulseItems, type PulseActivity } from '#shared/wire/SealedActivity.ts';
import { meanText } from '#shared/map/readings/meanText.ts';
import styles from './PulseResult.module.css';
import { pulseText } from './pulseText.ts';

export function PulseResult({ activity }: { readonly activity: PulseActivity }) {
  const { t, i18n } = useTranslation();
  const map = useMap();
  const { counts, responded, invited, minimum } = activity;
  const turnout = t('sealed.pulse.turnout', { responded, of: invited });
  if (counts === null)
    return <p className={sealedStyles['count']}>{t('sealed.pulse.tooFew', { responded, of: invited, minimum })}</p>;
  return (
    <>
      <p className={sealedStyles['count']}>{turnout}</p>
      <ul className={styles['result']}>
        {pulseItems.map((item) => {
          const given = counts[item] ?? [];
          const answers = given.reduce((sum, count) => sum + count, 0);
          const sum = given.reduce((total, count, place) => total + count * (place + 1), 0);
          return (
            <li key={item}>
              <span>{pulseText(map, item, t)}</span>
              <strong>{t('sealed.pulse.mean', { mean: meanText(sum / Math.max(1, answers), i18n.language) })}</strong>
              <span className={styles['bars']} role="img" aria-label={t('sealed.pulse.counts', { counts: given })}>
                {given.map((count, place) => (
                  <span key={place}>
                    <b>{count}</b>
                    <i style={{ blockSize: `${(count / Math.max(1, ...given)) * 32}px` }} />
                    <small>{place + 1}</small>
                  </span>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The result of a pulse: means and counts, and nothing at all below the number of answers that protects people (FIND-8). */
import { findingLabel } from '#shared/map/rules/describeFinding.ts';
import { useTranslation } from 'react-i18next';
import { meanText } from '#shared/map/readings/meanText.ts';
import { pulseItems } from '#shared/map/readings/pulse.ts';
import { useFindings, useMap } from '#client/map/MapContext.ts';
import styles from './InspectorPanel.module.css';

export function PulseParts({ pulse }: { readonly pulse: string }) {
  const { t, i18n } = useTranslation();
  const map = useMap();
  const { index } = useFindings();
  const found = map.trust_pulses.find((one) => one.id === pulse);
  if (!found) return null;
  const items = pulseItems(index, found);
  const { responded, invited } = found;
  return (
    <div className={styles['notes']}>
      <p>{t('map.structure.answered', { responded, invited })}</p>
      {items === null ? (
        <p>{t('map.structure.hidden')}</p>
      ) : (
        <ul>
          {items.map(({ item, mean, counts }) => (
            <li key={item}>
              {t('map.structure.pulseItem', {
                item: map.trust_items.find((one) => one.id === item)?.text || findingLabel(t, 'pulse_item', item),
                mean: mean === null ? '–' : meanText(mean, i18n.language),
                counts,
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

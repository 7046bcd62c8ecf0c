/** How the notes of a round spread over the stages: bars, and the same in words. */
import { useTranslation } from 'react-i18next';
import { stageShares, thinStages } from '#shared/map/readings/stageShares.ts';
import { useFindings } from '#client/map/MapContext.ts';
import styles from './CyclePanel.module.css';

export function StageShares({ round }: { readonly round: number }) {
  const { t } = useTranslation();
  const { index } = useFindings();
  const shares = stageShares(index, round);
  const total = shares.reduce((sum, { notes }) => sum + notes, 0);
  const thin = thinStages(index, round);
  return (
    <section aria-labelledby="cycle-shares" className={styles['shares']}>
      <h3 id="cycle-shares" className={styles['smallHeading']}>
        {t('cycle.panel.shares')}
      </h3>
      <ul>
        {shares.map(({ stage, notes, share }) => (
          <li key={stage} data-stage={stage}>
            <span className={styles['shareName']}>{t(`cycle.stage.${stage}`)}</span>
            <span className={styles['bar']} aria-hidden="true">
              <span style={{ inlineSize: `${Math.round(share * 100)}%` }} />
            </span>
            <span className={styles['shareWords']}>
              {total === 0
                ? t('cycle.panel.none')
                : t('cycle.panel.share', { count: notes, total, percent: Math.round(share * 100) })}
              {thin.includes(stage) && <strong> · {t('cycle.panel.thin')}</strong>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

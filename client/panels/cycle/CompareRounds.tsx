/** The shares of every stage, round by round: a table, so that it can be read without seeing bars. */
import { useTranslation } from 'react-i18next';
import { stageShares } from '#shared/map/readings/stageShares.ts';
import { stages } from '#shared/kinds/values.ts';
import { useFindings, useMap } from '#client/map/MapContext.ts';
import styles from './CyclePanel.module.css';

export function CompareRounds() {
  const { t } = useTranslation();
  const map = useMap();
  const { index } = useFindings();
  if (map.iterations.length < 2) return null;
  const rounds = map.iterations.map((round) => ({ round, shares: stageShares(index, round.number) }));
  return (
    <details className={styles['more']}>
      <summary>{t('cycle.panel.compare')}</summary>
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label={t('cycle.panel.compareCaption')}>
        <table className={styles['table']}>
          <caption className="visually-hidden">{t('cycle.panel.compareCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('cycle.panel.stage')}</th>
              {rounds.map(({ round }) => (
                <th key={round.id} scope="col">
                  {t('cycle.round', { number: round.number })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stages.map((stage) => (
              <tr key={stage} data-stage={stage}>
                <th scope="row">{t(`cycle.stage.${stage}`)}</th>
                {rounds.map(({ round, shares }) => {
                  const own = shares.find((one) => one.stage === stage);
                  const percent = Math.round((own?.share ?? 0) * 100);
                  return (
                    <td key={round.id}>
                      <span className={styles['bar']} aria-hidden="true">
                        <span style={{ inlineSize: `${percent}%` }} />
                      </span>
                      {percent}% <span className={styles['quiet']}>{t('cycle.notes', { count: own?.notes ?? 0 })}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

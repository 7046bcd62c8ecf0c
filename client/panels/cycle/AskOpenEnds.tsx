/** Before a round is closed, once: what is not said yet, with the questions that the findings ask about it. */
import { useTranslation } from 'react-i18next';
import type { OpenEnds } from '#shared/map/readings/openEnds.ts';
import styles from './CyclePanel.module.css';

export function AskOpenEnds({ ends }: { readonly ends: OpenEnds }) {
  const { t } = useTranslation();
  return (
    <div className={styles['openEnds']} role="alert">
      {ends.isUnreflected && (
        <p>
          {t('cycle.panel.unreflected')} <strong>{t('findings.rules.CYC-1.ask')}</strong>
        </p>
      )}
      {ends.withoutResult.length > 0 && (
        <p>
          {t('cycle.panel.withoutResult', {
            names: ends.withoutResult.map(({ title }) => t('cycle.panel.quoted', { title })),
          })}{' '}
          <strong>{t('findings.rules.EXP-5.ask')}</strong>
        </p>
      )}
      <p>{t('cycle.panel.closeAllTheSame')}</p>
    </div>
  );
}

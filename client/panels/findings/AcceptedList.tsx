/** Findings the group lives with, each with its reason; a reason can be withdrawn. */
import { useTranslation } from 'react-i18next';
import type { FindingState } from '#shared/map/rules/computeFindings.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { useMay } from '#client/map/useMay.ts';
import cardStyles from './FindingCard.module.css';
import styles from './FindingsPanel.module.css';
import { useFindingWords } from './useFindingWords.ts';

export function AcceptedList({ accepted }: { readonly accepted: readonly FindingState[] }) {
  const { t, i18n } = useTranslation();
  const words = useFindingWords();
  const mayWithdraw = useMay()('acknowledgements', null, null);
  const { run } = useCommands();
  if (accepted.length === 0) return null;
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <details className={styles['more']}>
      <summary>{t('map.findings.acceptedTitle', { count: accepted.length })}</summary>
      <ul className={styles['plain']}>
        {accepted.map(({ finding, accepted: held }) => {
          const { message } = words.text(finding);
          const { rule, subject } = finding;
          return (
            <li key={`${rule} ${subject}`} className={styles['row']}>
              <p className={cardStyles['message']}>{message}</p>
              <p className={cardStyles['ask']}>{t('map.findings.because', { reason: held?.reason ?? '' })}</p>
              {held?.date !== null && held?.date !== undefined && (
                <p className={cardStyles['rule']}>
                  {t('map.findings.acceptedOn', { date: day.format(new Date(`${held.date}T00:00:00Z`)) })}
                </p>
              )}
              {mayWithdraw && (
                <button
                  type="button"
                  className={cardStyles['link']}
                  aria-label={`${t('map.findings.withdraw')}: ${message}`}
                  onClick={() =>
                    run([{ type: 'withdrawAcceptance', rule, subject }], t('map.findings.withdrawn', { message }))
                  }
                >
                  {t('map.findings.withdraw')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

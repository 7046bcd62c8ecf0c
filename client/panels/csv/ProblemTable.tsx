/** Every row that is left out, where it stands in the file, and why. */
import { useTranslation } from 'react-i18next';
import type { RowProblem } from '#shared/report/importing/importPreview.ts';
import styles from './CsvPanel.module.css';
import { reasonWords } from './reasonWords.ts';
import { useShownCount } from './useShownCount.tsx';

export function ProblemTable({
  label,
  problems,
}: {
  readonly label: string;
  readonly problems: readonly RowProblem[];
}) {
  const { t, i18n } = useTranslation();
  const { count, more } = useShownCount(problems.length);
  return (
    <div className={styles['scroll']} role="region" aria-label={label} tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('map.csv.row')}</th>
            <th scope="col">{t('map.csv.column')}</th>
            <th scope="col">{t('map.csv.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, count).map(({ row, column, reason }) => (
            <tr key={`${row} ${column} ${reason.code}`}>
              <td>{row === 0 ? t('map.csv.wholeFile') : row}</td>
              <td>{column ?? '–'}</td>
              <td>{reasonWords(reason, t, i18n.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </div>
  );
}

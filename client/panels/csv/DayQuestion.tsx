/** Asked once for a file whose days may be read in two ways. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayOrder } from '#shared/report/importing/cellDays.ts';
import type { ImportPreview } from '#shared/report/importing/importPreview.ts';
import styles from './CsvPanel.module.css';

export interface DayQuestionProps {
  readonly question: NonNullable<ImportPreview['dayQuestion']>;
  readonly order: DayOrder | null;
  readonly onOrder: (order: DayOrder) => void;
}

export function DayQuestion({ question, order, onOrder }: DayQuestionProps) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <fieldset className={styles['question']} aria-describedby={id}>
      <legend>{t('map.csv.dayTitle', { cell: question.cell })}</legend>
      <p id={id} className={styles['quiet']}>
        {t('map.csv.dayHint')}
      </p>
      {(['monthFirst', 'dayFirst'] as const).map((one) => (
        <label key={one} className={styles['answer']}>
          <input type="radio" name={id} checked={order === one} onChange={() => onOrder(one)} />
          {date.format(new Date(question[one]))}
        </label>
      ))}
    </fieldset>
  );
}

/** The numbers of an indicator so far, and one more. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';
import { isDay } from '#shared/kinds/fields.ts';
import { useKept } from '#client/drafts/useKept.ts';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { useMay } from '#client/map/useMay.ts';
import { Button } from '#client/ui/Button.tsx';
import { numberOf } from './Fields.tsx';
import fieldStyles from './Fields.module.css';
import styles from './InspectorPanel.module.css';

const Typed = v.object({ value: v.string(), date: v.string() });

export function MeasurementParts({ indicator }: { readonly indicator: string }) {
  const { t, i18n } = useTranslation();
  const map = useMap();
  const mayMeasure = useMay()('measurements', null, null);
  const { boardMap } = useBoardMap();
  const { run, refused } = useCommands();
  const { value: draft, keep } = useKept(`measure.${indicator}`, Typed, () => ({ value: '', date: boardMap.today() }));
  const { value, date } = draft;
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const day = (on: string) =>
    new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
      new Date(`${on}T00:00:00Z`),
    );
  const rows = map.measurements
    .filter((row) => row.indicator_id === indicator)
    .toSorted((a, b) => (a.date < b.date ? 1 : -1));
  const add = () => {
    const number = numberOf(value);
    if (number === undefined || number === null) return setProblem(t('map.details.number'));
    if (!isDay(date)) return setProblem(t('map.details.dayWrong'));
    setProblem(null);
    const said = t('map.details.measured', { value: number, day: day(date) });
    if (run([{ type: 'measure', indicator_id: indicator, date, value: number }], said).ok) keep({ value: '', date });
  };
  return (
    <section className={styles['parts']} aria-labelledby={id}>
      <h4 id={id}>{t('map.details.measurements')}</h4>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <strong>{row.value}</strong> {day(row.date)}
            {row.group === 'all' ? '' : ` · ${row.group}`}
          </li>
        ))}
      </ul>
      {mayMeasure && (
        <form
          className={styles['measure']}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <input
            className={fieldStyles['input']}
            inputMode="decimal"
            autoComplete="off"
            aria-label={t('map.details.value')}
            placeholder={t('map.details.value')}
            value={value}
            onChange={(event) => keep({ ...draft, value: event.target.value })}
          />
          <input
            className={fieldStyles['input']}
            type="date"
            aria-label={t('map.details.day')}
            value={date}
            onChange={(event) => keep({ ...draft, date: event.target.value })}
          />
          <Button type="submit">{t('map.details.addMeasurement')}</Button>
          {(problem ?? refused) !== null && (
            <p role="alert" className={fieldStyles['problem']}>
              {problem ?? refused}
            </p>
          )}
        </form>
      )}
    </section>
  );
}

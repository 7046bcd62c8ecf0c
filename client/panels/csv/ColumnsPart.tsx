/** Their columns beside ours: what each column of a file holds, as it is guessed and as people say it (CSV-12). */
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '#shared/report/importing/importPreview.ts';
import { importedColumns } from '#shared/report/importing/importRegister.ts';
import { isRegisterColumn, type RegisterColumn } from '#shared/report/registerColumns.ts';
import { Button } from '#client/ui/Button.tsx';
import styles from './CsvPanel.module.css';

export interface ColumnsPartProps {
  readonly name: string;
  readonly preview: ImportPreview;
  /** The first rows of the file, to find the headings in. */
  readonly firstRows: readonly (readonly string[])[];
  /** Guesses anew, with the headings in another row; 0 = there are none. */
  readonly onHeaderRow: (row: number) => void;
  readonly onColumns: (columns: readonly (RegisterColumn | null)[]) => void;
  readonly onCancel: () => void;
}

type Choice = RegisterColumn | null;

export function ColumnsPart({ name, preview, firstRows, onHeaderRow, onColumns, onCancel }: ColumnsPartProps) {
  const { t } = useTranslation();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { columns, headerRow } = preview;
  const [chosen, setChosen] = useState<readonly Choice[] | null>(null);
  const now = chosen ?? columns.map(({ column }) => column);
  const choose = (place: number, column: Choice): void =>
    // what one column holds, no other does
    setChosen(now.map((one, at) => (at === place ? column : one === column ? null : one)));
  const hasOrganization = now.includes('organization') || now.includes('organization_id');
  return (
    <div className={styles['preview']}>
      <h4 ref={heading} tabIndex={-1} className={styles['previewTitle']}>
        {t('map.csv.matchTitle')}
      </h4>
      <p className={styles['quiet']}>{t('map.csv.from', { name })}</p>
      <p>{t(hasOrganization ? 'map.csv.matchHint' : 'map.csv.matchMissing')}</p>
      <label className={styles['match']}>
        <span className={styles['matchName']}>{t('map.csv.headerRow')}</span>
        <select
          value={headerRow}
          onChange={(event) => {
            setChosen(null);
            onHeaderRow(Number(event.target.value));
          }}
        >
          {firstRows.map((cells, at) => (
            // rows have no name but their number
            // oxlint-disable-next-line react/no-array-index-key
            <option key={at} value={at + 1}>
              {t('map.csv.headerRowOf', { row: at + 1, cells: cells.filter(Boolean).join(', ').slice(0, 60) })}
            </option>
          ))}
          <option value={0}>{t('map.csv.headerNone')}</option>
        </select>
      </label>
      <ul className={styles['matches']}>
        {columns.map(({ label, samples, isEmpty }, at) =>
          isEmpty ? null : (
            // columns have no name but their place
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at} className={styles['match']}>
              <span>
                <span className={styles['matchName']}>{label.slice(0, 80)}</span>
                <span id={`${id}-${at}`} className={styles['quiet']}>
                  {samples.map((sample) => sample.slice(0, 40)).join(' · ')}
                </span>
              </span>
              <ColumnChoice
                label={t('map.csv.columnOf', { name: label.slice(0, 80) })}
                describedBy={`${id}-${at}`}
                column={now[at] ?? null}
                onColumn={(column) => choose(at, column)}
              />
            </li>
          ),
        )}
      </ul>
      {!hasOrganization && <p className={styles['quiet']}>{t('map.csv.matchNeeds')}</p>}
      <div className={styles['acts']}>
        <Button look="primary" disabled={!hasOrganization} onClick={() => onColumns(now)}>
          {t('map.csv.matchDone')}
        </Button>
        <Button look="plain" onClick={onCancel}>
          {t('map.csv.cancel')}
        </Button>
      </div>
    </div>
  );
}

interface ColumnChoiceProps {
  readonly label: string;
  readonly describedBy: string;
  readonly column: Choice;
  readonly onColumn: (column: Choice) => void;
}

function ColumnChoice({ label, describedBy, column, onColumn }: ColumnChoiceProps) {
  const { t } = useTranslation();
  // what the board computes stays known, so that the preview can say so
  const isComputed = column !== null && !importedColumns.some((one) => one === column);
  return (
    <select
      aria-label={label}
      aria-describedby={describedBy}
      value={isComputed ? '' : (column ?? '')}
      onChange={(event) => onColumn(isRegisterColumn(event.target.value) ? event.target.value : null)}
    >
      <option value="">{t('map.csv.leaveOut')}</option>
      {importedColumns.map((one) => (
        <option key={one} value={one}>
          {t(`map.csv.columnNames.${one}`)}
        </option>
      ))}
    </select>
  );
}

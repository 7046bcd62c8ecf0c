/** What an import would do to the map as it is: names of what comes and changes, every row that is left out and why. */
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowProblem } from '#shared/report/importPreview.ts';
import { importRegister } from '#shared/report/importRegister.ts';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { Button } from '#client/ui/Button.tsx';
import styles from './CsvPanel.module.css';
import { addedKinds, importedNames } from './importedNames.ts';
import { reasonWords } from './reasonWords.ts';

export interface ImportPreviewPartProps {
  readonly name: string;
  readonly text: string;
  readonly onTake: (withRatings: boolean) => void;
  readonly onCancel: () => void;
}

export function ImportPreviewPart({ name, text, onTake, onCancel }: ImportPreviewPartProps) {
  const { t } = useTranslation();
  const map = useMap();
  const { boardMap, isFacilitator } = useBoardMap();
  const [withRatings, setWithRatings] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const id = useId();
  const preview = useMemo(
    () => importRegister(map, text, { today: boardMap.today(), newId: () => boardMap.newId() }),
    [map, text, boardMap],
  );
  const names = useMemo(() => importedNames(map, preview, t), [map, preview, t]);
  const { problems, ratings } = preview;
  const badRows = new Set(problems.map(({ row }) => row)).size;
  const mayTake = preview.changes.length > 0 || (withRatings && ratings.size > 0);
  return (
    <div className={styles['preview']}>
      <h4 ref={heading} tabIndex={-1} className={styles['previewTitle']}>
        {t('map.csv.previewTitle')}
      </h4>
      <p className={styles['quiet']}>{t('map.csv.from', { name })}</p>
      <p>{preview.goodRows === 0 ? t('map.csv.nothingGood') : t('map.csv.rows', { count: preview.goodRows })}</p>
      {preview.goodRows > 0 && preview.changes.length === 0 && <p>{t('map.csv.nothing')}</p>}
      {addedKinds.map((kind) => {
        const list = names.added[kind];
        return list.length === 0 ? null : (
          <NameList key={kind} title={t(`map.csv.add.${kind}`, { count: list.length })} names={list} />
        );
      })}
      {names.changed.length > 0 && (
        <NameList title={t('map.csv.changed', { count: names.changed.length })} names={names.changed} />
      )}
      {problems.length > 0 && (
        <div className={styles['bad']}>
          <p className={styles['badTitle']}>{t('map.csv.bad', { count: badRows })}</p>
          <p className={styles['quiet']}>{t('map.csv.badHint')}</p>
          <ProblemTable label={t('map.csv.bad', { count: badRows })} problems={problems} />
        </div>
      )}
      {preview.unknownColumns.length > 0 && (
        <p className={styles['quiet']}>
          {t('map.csv.unknownColumns', { columns: preview.unknownColumns.map((one) => one.slice(0, 60)).join(', ') })}
        </p>
      )}
      {preview.leftOutColumns.length > 0 && (
        <p className={styles['quiet']}>{t('map.csv.leftOutColumns', { columns: preview.leftOutColumns.join(', ') })}</p>
      )}
      {ratings.size > 0 && !isFacilitator && <p className={styles['quiet']}>{t('map.csv.ratingsLeftOut')}</p>}
      {ratings.size > 0 && isFacilitator && (
        <div className={styles['check']}>
          <input
            id={id}
            type="checkbox"
            checked={withRatings}
            aria-describedby={`${id}-hint`}
            onChange={(event) => setWithRatings(event.target.checked)}
          />
          <span>
            <label htmlFor={id}>{t('map.csv.ratings', { count: ratings.size })}</label>
            <span id={`${id}-hint`} className={styles['quiet']}>
              {t('map.csv.ratingsHint')}
            </span>
          </span>
        </div>
      )}
      <div className={styles['acts']}>
        <Button look="primary" disabled={!mayTake} onClick={() => onTake(withRatings)}>
          {t('map.csv.take')}
        </Button>
        <Button look="plain" onClick={onCancel}>
          {t('map.csv.cancel')}
        </Button>
      </div>
    </div>
  );
}

const openUpTo = 8;

function NameList({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  return (
    <details open={names.length <= openUpTo}>
      <summary>{title}</summary>
      <ul className={styles['names']}>
        {names.map((name, place) => (
          // two things may have one name
          // oxlint-disable-next-line react/no-array-index-key
          <li key={place}>{name}</li>
        ))}
      </ul>
    </details>
  );
}

function ProblemTable({ label, problems }: { readonly label: string; readonly problems: readonly RowProblem[] }) {
  const { t, i18n } = useTranslation();
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
          {problems.map(({ row, column, reason }) => (
            <tr key={`${row} ${column} ${reason.code}`}>
              <td>{row === 0 ? t('map.csv.wholeFile') : row}</td>
              <td>{column ?? '–'}</td>
              <td>{reasonWords(reason, t, i18n.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

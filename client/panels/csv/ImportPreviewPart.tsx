/** What an import would do to the map as it is: names of what comes and changes, every row that is left out and why. */
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayOrder } from '#shared/report/importing/cellDays.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { useActRefusal } from '#client/map/useActRefusal.ts';
import { Button } from '#client/ui/Button.tsx';
import { LockedLine } from '#client/panels/things/LockedLine.tsx';
import { compareWords } from '../snapshots/compareWords.ts';
import styles from './CsvPanel.module.css';
import { DayQuestion } from './DayQuestion.tsx';
import { addedKinds, addedName, changedName, importedIds, type Moments } from './importedNames.ts';
import { NameList } from './NameList.tsx';
import { ProblemTable } from './ProblemTable.tsx';
import { ReadingRows } from './ReadingPart.tsx';
import type { ImportReading, ReadPreview } from './useImportPreview.ts';

export interface ImportPreviewPartProps {
  readonly name: string;
  readonly read: ReadPreview;
  /** of a reading that goes on because something changed */
  readonly progress: ImportReading['progress'];
  /** What was answered to the question about days. */
  readonly dayOrder: DayOrder | null;
  readonly onDayOrder: (order: DayOrder) => void;
  readonly onMatch: () => void;
  readonly onTake: (withRatings: boolean) => void;
  readonly onCancel: () => void;
}

export function ImportPreviewPart(props: ImportPreviewPartProps) {
  const { name, read, progress, dayOrder, onDayOrder, onMatch, onTake, onCancel } = props;
  const { t } = useTranslation();
  const { preview } = read;
  const { isFacilitator } = useBoardMap();
  const whyNot = useActRefusal()?.(read.map, preview.changes) ?? null;
  const [withRatings, setWithRatings] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { problems, ratings, dayQuestion } = preview;
  const badRows = new Set(problems.map(({ row }) => row)).size;
  const isAsking = dayQuestion !== null && dayOrder === null;
  const mayTake =
    whyNot === null &&
    !isAsking &&
    progress === null &&
    (preview.changes.length > 0 || (withRatings && ratings.size > 0));
  return (
    <div className={styles['preview']}>
      <h4 ref={heading} tabIndex={-1} className={styles['previewTitle']}>
        {t('map.csv.previewTitle')}
      </h4>
      <p className={styles['quiet']}>{t('map.csv.from', { name })}</p>
      <ReadingRows progress={progress} />
      <p>{preview.goodRows === 0 ? t('map.csv.nothingGood') : t('map.csv.rows', { count: preview.goodRows })}</p>
      {dayQuestion !== null && <DayQuestion question={dayQuestion} order={dayOrder} onOrder={onDayOrder} />}
      {preview.goodRows > 0 && !isAsking && preview.changes.length === 0 && <p>{t('map.csv.nothing')}</p>}
      <ImportedLists read={read} />
      {problems.length > 0 && (
        <div className={styles['bad']}>
          <p className={styles['badTitle']}>{t('map.csv.bad', { count: badRows })}</p>
          <p className={styles['quiet']}>{t('map.csv.badHint')}</p>
          <ProblemTable label={t('map.csv.bad', { count: badRows })} problems={problems} />
        </div>
      )}
      <LeftOutColumns preview={preview} />
      {preview.columns.length > 0 && (
        <div>
          <Button onClick={onMatch}>{t('map.csv.match')}</Button>
        </div>
      )}
      {ratings.size > 0 && !isFacilitator && <p className={styles['quiet']}>{t('map.csv.ratingsLeftOut')}</p>}
      {ratings.size > 0 && isFacilitator && (
        <WithRatings count={ratings.size} isChosen={withRatings} onChosen={setWithRatings} />
      )}
      {isAsking && <p className={styles['quiet']}>{t('map.csv.dayFirst')}</p>}
      {whyNot !== null && <LockedLine text={t(`map.refused.${whyNot}`)} />}
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

/** Names of what comes, by kind, of what changes, and of what has the name of something else. */
function ImportedLists({ read: { preview, map: before } }: Pick<ImportPreviewPartProps, 'read'>) {
  const { t, i18n } = useTranslation();
  const { boardMap } = useBoardMap();
  const ids = useMemo(() => importedIds(preview.changes), [preview]);
  const moments: Moments = { before, after: preview.after };
  const words = compareWords(i18n, boardMap.today());
  const { sameNames } = preview;
  return (
    <>
      {addedKinds.map((kind) => {
        const list = ids.added[kind];
        return list.length === 0 ? null : (
          <NameList
            key={kind}
            title={t(`map.csv.add.${kind}`, { count: list.length })}
            of={list}
            nameOf={(one) => addedName(moments, kind, one, t)}
          />
        );
      })}
      {ids.changed.length > 0 && (
        <NameList
          title={t('map.csv.changed', { count: ids.changed.length })}
          of={ids.changed}
          nameOf={(one) => changedName(moments, one, words, t)}
        />
      )}
      {sameNames.length > 0 && (
        <NameList
          title={t('map.csv.sameNames', { count: sameNames.length })}
          of={sameNames}
          nameOf={(one) => ({ name: t('map.csv.sameName', { ...one }), details: [] })}
        />
      )}
    </>
  );
}

function LeftOutColumns({ preview }: Pick<ReadPreview, 'preview'>) {
  const { t } = useTranslation();
  return (['withoutKind', 'unknownColumns', 'leftOutColumns'] as const).map((which) => {
    const columns = preview[which].map((one) => one.slice(0, 60));
    if (columns.length === 0) return null;
    return (
      <p key={which} className={styles['quiet']}>
        {t(`map.csv.${which}`, { columns })}
      </p>
    );
  });
}

interface WithRatingsProps {
  readonly count: number;
  readonly isChosen: boolean;
  readonly onChosen: (isChosen: boolean) => void;
}

function WithRatings({ count, isChosen, onChosen }: WithRatingsProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={styles['check']}>
      <input
        id={id}
        type="checkbox"
        checked={isChosen}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChosen(event.target.checked)}
      />
      <span>
        <label htmlFor={id}>{t('map.csv.ratings', { count })}</label>
        <span id={`${id}-hint`} className={styles['quiet']}>
          {t('map.csv.ratingsHint')}
        </span>
      </span>
    </div>
  );
}

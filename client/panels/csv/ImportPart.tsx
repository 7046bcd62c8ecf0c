/**
 * Import: a file or pasted rows, where needed what its columns hold, then what they would do, then one act that one undo takes
 * back (CSV-4, CSV-5).
 */
import { Undo2 } from '#client/ui/icons/Undo2.tsx';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportChoices } from '#shared/report/importing/importPreview.ts';
import { choicesToRemember } from '#shared/report/importing/readTable.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { useRatings } from '#client/map/RatingsContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { ChooseTable } from './ChooseTable.tsx';
import { decoded } from './codePages.ts';
import type { ColumnMemory } from './ColumnMemory.ts';
import { ColumnsPart } from './ColumnsPart.tsx';
import styles from './CsvPanel.module.css';
import { firstRowsOf } from './firstRowsOf.ts';
import { ImportPreviewPart } from './ImportPreviewPart.tsx';
import { ReadingPart } from './ReadingPart.tsx';
import { onMapNow, type ReadPreview, useImportPreview } from './useImportPreview.ts';
import { LettersPart } from './LettersPart.tsx';
import type { TableSource } from './readTableFile.ts';

export interface ImportPartProps {
  readonly beforeImport: () => Promise<void>;
  readonly memory: ColumnMemory;
}

export function ImportPart({ beforeImport, memory }: ImportPartProps) {
  const { t } = useTranslation();
  const { boardMap, spoken, history } = useBoardMap();
  const ratings = useRatings();
  const [source, setSource] = useState<TableSource | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isDone, setDone] = useState(false);
  const id = useId();

  const forget = (): void => setSource(null);
  const take = async ({ table }: TableSource, read: ReadPreview, choices: ImportChoices, withRatings: boolean) => {
    await beforeImport();
    // somebody may have changed the map since it was read
    const result = await onMapNow(boardMap, read, table, choices);
    const outcome = boardMap.take(result.changes);
    if (!outcome.ok) {
      setProblem(t(`map.refused.${outcome.code}`));
      return;
    }
    if (withRatings && ratings !== null)
      for (const [organization, rating] of result.ratings)
        void ratings.rate(organization, { ...ratings.ratingOf(organization), ...rating });
    forget();
    setDone(true);
    spoken.say(t('map.csv.done'));
  };
  const undo = (): void => {
    setDone(false);
    if (history.undo()) spoken.say(t('map.csv.undone'));
  };

  return (
    <section className={styles['part']} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t('map.csv.importTitle')}</h3>
      {isDone && (
        <div className={styles['done']}>
          <p>{t('map.csv.done')}</p>
          <Button icon={<Undo2 aria-hidden="true" />} onClick={undo}>
            {t('map.csv.undo')}
          </Button>
        </div>
      )}
      {problem !== null && (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
      {source === null ? (
        <ChooseTable
          onSource={(chosen) => {
            setDone(false);
            setProblem(null);
            setSource(chosen);
          }}
          onRefused={(code) => {
            setDone(false);
            setProblem(code);
          }}
        />
      ) : (
        <TablePart
          source={source}
          memory={memory}
          onSource={setSource}
          onTake={(read, choices, withRatings) => void take(source, read, choices, withRatings)}
          onCancel={forget}
        />
      )}
    </section>
  );
}

interface TablePartProps {
  readonly source: TableSource;
  readonly memory: ColumnMemory;
  readonly onSource: (source: TableSource) => void;
  readonly onTake: (read: ReadPreview, choices: ImportChoices, withRatings: boolean) => void;
  readonly onCancel: () => void;
}

/** Lives for one table: what is said of its columns, days and letters. */
function TablePart({ source, memory, onSource, onTake, onCancel }: TablePartProps) {
  const [choices, setChoices] = useState<ImportChoices>(() => ({ remembered: memory.read() }));
  const [isMatching, setMatching] = useState<boolean | null>(null);
  const { table, old, name } = source;
  const { read, progress } = useImportPreview(table, choices);
  const firstRows = useMemo(() => firstRowsOf(table), [table]);
  if (read === null) return <ReadingPart name={name} progress={progress} onCancel={onCancel} />;
  const { preview } = read;
  const isUnknown = preview.problems.some(({ reason }) => reason.code === 'missingInHeader');
  return (
    <>
      {old !== undefined && typeof table === 'string' && (
        <LettersPart
          text={table}
          codePage={old.codePage}
          onCodePage={(codePage) =>
            onSource({ ...source, table: decoded(old.bytes, codePage), old: { ...old, codePage } })
          }
        />
      )}
      {(isMatching ?? isUnknown) && preview.columns.length > 0 ? (
        <ColumnsPart
          name={name}
          preview={preview}
          firstRows={firstRows}
          onHeaderRow={(headerRow) => {
            setMatching(true);
            setChoices(({ columns: _columns, ...others }) => ({ ...others, headerRow }));
          }}
          onColumns={(columns) => {
            memory.keep(
              choicesToRemember(
                preview.headerRow === 0
                  ? []
                  : preview.columns.map(({ label }, at) => ({ label, column: columns[at] ?? null })),
              ),
            );
            setChoices((before) => ({ ...before, columns }));
            setMatching(false);
          }}
          onCancel={onCancel}
        />
      ) : (
        <ImportPreviewPart
          name={name}
          read={read}
          progress={progress}
          dayOrder={choices.dayOrder ?? null}
          onDayOrder={(dayOrder) => setChoices((before) => ({ ...before, dayOrder }))}
          onMatch={() => setMatching(true)}
          onTake={(withRatings) => onTake(read, choices, withRatings)}
          onCancel={onCancel}
        />
      )}
    </>
  );
}

/** Import: a file or pasted rows, then what they would do, then one act that one undo takes back (CSV-4, CSV-5). */
import { Undo2 } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importRegister } from '#shared/report/importRegister.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { useRatings } from '#client/map/RatingsContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { FileDrop } from '#client/ui/FileDrop.tsx';
import styles from './CsvPanel.module.css';
import { ImportPreviewPart } from './ImportPreviewPart.tsx';
import { readCsvFile } from './readCsvFile.ts';

interface Source {
  readonly name: string;
  readonly text: string;
}

export function ImportPart({ beforeImport }: { readonly beforeImport: () => Promise<void> }) {
  const { t } = useTranslation();
  const { boardMap, spoken, history } = useBoardMap();
  const ratings = useRatings();
  const [source, setSource] = useState<Source | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pasted, setPasted] = useState('');
  const [isDone, setDone] = useState(false);
  const id = useId();

  const open = async (chosen: File): Promise<void> => {
    const read = await readCsvFile(chosen);
    setDone(false);
    setProblem(read.ok ? null : t(`map.csv.${read.code}`));
    setSource(read.ok ? { name: chosen.name, text: read.text } : null);
  };
  const forget = (): void => {
    setSource(null);
    setPasted('');
  };
  const take = async (text: string, withRatings: boolean): Promise<void> => {
    await beforeImport();
    // once more on the map as it is now: somebody may have changed it since the preview was drawn
    const context = { today: boardMap.today(), newId: () => boardMap.newId() };
    const result = importRegister(boardMap.map(), text, context);
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
        <>
          <p className={styles['quiet']}>{t('map.csv.importHint')}</p>
          <FileDrop
            label={t('map.csv.choose')}
            hint={t('map.csv.drop')}
            accept=".csv,.tsv,.txt,text/csv"
            look="primary"
            onFile={(chosen) => void open(chosen)}
          />
          <label className={styles['quiet']} htmlFor={id}>
            {t('map.csv.paste')}
          </label>
          <textarea
            id={id}
            className={styles['paste']}
            rows={4}
            spellCheck={false}
            value={pasted}
            placeholder={'organization,sector,interest,kind,role_title'}
            onChange={(event) => setPasted(event.target.value)}
          />
          {pasted.trim() !== '' && (
            <div>
              <Button
                onClick={() => {
                  setDone(false);
                  setProblem(null);
                  setSource({ name: t('map.csv.pasted'), text: pasted });
                }}
              >
                {t('map.csv.pasteLook')}
              </Button>
            </div>
          )}
        </>
      ) : (
        <ImportPreviewPart
          name={source.name}
          text={source.text}
          onTake={(withRatings) => void take(source.text, withRatings)}
          onCancel={forget}
        />
      )}
    </section>
  );
}

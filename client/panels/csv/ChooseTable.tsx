/** Where a table comes from: a file, or rows that are pasted. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { FileDrop } from '#client/ui/FileDrop.tsx';
import styles from './CsvPanel.module.css';
import { maxTableBytes, maxUnpackedBytes, readTableFile, type TableSource } from './readTableFile.ts';

export interface ChooseTableProps {
  readonly onSource: (source: TableSource) => void;
  /** Why a file is not taken, in words. */
  readonly onRefused: (sentence: string) => void;
}

const megabytes = (bytes: number): number => Math.floor(bytes / 1024 / 1024);

export function ChooseTable({ onSource, onRefused }: ChooseTableProps) {
  const { t } = useTranslation();
  const [pasted, setPasted] = useState('');
  const [isReading, setReading] = useState(false);
  const id = useId();
  const open = async (chosen: File): Promise<void> => {
    setReading(true);
    const read = await readTableFile(chosen);
    setReading(false);
    if (read.ok) onSource(read.source);
    else
      onRefused(
        t(`map.csv.file.${read.code}`, { max: megabytes(maxTableBytes), unpacked: megabytes(maxUnpackedBytes) }),
      );
  };
  return (
    <>
      <p className={styles['quiet']}>{t('map.csv.importHint')}</p>
      <FileDrop
        label={t('map.csv.choose')}
        hint={t('map.csv.drop')}
        accept=".csv,.tsv,.txt,.xlsx,.zip,text/csv"
        look="primary"
        isBusy={isReading}
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
          <Button onClick={() => onSource({ name: t('map.csv.pasted'), table: pasted })}>
            {t('map.csv.pasteLook')}
          </Button>
        </div>
      )}
    </>
  );
}

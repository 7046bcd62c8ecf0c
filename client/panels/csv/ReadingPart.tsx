/** While a long table is read for the first time. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import styles from './CsvPanel.module.css';
import type { ImportReading } from './useImportPreview.ts';

export interface ReadingPartProps {
  readonly name: string;
  readonly progress: ImportReading['progress'];
  readonly onCancel: () => void;
}

export function ReadingPart({ name, progress, onCancel }: ReadingPartProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles['preview']}>
      <h4 ref={heading} tabIndex={-1} className={styles['previewTitle']}>
        {t('map.csv.reading')}
      </h4>
      <p className={styles['quiet']}>{t('map.csv.from', { name })}</p>
      <ReadingRows progress={progress} />
      <div>
        <Button look="plain" onClick={onCancel}>
          {t('map.csv.cancel')}
        </Button>
      </div>
    </div>
  );
}

/** How far the reading is; nothing when it is done. */
export function ReadingRows({ progress }: Pick<ReadingPartProps, 'progress'>) {
  const { t } = useTranslation();
  return progress === null ? null : (
    <div className={styles['quiet']}>
      <progress value={progress.rows} max={progress.of} aria-label={t('map.csv.reading')} />{' '}
      {t('map.csv.readRows', { rows: progress.rows, of: progress.of })}
    </div>
  );
}

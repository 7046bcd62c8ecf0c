/** The stakeholder register as a table: import with a preview, export as a file. */
import { useTranslation } from 'react-i18next';
import { useReadOnly } from '#client/map/MapContext.ts';
import styles from './CsvPanel.module.css';
import { ExportPart } from './ExportPart.tsx';
import { ImportPart } from './ImportPart.tsx';

export function CsvPanel() {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  return (
    <div className={styles['panel']}>
      {readOnly ? <p className={styles['quiet']}>{t('map.refused.readOnly')}</p> : <ImportPart />}
      <ExportPart />
    </div>
  );
}

/** The stakeholder register as a table: import with a preview, export as a file. */
import { useTranslation } from 'react-i18next';
import { useReadOnly } from '#client/map/MapContext.ts';
import { useMay } from '#client/map/useMay.ts';
import { HeldBack } from '#client/panels/things/HeldBack.tsx';
import { ColumnMemory } from './ColumnMemory.ts';
import styles from './CsvPanel.module.css';
import { ExportPart } from './ExportPart.tsx';
import { ImportPart } from './ImportPart.tsx';

/** Kept on this device, where it allows that. */
const memory = new ColumnMemory({
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
});

export interface CsvPanelProps {
  /** Keeps the board as it is; an import waits for it. */
  readonly beforeImport: () => Promise<void>;
}

export function CsvPanel({ beforeImport }: CsvPanelProps) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const mayImport = useMay()('organizations', null, null);
  return (
    <div className={styles['panel']}>
      {readOnly ? (
        <p className={styles['quiet']}>{t('map.refused.readOnly')}</p>
      ) : mayImport ? (
        <ImportPart beforeImport={beforeImport} memory={memory} />
      ) : (
        <HeldBack of="organizations" />
      )}
      <ExportPart />
    </div>
  );
}

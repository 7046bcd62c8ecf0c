/** Lets nobody new in: the group is complete. */
import { useTranslation } from 'react-i18next';
import styles from './SharePanel.module.css';

export interface CloseTableProps {
  readonly isClosed: boolean;
  readonly onClose: (isClosed: boolean) => void;
}

export function CloseTable({ isClosed, onClose }: CloseTableProps) {
  const { t } = useTranslation();
  return (
    <label className={styles['table']} data-closed={isClosed || undefined}>
      <input type="checkbox" checked={isClosed} onChange={(event) => onClose(event.target.checked)} />
      <span>
        {t('share.closeTable')}
        <span className={styles['hint']}>{t('share.closeTableHint')}</span>
      </span>
    </label>
  );
}

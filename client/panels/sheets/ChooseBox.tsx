/** Chooses a note or a group beside what else is chosen. */
import { useTranslation } from 'react-i18next';
import styles from './SheetsPanel.module.css';

export interface ChooseBoxProps {
  readonly name: string;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

export function ChooseBox({ name, isChosen, onToggle }: ChooseBoxProps) {
  const { t } = useTranslation();
  return (
    <label className={styles['check']}>
      <input type="checkbox" checked={isChosen} aria-label={t('sheet.panel.choose', { name })} onChange={onToggle} />
    </label>
  );
}

/** On which paper the one page and the poster are: as the region of the reader has it, or the other. */
import { useTranslation } from 'react-i18next';
import { type PaperSize, paperSizes } from '#shared/wire/paper.ts';
import styles from './TakeHomePanel.module.css';

export interface PaperChoiceProps {
  readonly id: string;
  readonly value: PaperSize;
  readonly onChange: (paper: PaperSize) => void;
}

export function PaperChoice({ id, value, onChange }: PaperChoiceProps) {
  const { t } = useTranslation();
  const choose = (written: string): void => {
    const paper = paperSizes.find((one) => one === written);
    if (paper !== undefined) onChange(paper);
  };
  return (
    <div className={styles['since']}>
      <label htmlFor={id}>{t('takeHome.paper')}</label>
      <select id={id} value={value} onChange={(event) => choose(event.target.value)}>
        {paperSizes.map((paper) => (
          <option key={paper} value={paper}>
            {t(`takeHome.paperSizes.${paper}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Which letters an old file holds: it does not say, so people look at its words and choose. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './CsvPanel.module.css';
import { type CodePage, codePages, strangeWords } from './codePages.ts';

export interface LettersPartProps {
  readonly text: string;
  readonly codePage: CodePage;
  readonly onCodePage: (codePage: CodePage) => void;
}

export function LettersPart({ text, codePage, onCodePage }: LettersPartProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={styles['question']} role="group" aria-labelledby={`${id}-title`}>
      <p id={`${id}-title`} className={styles['matchName']}>
        {t('map.csv.lettersTitle')}
      </p>
      <p id={`${id}-words`} aria-live="polite">
        {strangeWords(text).join(' · ')}
      </p>
      <label className={styles['match']}>
        <span className={styles['quiet']}>{t('map.csv.lettersHint')}</span>
        <select
          aria-label={t('map.csv.letters')}
          aria-describedby={`${id}-words`}
          value={codePage}
          onChange={(event) => {
            const chosen = codePages.find((one) => one === event.target.value);
            if (chosen !== undefined) onCodePage(chosen);
          }}
        >
          {codePages.map((one) => (
            <option key={one} value={one}>
              {t(`map.csv.codePages.${one}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

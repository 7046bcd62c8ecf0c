/** Words that somebody typed for a thing that is gone or closed meanwhile: still theirs, to copy or to throw away (DRAFT-3). */
import { useTranslation } from 'react-i18next';
import { useKeptText } from '#client/drafts/useKept.ts';
import { Button } from '#client/ui/Button.tsx';
import { CopyButton } from '#client/ui/CopyButton.tsx';
import styles from './KeptWords.module.css';

export interface KeptWordsProps {
  /** of the draft */
  readonly name: string;
  /** What happened. */
  readonly why: string;
}

export function KeptWords({ name, why }: KeptWordsProps) {
  const { t } = useTranslation();
  const { value, isKept, forget } = useKeptText(name);
  if (!isKept || value.trim() === '') return null;
  return (
    <div className={styles['kept']} role="status">
      <p>{why}</p>
      <blockquote>{value}</blockquote>
      <div className={styles['acts']}>
        <CopyButton text={value} label={t('common.copy')} doneLabel={t('common.copied')} />
        <Button look="plain" onClick={forget}>
          {t('drafts.throwAway')}
        </Button>
      </div>
    </div>
  );
}

/** Asks in one step whether somebody is only taken off the board, or kept out for good. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import styles from './PeoplePanel.module.css';

export interface RemovePersonProps {
  readonly name: string;
  readonly onRemove: () => void;
  readonly onKeepOut: () => void;
  /** First what they did is looked at, and taken back. */
  readonly onActs: () => void;
  readonly onCancel: () => void;
}

export function RemovePerson({ name, onRemove, onKeepOut, onActs, onCancel }: RemovePersonProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={styles['ask']} role="alertdialog" aria-label={t('people.remove', { name })}>
      <p>{t('people.removeAsk', { name })}</p>
      <div className={styles['choice']}>
        <Button autoFocus aria-describedby={`${id}-remove`} onClick={onRemove}>
          {t('people.removeYes')}
        </Button>
        <p id={`${id}-remove`}>{t('people.removeHint')}</p>
      </div>
      <div className={styles['choice']}>
        <Button look="danger" aria-describedby={`${id}-keep-out`} onClick={onKeepOut}>
          {t('people.keepOutYes')}
        </Button>
        <p id={`${id}-keep-out`}>{t('people.keepOutHint')}</p>
      </div>
      <div className={styles['choice']}>
        <Button aria-describedby={`${id}-acts`} onClick={onActs}>
          {t('people.acts.first')}
        </Button>
        <p id={`${id}-acts`}>{t('people.acts.firstHint')}</p>
      </div>
      <div className={styles['answers']}>
        <Button look="plain" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  );
}

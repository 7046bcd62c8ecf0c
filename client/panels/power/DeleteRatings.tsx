/** Deletes all ratings of the board, after asking in place: nothing brings them back. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import styles from './PowerPanel.module.css';

export function DeleteRatings({ onDelete }: { readonly onDelete: () => void }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <div className={styles['delete']}>
        <Button look="danger" onClick={() => setAsking(true)}>
          {t('map.power.deleteAll')}
        </Button>
      </div>
    );
  }
  return (
    <div
      className={styles['ask']}
      role="alertdialog"
      aria-label={t('map.power.deleteAll')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setAsking(false);
      }}
    >
      <p>{t('map.power.deleteAsk')}</p>
      <div className={styles['answers']}>
        <Button
          look="danger"
          onClick={() => {
            setAsking(false);
            onDelete();
          }}
        >
          {t('map.power.deleteYes')}
        </Button>
        <Button look="plain" autoFocus onClick={() => setAsking(false)}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  );
}

/** Deletes all ratings of the board, after asking in place: nothing brings them back. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { Question } from '#client/ui/messages/Question.tsx';
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
    <Question
      question={t('map.power.deleteAsk')}
      yes={t('map.power.deleteYes')}
      isFinal
      onYes={() => {
        setAsking(false);
        onDelete();
      }}
      onCancel={() => setAsking(false)}
    />
  );
}

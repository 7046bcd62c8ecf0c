/** What is worth a talk, but not now: add, take up as an action or a note, let go. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMap, useReadOnly } from '#client/map/MapContext.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { Button } from '#client/ui/Button.tsx';
import styles from './ActionsPanel.module.css';
import { ParkedRow } from './ParkedRow.tsx';

export function ParkingLot() {
  const { t } = useTranslation();
  const map = useMap();
  const readOnly = useReadOnly();
  const { run, refused } = useCommands();
  const [text, setText] = useState('');
  const heading = useId();
  const parked = map.parking_lot.filter(({ status }) => status === 'parked');
  const away = map.parking_lot.filter(({ status }) => status !== 'parked');
  const add = () => {
    const question = text.trim();
    if (question === '') return;
    const command = { type: 'add', collection: 'parking_lot', fields: { text: question } } as const;
    if (run([command], t('actions.parked', { text: question })).ok) setText('');
  };
  return (
    <section aria-labelledby={heading} className={styles['section']}>
      <h3 id={heading} className={styles['heading']}>
        {t('actions.parkingTitle')}
      </h3>
      <p className={styles['quiet']}>{t('actions.parkingIntro')}</p>
      {!readOnly && (
        <form
          className={styles['add']}
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <input
            aria-label={t('actions.parkingNew')}
            placeholder={t('actions.parkingPlaceholder')}
            value={text}
            maxLength={10_000}
            autoComplete="off"
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="submit" disabled={text.trim() === ''}>
            {t('actions.park')}
          </Button>
        </form>
      )}
      {refused !== null && (
        <p role="alert" className={styles['late']}>
          {refused}
        </p>
      )}
      {parked.length === 0 ? (
        <p className={styles['quiet']}>{t('actions.parkingNone')}</p>
      ) : (
        <ul className={styles['rows']}>
          {parked.map((item) => (
            <ParkedRow key={item.id} item={item} />
          ))}
        </ul>
      )}
      {away.length > 0 && (
        <details className={styles['more']}>
          <summary>{t('actions.away', { count: away.length })}</summary>
          <ul className={styles['rows']}>
            {away.map((item) => (
              <ParkedRow key={item.id} item={item} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** What is worth a talk, but not now: add, take up as an action or a note, let go. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptText } from '#client/drafts/useKept.ts';
import { useKeptFocus } from '#client/drafts/useKeptFocus.ts';
import { useMap } from '#client/map/MapContext.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { useMay } from '#client/map/useMay.ts';
import { Button } from '#client/ui/Button.tsx';
import { isBlank } from '#shared/text/unseen.ts';
import styles from './ActionsPanel.module.css';
import { ParkedRow } from './ParkedRow.tsx';

export function ParkingLot() {
  const { t } = useTranslation();
  const map = useMap();
  const mayPark = useMay()('parking_lot', null, null);
  const { run, refused } = useCommands();
  const { value: text, keep: setText, forget } = useKeptText('parking.new');
  const field = useKeptFocus('parking.new');
  const heading = useId();
  const parked = map.parking_lot.filter(({ status }) => status === 'parked');
  const away = map.parking_lot.filter(({ status }) => status !== 'parked');
  const add = () => {
    const question = text.trim();
    if (question === '' || !mayPark) return;
    const command = { type: 'add', collection: 'parking_lot', fields: { text: question } } as const;
    if (run([command], t('actions.parked', { text: question })).ok) forget();
  };
  return (
    <section aria-labelledby={heading} className={styles['section']}>
      <h3 id={heading} className={styles['heading']}>
        {t('actions.parkingTitle')}
      </h3>
      <p className={styles['quiet']}>{t('actions.parkingIntro')}</p>
      {(mayPark || !isBlank(text)) && (
        <form
          className={styles['add']}
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <input
            ref={field}
            aria-label={t('actions.parkingNew')}
            placeholder={t('actions.parkingPlaceholder')}
            value={text}
            maxLength={10_000}
            autoComplete="off"
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="submit" disabled={isBlank(text) || !mayPark}>
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

/** The timed history, folded by day: each moment like any other snapshot, with the time as its name. */
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SnapshotSummary } from '#shared/wire/snapshots.ts';
import { momentsByDay } from './momentsByDay.ts';
import styles from './SnapshotsPanel.module.css';

export interface TimedListProps {
  readonly moments: readonly SnapshotSummary[];
  readonly children: (moment: SnapshotSummary) => ReactNode;
}

export function TimedList({ moments, children }: TimedListProps) {
  const { t, i18n } = useTranslation();
  if (moments.length === 0) return null;
  return (
    <section className={styles['timed']} aria-label={t('snapshots.timed.title')}>
      <h3>{t('snapshots.timed.title')}</h3>
      <p className={styles['quiet']}>{t('snapshots.timed.lead')}</p>
      {momentsByDay(moments, i18n.language).map(({ key, day, moments: ofDay }) => (
        <Day key={key} title={t('snapshots.timed.day', { day, count: ofDay.length })}>
          {() => ofDay.map((moment) => children(moment))}
        </Day>
      ))}
    </section>
  );
}

function Day({ title, children }: { readonly title: string; readonly children: () => ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles['day']} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && (
        <ul className={styles['list']} aria-label={title}>
          {children()}
        </ul>
      )}
    </details>
  );
}

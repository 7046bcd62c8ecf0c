/** The clock of the workshop, to be read from the last row, over a thin bar of the time that is left. */
import { useTranslation } from 'react-i18next';
import { timeText } from '#client/facilitation/timer/timeText.ts';
import { useServerNow, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { timeLeft } from '#shared/workshop/timer.ts';
import styles from './RoomClock.module.css';

export function RoomClock() {
  const { t } = useTranslation();
  const { timer } = useWorkshopState();
  const isRunning = timer !== null && timer.endsAt !== null;
  const now = useServerNow(isRunning, timer?.endsAt ?? undefined);
  if (timer === null) return <div className={styles['clock']} />;
  const leftMs = timeLeft(timer, now);
  const isOver = leftMs === 0;
  const share = timer.totalMs === 0 ? 0 : leftMs / timer.totalMs;
  return (
    <div className={styles['clock']} role="timer" data-over={isOver || undefined}>
      <p className={styles['figures']} data-long={leftMs >= 3_600_000 || undefined} data-now>
        {isOver ? t('roomScreen.timeOver') : timeText(leftMs)}
      </p>
      <div className={styles['track']} aria-hidden="true">
        <span style={{ inlineSize: `${share * 100}%` }} />
      </div>
      {!isRunning && !isOver && <p className={styles['paused']}>{t('roomScreen.paused')}</p>}
    </div>
  );
}

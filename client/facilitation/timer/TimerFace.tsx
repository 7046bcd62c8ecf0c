/** The clock that everybody shares: time left in figures and as a line that grows; the end is seen, heard and said. */
import { Pause } from '#client/ui/icons/Pause.tsx';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerNow, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { LiveRegion } from '#client/ui/LiveRegion.tsx';
import { timeLeft } from '#shared/workshop/timer.ts';
import { endSound, type EndSound } from './endSound.ts';
import { spokenMark, timeText } from './timeText.ts';
import styles from './TimerFace.module.css';

export function TimerFace() {
  const { t } = useTranslation();
  const { timer } = useWorkshopState();
  const isRunning = timer !== null && timer.endsAt !== null;
  const now = useServerNow(isRunning, timer?.endsAt ?? undefined);
  const leftMs = timer === null ? null : timeLeft(timer, now);
  useSoundAtEnd(leftMs);
  if (timer === null || leftMs === null) return null;
  const isOver = leftMs === 0;
  const isPaused = !isOver && timer.endsAt === null;
  const state = isOver ? 'over' : isPaused ? 'paused' : leftMs <= 60_000 ? 'short' : 'running';
  const mark = spokenMark(leftMs, timer.totalMs);
  const spoken = isPaused
    ? t('workshop.timer.saidPaused', { time: timeText(leftMs) })
    : mark === 'over'
      ? t('workshop.timer.over')
      : typeof mark === 'number'
        ? t('workshop.timer.saidLeft', { count: mark })
        : t('workshop.timer.saidStarted', { count: Math.round(timer.totalMs / 60_000) });
  return (
    <div className={styles['timer']} data-state={state} role="timer" aria-label={t('workshop.timer.label')}>
      <span className={styles['figures']}>
        {isPaused && <Pause aria-hidden="true" />}
        {isOver ? t('workshop.timer.over') : timeText(leftMs)}
      </span>
      <span className={styles['track']} aria-hidden="true">
        <span style={{ width: `${timer.totalMs === 0 ? 100 : 100 - (leftMs / timer.totalMs) * 100}%` }} />
      </span>
      <LiveRegion text={spoken} />
    </div>
  );
}

/** Only for whoever saw it run: joining after the end is silent. */
function useSoundAtEnd(leftMs: number | null): void {
  const wasRunning = useRef(false);
  const sound = useRef<EndSound | null>(null);
  useEffect(() => {
    if (typeof AudioContext === 'undefined') return undefined;
    const made = endSound(() => new AudioContext());
    sound.current = made;
    addEventListener('pointerup', made.allow);
    addEventListener('keydown', made.allow);
    return () => {
      removeEventListener('pointerup', made.allow);
      removeEventListener('keydown', made.allow);
      made.close();
    };
  }, []);
  useEffect(() => {
    if (leftMs === 0 && wasRunning.current) sound.current?.ring();
    wasRunning.current = leftMs !== null && leftMs > 0;
  }, [leftMs]);
}

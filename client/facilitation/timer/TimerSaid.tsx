/** The shared clock as it is heard: said when it starts and stops, at one minute, ten seconds and the end, which also sounds. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LiveRegion } from '#client/ui/LiveRegion.tsx';
import { endSound, type EndSound } from './endSound.ts';
import { spokenMark, timeText } from './timeText.ts';
import { useTimeLeft } from './useTimeLeft.ts';

export function TimerSaid() {
  const { t } = useTranslation();
  const left = useTimeLeft();
  useSoundAtEnd(left === null ? null : left.ms);
  if (left === null) return null;
  const mark = spokenMark(left.ms, left.totalMs);
  if (left.state === 'paused') return <LiveRegion text={t('workshop.timer.saidPaused', { time: timeText(left.ms) })} />;
  const said = {
    start: t('workshop.timer.saidStarted', { count: Math.round(left.totalMs / 60_000) }),
    minute: t('workshop.timer.saidLeft', { count: 1 }),
    seconds: t('workshop.timer.saidSeconds', { count: 10 }),
    over: t('workshop.timer.over'),
  };
  return <LiveRegion text={said[mark]} />;
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

/** The clock that everybody shares: time left in figures and as a line that grows. Pressed, it says them (`TimerSaid` says the marks). */
import { Pause } from '#client/ui/icons/Pause.tsx';
import { useTranslation } from 'react-i18next';
import { useBoardMap } from '#client/map/MapContext.ts';
import { timeText } from './timeText.ts';
import styles from './TimerFace.module.css';
import { useTimeLeft } from './useTimeLeft.ts';

export function TimerFace() {
  const { t } = useTranslation();
  const { spoken } = useBoardMap();
  const left = useTimeLeft();
  if (left === null) return null;
  const { ms, totalMs, state } = left;
  const figures = state === 'over' ? t('workshop.timer.over') : timeText(ms);
  return (
    <div className={styles['timer']} data-state={state} role="timer" aria-label={t('workshop.timer.label')}>
      <button
        type="button"
        className={styles['figures']}
        title={t('workshop.timer.say')}
        onClick={() => spoken.say(state === 'over' ? figures : t('workshop.timer.left', { time: figures }))}
      >
        {state === 'paused' && <Pause aria-hidden="true" />}
        {figures}
      </button>
      <span className={styles['track']} aria-hidden="true">
        <span style={{ width: `${totalMs === 0 ? 100 : 100 - (ms / totalMs) * 100}%` }} />
      </span>
    </div>
  );
}

/** The facilitator's hand on the shared clock. */
import { Pause } from '#client/ui/icons/Pause.tsx';
import { Play } from '#client/ui/icons/Play.tsx';
import { Plus } from '#client/ui/icons/Plus.tsx';
import { X } from '#client/ui/icons/X.tsx';
import { useTranslation } from 'react-i18next';
import { useKeptText } from '#client/drafts/useKept.ts';
import { useKeptFocus } from '#client/drafts/useKeptFocus.ts';
import { Buttons, Part } from '#client/facilitation/Part.tsx';
import { useServerNow, useWorkshopState, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { timeLeft } from '#shared/workshop/timer.ts';
import styles from './TimerPart.module.css';
import { timeText } from './timeText.ts';

const ready = [1, 3, 5, 10] as const;

export function TimerPart() {
  const { t } = useTranslation();
  const { ask } = useWorkshop();
  const { timer } = useWorkshopState();
  const { value: minutes, keep: setMinutes, forget } = useKeptText('timer.own');
  const field = useKeptFocus('timer.own');
  const isRunning = timer !== null && timer.endsAt !== null;
  const now = useServerNow(isRunning, timer?.endsAt ?? undefined);
  if (timer === null) {
    const own = Number(minutes.replace(',', '.'));
    return (
      <Part title={t('workshop.timer.title')}>
        <Buttons>
          {ready.map((count) => (
            <Button key={count} onClick={() => void ask({ do: 'startTimer', minutes: count })}>
              {t('workshop.timer.minutes', { count })}
            </Button>
          ))}
        </Buttons>
        <form
          className={styles['own']}
          onSubmit={(event) => {
            event.preventDefault();
            if (!(own >= 0.1 && own <= 600)) return;
            void ask({ do: 'startTimer', minutes: own }).then((failure) => failure === null && forget());
          }}
        >
          <label>
            {t('workshop.timer.own')}
            <input
              ref={field}
              inputMode="decimal"
              value={minutes}
              onChange={(event) => setMinutes(event.target.value)}
            />
          </label>
          <Button type="submit" disabled={!(own >= 0.1 && own <= 600)} icon={<Play aria-hidden="true" />}>
            {t('workshop.timer.start')}
          </Button>
        </form>
      </Part>
    );
  }
  const leftMs = timeLeft(timer, now);
  return (
    <Part
      title={t('workshop.timer.title')}
      fact={leftMs === 0 ? t('workshop.timer.over') : t('workshop.timer.left', { time: timeText(leftMs) })}
    >
      <Buttons>
        {([1, 5] as const).map((count) => (
          <Button
            key={count}
            icon={<Plus aria-hidden="true" />}
            onClick={() => void ask({ do: 'addTime', minutes: count })}
          >
            {t('workshop.timer.minutes', { count })}
          </Button>
        ))}
        {leftMs > 0 && (
          <Button
            icon={isRunning ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
            onClick={() => void ask({ do: isRunning ? 'pauseTimer' : 'resumeTimer' })}
          >
            {t(isRunning ? 'workshop.timer.pause' : 'workshop.timer.resume')}
          </Button>
        )}
        <IconButton label={t('workshop.timer.clear')} onClick={() => void ask({ do: 'clearTimer' })}>
          <X aria-hidden="true" />
        </IconButton>
      </Buttons>
    </Part>
  );
}

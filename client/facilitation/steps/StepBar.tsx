/**
 * The workshop in the bar: which step runs, the time left, hand and signs, for everybody; the way on for facilitators. Before
 * and after it it is one quiet button for facilitators, and for the others where there is an agenda or an activity to look at.
 */
import { ChevronLeft } from '#client/ui/icons/ChevronLeft.tsx';
import { Hand } from '#client/ui/icons/Hand.tsx';
import { Pause } from '#client/ui/icons/Pause.tsx';
import { Play } from '#client/ui/icons/Play.tsx';
import { Presentation } from '#client/ui/icons/Presentation.tsx';
import { useTranslation } from 'react-i18next';
import { useBoard, useScreen } from '#client/board/BoardContext.ts';
import { useActivities, useWorkshopState, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Signs } from '#client/facilitation/reactions/Signs.tsx';
import { TimerFace } from '#client/facilitation/timer/TimerFace.tsx';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { mayCommand } from '#shared/wire/WorkshopCommand.ts';
import { mayDo } from '#shared/wire/roles.ts';
import { NextButton } from './NextButton.tsx';
import styles from './StepBar.module.css';

export function StepBar() {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const isOpen = useScreen(({ panel }) => panel === 'workshop');
  // never puts it away: whoever presses the step wants to see it
  const openPanel = (): void => screen.open('workshop');
  const { role, me, ask } = useWorkshop();
  const { agenda, step, timer, hands } = useWorkshopState();
  const isFacilitator = mayDo(role, 'administer');
  const index = agenda.findIndex((one) => one.id === step);
  const running = agenda[index];
  if (running === undefined && timer === null) return <OpenWorkshop />;
  const isHandUp = hands.some(({ person }) => person === me);
  return (
    <div className={styles['bar']} role="group" aria-label={t('workshop.bar')}>
      {running !== undefined && isFacilitator && (
        <IconButton
          label={t('workshop.back')}
          className={styles['back']}
          disabled={index === 0}
          onClick={() => void ask({ do: 'previousStep', from: running.id })}
        >
          <ChevronLeft aria-hidden="true" />
        </IconButton>
      )}
      <button type="button" className={styles['step']} aria-expanded={isOpen} onClick={openPanel}>
        {running === undefined ? (
          <span className={styles['title']}>{t('workshop.timer.label')}</span>
        ) : (
          <>
            <span className={styles['number']}>{t('workshop.stepOf', { step: index + 1, steps: agenda.length })}</span>
            <span className={styles['title']}>{running.title}</span>
          </>
        )}
      </button>
      <Clock />
      {isFacilitator && hands.length > 0 && (
        <button
          type="button"
          className={styles['hands']}
          aria-label={t('workshop.hands.count', { count: hands.length })}
          onClick={openPanel}
        >
          <Hand aria-hidden="true" />
          {hands.length}
        </button>
      )}
      {mayCommand(role, 'raiseHand') && !isFacilitator && (
        <IconButton
          label={t(isHandUp ? 'workshop.hands.lowerMine' : 'workshop.hands.raise')}
          aria-pressed={isHandUp}
          className={styles['hand']}
          onClick={() => void ask({ do: isHandUp ? 'lowerHand' : 'raiseHand' })}
        >
          <Hand aria-hidden="true" />
        </IconButton>
      )}
      <span className={styles['signs']} data-leads={isFacilitator}>
        <Signs />
      </span>
      {running !== undefined && isFacilitator && <NextButton look="bar" />}
    </div>
  );
}

/** For facilitators with what they do to it most. */
function Clock() {
  const { t } = useTranslation();
  const { role, ask } = useWorkshop();
  const { timer } = useWorkshopState();
  if (timer === null) return null;
  if (!mayDo(role, 'administer')) return <TimerFace />;
  const isRunning = timer.endsAt !== null;
  return (
    <>
      <TimerFace />
      <IconButton
        label={t(isRunning ? 'workshop.timer.pause' : 'workshop.timer.resume')}
        onClick={() => void ask({ do: isRunning ? 'pauseTimer' : 'resumeTimer' })}
      >
        {isRunning ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
      </IconButton>
      <button
        type="button"
        className={styles['more']}
        title={t('workshop.timer.oneMore')}
        onClick={() => void ask({ do: 'addTime', minutes: 1 })}
      >
        {/* Not an aria-label: it would have to contain what is seen. */}
        <span className="visually-hidden">{t('workshop.timer.oneMore')}</span>
        <span aria-hidden="true">+1</span>
      </button>
    </>
  );
}

/** Before the workshop and after it: what will be done, and results of earlier activities, stay readable for everybody. */
function OpenWorkshop() {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const isOpen = useScreen(({ panel }) => panel === 'workshop');
  const { role } = useWorkshop();
  const { agenda } = useWorkshopState();
  const hasActivities = useActivities().length > 0;
  if (!mayDo(role, 'administer') && agenda.length === 0 && !hasActivities) return null;
  return (
    <Button
      look="plain"
      icon={<Presentation aria-hidden="true" />}
      className={styles['start']}
      aria-expanded={isOpen}
      onClick={() => screen.toggle('workshop')}
    >
      {t('workshop.open')}
    </Button>
  );
}

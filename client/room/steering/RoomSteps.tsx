/** In the facilitator's bar: what the room sees, and back and on while it is walked through. */
import { useTranslation } from 'react-i18next';
import { useBoard, useRole, useScreen } from '#client/board/BoardContext.ts';
import { useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { ChevronLeft } from '#client/ui/icons/ChevronLeft.tsx';
import { ChevronRight } from '#client/ui/icons/ChevronRight.tsx';
import { Projector } from '#client/ui/icons/Projector.tsx';
import { mayDo } from '#shared/wire/roles.ts';
import { useClicker } from './useClicker.ts';
import { turnOf, useSteering } from './useSteering.ts';
import styles from './Steering.module.css';

export function RoomSteps() {
  return mayDo(useRole(), 'administer') ? <Steps /> : null;
}

function Steps() {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const isOpen = useScreen(({ panel }) => panel === 'roomScreen');
  const { room } = useWorkshopState().showing;
  useClicker();
  return (
    <div className={styles['steps']} role="group" aria-label={t('roomScreen.title')}>
      <IconButton
        label={t('roomScreen.title')}
        className={styles['opens']}
        aria-expanded={isOpen}
        onClick={() => screen.toggle('roomScreen')}
      >
        <Projector aria-hidden="true" />
      </IconButton>
      {room !== null && <Walked />}
    </div>
  );
}

function Walked() {
  const { t } = useTranslation();
  const { stops, place, canTurn, turn } = useSteering();
  if (stops.length < 2) return null;
  return (
    <span className={styles['steps']} onKeyDown={({ key }) => turnOf(key) !== 0 && turn(turnOf(key))}>
      <IconButton label={t('roomScreen.previous')} disabled={!canTurn(-1)} onClick={() => turn(-1)}>
        <ChevronLeft aria-hidden="true" />
      </IconButton>
      <span className={styles['place']}>{t('roomScreen.place', { place: place + 1, places: stops.length })}</span>
      <IconButton label={t('roomScreen.next')} disabled={!canTurn(1)} onClick={() => turn(1)}>
        <ChevronRight aria-hidden="true" />
      </IconButton>
    </span>
  );
}

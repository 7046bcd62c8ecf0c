/** What the room sees, in the facilitator's hands: follow the step, one view, one part at a time; and what stands large for all. */
import { useTranslation } from 'react-i18next';
import { useActivities, useWorkshop, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { Buttons, Part, Quiet } from '#client/facilitation/Part.tsx';
import { useRoomWords } from '#client/room/useRoomWords.ts';
import { Button } from '#client/ui/Button.tsx';
import { ChevronLeft } from '#client/ui/icons/ChevronLeft.tsx';
import { ChevronRight } from '#client/ui/icons/ChevronRight.tsx';
import { BigPart } from './BigPart.tsx';
import { CutLine } from './CutLine.tsx';
import { RoomWindow } from './RoomWindow.tsx';
import { type Steering, turnOf, useSteering } from './useSteering.ts';
import { choiceText } from './choiceText.ts';
import { isChoice, viewChoices } from './viewChoices.ts';
import { WayInPart } from './WayInPart.tsx';
import styles from './Steering.module.css';

export function RoomSteering() {
  useRoomWords();
  const { t } = useTranslation();
  const { ask } = useWorkshop();
  const { room } = useWorkshopState().showing;
  const steering = useSteering();
  const { facts, view } = steering;
  const choices = viewChoices(facts, useActivities());
  const name = t(`roomScreen.names.${view.kind}`);
  return (
    <div className={styles['panel']}>
      <RoomWindow />
      <Part title={t('roomScreen.steer.choices')}>
        <p role="status">
          {room === null ? t('roomScreen.steer.nowAuto', { name }) : t('roomScreen.steer.now', { name })}
        </p>
        <Buttons>
          <Button
            look={room === null ? 'primary' : 'quiet'}
            aria-pressed={room === null}
            onClick={() => void ask({ do: 'showInRoom', view: null })}
          >
            {t('roomScreen.steer.automatic')}
          </Button>
          {choices.map((choice) => {
            const isShown = room !== null && isChoice(choice.view, room);
            return (
              <Button
                key={JSON.stringify(choice.view)}
                look={isShown ? 'primary' : 'quiet'}
                aria-pressed={isShown}
                className={styles['choice']}
                onClick={() => void ask({ do: 'showInRoom', view: choice.view })}
              >
                {choiceText(choice, t)}
              </Button>
            );
          })}
        </Buttons>
        <Walk steering={steering} />
        {room?.kind === 'vote' && (
          <CutLine sheet={room} onCut={(cut) => void ask({ do: 'showInRoom', view: { ...room, cut } })} />
        )}
        <Quiet>{t('roomScreen.steer.hint')}</Quiet>
      </Part>
      <BigPart choices={choices} />
      <WayInPart />
    </div>
  );
}

function Walk({ steering }: { readonly steering: Steering }) {
  const { t } = useTranslation();
  const { stops, place, canTurn, turn } = steering;
  if (stops.length < 2) return null;
  return (
    <div
      className={styles['walk']}
      role="group"
      aria-label={t('roomScreen.steer.walk')}
      onKeyDown={({ key }) => turnOf(key) !== 0 && turn(turnOf(key))}
    >
      <Button icon={<ChevronLeft aria-hidden="true" />} disabled={!canTurn(-1)} onClick={() => turn(-1)}>
        {t('roomScreen.steer.previous')}
      </Button>
      <span role="status">{t('roomScreen.steer.place', { place: place + 1, places: stops.length })}</span>
      <Button icon={<ChevronRight aria-hidden="true" />} disabled={!canTurn(1)} onClick={() => turn(1)}>
        {t('roomScreen.steer.next')}
      </Button>
      <Quiet>{t('roomScreen.steer.walkHint')}</Quiet>
    </div>
  );
}

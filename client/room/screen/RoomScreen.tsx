/** The room's screen: one large thing at a time, the clock and the way in at the side; nothing to press, nothing private. */
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard, useConnected } from '#client/board/BoardContext.ts';
import '#client/canvas/frame/frame.css';
import { useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { clicksOf } from '#client/room/clicks.ts';
import { SideContext } from '#client/room/sheets/SideContext.ts';
import { useRoomView } from '#client/room/shown/useRoomView.ts';
import { useRoomWords } from '#client/room/useRoomWords.ts';
import { RoomClock } from './RoomClock.tsx';
import { RoomMain } from './RoomMain.tsx';
import { RoomWayIn } from './RoomWayIn.tsx';
import { turnOf } from '#client/room/steering/useSteering.ts';
import styles from './RoomScreen.module.css';

export function RoomScreen({ mark }: { readonly mark: ReactNode }) {
  useRoomWords();
  const now = useRoomView();
  const [side, setSide] = useState<HTMLElement | null>(null);
  useClicksHere();
  if (now.view.kind === 'join')
    return (
      <main className={styles['whole']}>
        <RoomMain now={now} />
        <LostLine />
      </main>
    );
  return (
    <main className={styles['screen']} data-kind={now.view.kind}>
      <RoomHead mark={mark} />
      <div className={styles['main']}>
        <SideContext value={side}>{side !== null && <RoomMain now={now} />}</SideContext>
      </div>
      <aside className={styles['side']}>
        <RoomClock />
        <div ref={setSide} className={styles['facts']} />
        <RoomWayIn />
      </aside>
      <LostLine />
    </main>
  );
}

function RoomHead({ mark }: { readonly mark: ReactNode }) {
  const { t } = useTranslation();
  const { title } = useConnected();
  const { agenda, step, endedAt } = useWorkshopState();
  const index = agenda.findIndex(({ id }) => id === step);
  const running = agenda[index];
  return (
    <header className={styles['head']}>
      {mark}
      <strong>{title}</strong>
      <span>
        {running !== undefined
          ? t('roomScreen.step', { step: index + 1, steps: agenda.length, title: running.title })
          : endedAt !== null && t('roomScreen.after')}
      </span>
    </header>
  );
}

/** A line that is there is not worth a word. */
function LostLine() {
  const { t } = useTranslation();
  const { line } = useConnected();
  if (line.kind === 'live' || line.kind === 'readOnly') return null;
  return (
    <p className={styles['lost']} role="status">
      {t('roomScreen.lost')}
    </p>
  );
}

function useClicksHere(): void {
  const { id } = useBoard();
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent): void => {
      const by = turnOf(key);
      if (by === 1 || by === -1) clicksOf(id).tell(by);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [id]);
}

/** Opens the room's screen in a second window, or gives its link to another device. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import { Part, Quiet } from '#client/facilitation/Part.tsx';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { useRoomWords } from '#client/room/useRoomWords.ts';
import { CopyButton } from '#client/ui/CopyButton.tsx';
import { Projector } from '#client/ui/icons/Projector.tsx';
import { Failed } from '#client/ui/messages/Failed.tsx';
import type { BoardLinks } from '#shared/wire/http.ts';
import { shareOrigins } from '#shared/wire/shareOrigins.ts';
import { roomPath } from '../roomPath.ts';
import styles from './Steering.module.css';

export function RoomWindow() {
  useRoomWords();
  const { t } = useTranslation();
  const { server, origin } = useBoard();
  const { ask } = useWorkshop();
  const [links, setLinks] = useState<BoardLinks | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  useEffect(() => {
    let isShown = true;
    const read = async (): Promise<void> => {
      const answer = await server.links();
      if (!isShown) return;
      if (answer.ok) setLinks(answer.value);
      else setFailed(answer.code);
    };
    void read();
    return () => {
      isShown = false;
    };
  }, [server]);
  if (failed !== null) return <Failed>{t('roomScreen.steer.linkFailed', { reason: t(`refusal.${failed}`) })}</Failed>;
  if (links === null) return null;
  const path = roomPath(links.links.observer);
  const elsewhere = shareOrigins(origin, links.reach)[0];
  // whoever opens a screen for a room wants the room to come in
  const showCode = (): void => void ask({ do: 'showCode', on: true });
  return (
    <Part title={t('roomScreen.name')}>
      <Quiet>{t('roomScreen.steer.windowHint')}</Quiet>
      <div className={styles['window']}>
        <a className={styles['open']} href={origin + path} target="_blank" rel="noopener" onClick={showCode}>
          <Projector aria-hidden="true" />
          {t('roomScreen.steer.window')}
        </a>
        {elsewhere !== undefined && (
          <CopyButton
            text={elsewhere + path}
            label={t('roomScreen.steer.copy')}
            spokenLabel={t('roomScreen.steer.copy')}
            doneLabel={t('common.copied')}
            look="quiet"
          />
        )}
      </div>
    </Part>
  );
}

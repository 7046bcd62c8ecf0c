/**
 * Messages over the canvas: why nothing can be changed, and what happened to somebody's work. Each can be put away. Loaded after
 * the canvas; until then the line in the bar says why.
 */
import { Eye } from '#client/ui/icons/Eye.tsx';
import { Info } from '#client/ui/icons/Info.tsx';
import { TriangleAlert } from '#client/ui/icons/TriangleAlert.tsx';
import { X } from '#client/ui/icons/X.tsx';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard, useBoardView, useScreen } from '#client/board/BoardContext.ts';
import type { LookOnlyReason } from '#client/connection/line/Line.ts';
import { mayDo } from '#shared/wire/roles.ts';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { LiveText } from '#client/ui/LiveText.tsx';
import styles from './Notices.module.css';
import { SetAsideNotice } from './SetAsideNotice.tsx';
import { useServices } from '#client/app/Services.ts';

export function Notices() {
  const { connection, screen } = useBoard();
  const view = useBoardView();
  const { refused, unshown, unshownSeen, kept, endsGone, images } = useScreen((state) => state);
  const { t } = useTranslation();
  const { visited } = useServices();
  const forgets = useSyncExternalStore(visited.subscribe, visited.mustTell);
  const { line } = view;
  const isLeading = mayDo(view.role, 'administer');
  // facilitators read it with what they can do about it (DamageNews)
  const isToldElsewhere = line.kind === 'readOnly' && line.reason === 'damaged' && isLeading;
  const openRoom = (): void => screen.open('room');
  return (
    <>
      {line.kind === 'readOnly' && !isToldElsewhere && (
        <ReadOnlyNotice
          key={line.reason}
          reason={line.reason}
          onRoom={line.reason === 'documentTooLarge' && isLeading ? openRoom : null}
        />
      )}
      {refused !== null && (
        <div className={styles['notice']} data-look="warning" role="alert">
          <TriangleAlert aria-hidden="true" />
          <p>{t(`refusal.${refused}`)}</p>
          <DismissButton onClick={() => screen.change({ refused: null })} />
        </div>
      )}
      {forgets && (
        <div className={styles['notice']} data-look="calm">
          <Info aria-hidden="true" />
          <p>
            <LiveText text={t('notice.linkAgain')} />
          </p>
          <DismissButton onClick={() => visited.told()} />
        </div>
      )}
      {isLeading && unshown.length > 0 && unshown !== unshownSeen && (
        <div className={styles['notice']}>
          <Info aria-hidden="true" />
          <p>
            <LiveText text={t('notice.unshown', { count: unshown.length })} />
          </p>
          <Button onClick={openRoom}>{t('room.open')}</Button>
          <DismissButton onClick={() => screen.change({ unshownSeen: unshown })} />
        </div>
      )}
      {images > 0 && line.kind !== 'live' && (
        <div className={styles['notice']} data-look="calm" role="status">
          <Info aria-hidden="true" />
          <p>{t('notice.pictures', { count: images })}</p>
        </div>
      )}
      {kept !== null && (
        <PassingNotice
          key={`kept ${kept.times}`}
          text={t(`notice.kept.${kept.direction}.${kept.what}`)}
          onSeen={() => screen.change({ kept: null })}
        />
      )}
      {endsGone !== null && (
        <PassingNotice
          key={`ends ${endsGone.times}`}
          text={t('notice.endsGone', { count: endsGone.arrows })}
          onSeen={() => screen.change({ endsGone: null })}
        />
      )}
      {view.notices.map((notice) =>
        'entry' in notice ? (
          <SetAsideNotice key={notice.entry.id} notice={notice} />
        ) : (
          <div
            key={notice.id}
            className={styles['notice']}
            data-look={notice.kind === 'noCopy' ? 'calm' : 'warning'}
            role="alert"
          >
            {notice.kind === 'noCopy' ? <Info aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
            <p>
              {notice.kind === 'noCopy'
                ? t('notice.noCopy')
                : t('notice.undone', { count: notice.records, context: notice.reason })}
            </p>
            <DismissButton onClick={() => connection.dismiss(notice.id)} />
          </div>
        ),
      )}
    </>
  );
}

/** The reason stays in the bar as well, so that putting it away here loses nothing. */
interface ReadOnlyNoticeProps {
  readonly reason: LookOnlyReason;
  /** The way out of a board that is too large, for who may take it. */
  readonly onRoom: (() => void) | null;
}

function ReadOnlyNotice({ reason, onRoom }: ReadOnlyNoticeProps) {
  const { t } = useTranslation();
  const [isSeen, setSeen] = useState(false);
  if (isSeen) return null;
  return (
    <div className={styles['notice']} data-look={reason === 'observer' ? 'calm' : 'warning'}>
      {reason === 'observer' ? <Eye aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
      <p>
        <LiveText text={t(`line.readOnly.${reason}`)} />
      </p>
      {onRoom !== null && <Button onClick={onRoom}>{t('room.open')}</Button>}
      {reason === 'newerDocument' && <Button onClick={() => location.reload()}>{t('common.reload')}</Button>}
      <DismissButton onClick={() => setSeen(true)} />
    </div>
  );
}

const passingMs = 12_000;

/** Goes by itself: whoever pressed undo, or drew an arrow, has gone on by then. */
function PassingNotice({ text, onSeen }: { readonly text: string; readonly onSeen: () => void }) {
  const latest = useEffectEvent(onSeen);
  useEffect(() => {
    const timer = setTimeout(() => latest(), passingMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles['notice']} data-look="calm" role="alert">
      <Info aria-hidden="true" />
      <p>{text}</p>
      <DismissButton onClick={onSeen} />
    </div>
  );
}

function DismissButton({ onClick }: { readonly onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <IconButton label={t('common.dismiss')} onClick={onClick}>
      <X aria-hidden="true" />
    </IconButton>
  );
}

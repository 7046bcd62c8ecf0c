/**
 * Messages over the canvas: why nothing can be changed, and what happened to somebody's work. Each can be put away. Loaded after
 * the canvas; until then the line in the bar says why.
 */
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard, useBoardView, useScreen } from '#client/board/BoardContext.ts';
import { mayDo } from '#shared/wire/roles.ts';
import { Button } from '#client/ui/Button.tsx';
import { LiveText } from '#client/ui/LiveText.tsx';
import { Notice } from '#client/board/Notice.tsx';
import { PassingNotice } from './PassingNotice.tsx';
import { ReadOnlyNotice } from './ReadOnlyNotice.tsx';
import { SetAsideNotice } from './SetAsideNotice.tsx';
import { useServices } from '#client/app/Services.ts';

export function Notices() {
  const { connection, screen } = useBoard();
  const view = useBoardView();
  const { refused, unshown, unshownSeen, kept, endsGone, images } = useScreen((state) => state);
  const { t } = useTranslation();
  const { visited } = useServices();
  const forgets = useSyncExternalStore(visited.subscribe, visited.mustTell);
  const isLeading = mayDo(view.role, 'administer');
  return (
    <>
      <ReadOnlyNotice />
      {refused !== null && (
        <Notice look="warning" role="alert" onDismiss={() => screen.change({ refused: null })}>
          {t(`refusal.${refused}`)}
        </Notice>
      )}
      {forgets && (
        <Notice look="calm" onDismiss={() => visited.told()}>
          <LiveText text={t('notice.linkAgain')} />
        </Notice>
      )}
      {isLeading && unshown.length > 0 && unshown !== unshownSeen && (
        <Notice
          look="calm"
          acts={<Button onClick={() => screen.open('room')}>{t('room.open')}</Button>}
          onDismiss={() => screen.change({ unshownSeen: unshown })}
        >
          <LiveText text={t('notice.unshown', { count: unshown.length })} />
        </Notice>
      )}
      {images > 0 && view.line.kind !== 'live' && (
        <Notice look="calm" as="pictures" role="status" onDismiss={null}>
          {t('notice.pictures', { count: images })}
        </Notice>
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
          <Notice
            key={notice.id}
            look={notice.kind === 'noCopy' ? 'calm' : 'warning'}
            role="alert"
            onDismiss={() => connection.dismiss(notice.id)}
          >
            {notice.kind === 'noCopy'
              ? t('notice.noCopy')
              : t('notice.undone', { count: notice.records, context: notice.reason })}
          </Notice>
        ),
      )}
    </>
  );
}

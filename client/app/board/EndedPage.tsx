/** The line has ended for good: why, what now, and what is still on this device. */
import { Unplug } from '#client/ui/icons/Unplug.tsx';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import { documentFile } from '#client/connection/refused/documentFile.ts';
import type { Line } from '#client/connection/line/Line.ts';
import { useDrafts } from '#client/drafts/DraftsContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { downloadFile } from '#client/files/downloadFile.ts';
import { MessagePage } from '#client/ui/messages/MessagePage.tsx';
import { HomeLink } from '#client/app/HomeLink.tsx';
import { useServices } from '#client/app/Services.ts';

export interface EndedPageProps {
  readonly line: Extract<Line, { kind: 'ended' }>;
}

const helpedByReload = ['malformed', 'clientTooOld', 'tooLarge'] as const;

export function EndedPage({ line }: EndedPageProps) {
  const { id: board, connection } = useBoard();
  const { t } = useTranslation();
  const { visited } = useServices();
  const drafts = useDrafts();
  const { reason, kept } = line;
  useEffect(() => {
    // Nothing of it is left to come back for.
    if (reason === 'boardDeleted' && kept === 0) visited.forget(board);
    if (reason === 'boardDeleted') drafts.forgetAll();
  }, [visited, drafts, board, reason, kept]);
  const download = (): void => {
    const { title } = connection.view();
    const file = documentFile(connection.exportDocument(), { board, title, at: Date.now(), reason });
    downloadFile(`roundtable-${board}.json`, 'application/json', file);
  };
  const canReload = helpedByReload.some((one) => one === reason);
  return (
    <MessagePage
      icon={<Unplug />}
      title={t(`line.closedTitle.${reason}`)}
      actions={
        <>
          {canReload ? (
            <Button look="primary" onClick={() => location.reload()}>
              {t('common.reload')}
            </Button>
          ) : (
            <HomeLink />
          )}
          {(kept > 0 || reason === 'tooLarge') && <Button onClick={download}>{t('line.downloadUnsent')}</Button>}
        </>
      }
    >
      <p>{t(`line.closed.${reason}`)}</p>
      {kept > 0 && (
        <p>
          <strong>{t('line.unsentTitle', { count: kept })}.</strong> {t('line.unsentHint')}
        </p>
      )}
    </MessagePage>
  );
}

/** One open board: makes its connection, keeps it for as long as the page shows the board, and ends it with the page. */
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SeatApi } from '#client/connection/api/SeatApi.ts';
import { BoardConnection } from '#client/connection/BoardConnection.ts';
import { browserPorts, syncUrl } from '#client/connection/browserPorts.ts';
import type { VisitedBoard } from '#client/connection/device/VisitedBoards.ts';
import { Drafts } from '#client/drafts/Drafts.ts';
import { DraftsContext } from '#client/drafts/DraftsContext.ts';
import { tabShelf } from '#client/drafts/tabShelf.ts';
import { BoardScreen } from './BoardScreen.tsx';
import { OpeningPage } from './OpeningPage.tsx';
import { useServices } from '#client/app/Services.ts';

export interface BoardPageProps {
  readonly board: string;
  readonly me: VisitedBoard;
}

export function BoardPage({ board, me }: BoardPageProps) {
  const { t } = useTranslation();
  const { api, late, report } = useServices();
  const [connection, setConnection] = useState<BoardConnection | null>(null);
  const { seat, person, role, title } = me;
  const drafts = useMemo(() => new Drafts(tabShelf(), { board, person }), [board, person]);
  useEffect(() => {
    const opened = new BoardConnection({
      board,
      role,
      title,
      syncUrl: syncUrl(location),
      ports: browserPorts({ server: new SeatApi(api, board, seat), board, person, report }),
    });
    opened.start().catch(report);
    // Asked for early, so that a panel opens at once, and also when the line is gone by then.
    late.load().catch(report);
    setConnection(opened);
    const onPageHide = (): void => opened.hurry(true);
    const onVisibility = (): void => {
      opened.hurry(document.visibilityState === 'hidden');
      opened.people.set({ away: document.visibilityState === 'hidden' });
    };
    document.addEventListener('visibilitychange', onVisibility);
    addEventListener('pagehide', onPageHide);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      removeEventListener('pagehide', onPageHide);
      opened.stop();
    };
    // The title only starts the screen; the server's comes with the welcome.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [api, board, late, person, report, role, seat]);
  if (connection === null) return <OpeningPage text={t('board.opening')} />;
  return (
    <DraftsContext value={drafts}>
      <BoardScreen board={board} me={me} connection={connection} />
    </DraftsContext>
  );
}

/** The room's screen of one board: its connection as an observer whom nobody counts, and what it shows. */
import { Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BoardMapProvider } from '#client/app/board/BoardMapProvider.tsx';
import { OpeningPage } from '#client/app/board/OpeningPage.tsx';
import { type OpenedBoard, useOpenBoard } from '#client/app/board/useOpenBoard.ts';
import { WorkshopProvider } from '#client/app/board/WorkshopProvider.tsx';
import { Mark } from '#client/app/Mark.tsx';
import { useLateParts, useServices } from '#client/app/Services.ts';
import { useTitle } from '#client/app/useTitle.ts';
import { BoardContext, useBoardView } from '#client/board/BoardContext.ts';
import { SeatApi } from '#client/connection/api/SeatApi.ts';
import { BoardConnection } from '#client/connection/BoardConnection.ts';
import { browserPorts, syncUrl } from '#client/connection/browserPorts.ts';
import type { VisitedBoard } from '#client/connection/device/VisitedBoards.ts';
import { Drafts } from '#client/drafts/Drafts.ts';
import { DraftsContext } from '#client/drafts/DraftsContext.ts';
import { KeptWords } from '#client/map/KeptWords.ts';
import { holdKeys } from '#client/ui/focus/holdKeys.ts';
import { MessagePage } from '#client/ui/messages/MessagePage.tsx';
import { Link2 } from '#client/ui/icons/Link2.tsx';

export interface RoomPageProps {
  readonly board: string;
  readonly me: VisitedBoard;
}

export function RoomPage({ board, me }: RoomPageProps) {
  const { t } = useTranslation();
  const { api, late, report } = useServices();
  const [connection, setConnection] = useState<BoardConnection | null>(null);
  const { seat, person, role, title } = me;
  const drafts = useMemo(() => new Drafts(null, { board, person }), [board, person]);
  useEffect(() => {
    const ports = browserPorts({ server: new SeatApi(api, board, seat), board, person, report });
    const opened = new BoardConnection({
      board,
      role,
      title,
      syncUrl: syncUrl(location),
      isScreen: true,
      // nothing of the board stays on a device that a room looks at
      ports: { ...ports, openCopy: () => Promise.resolve(null) },
    });
    opened.start().catch(report);
    late.load().catch(report);
    setConnection(opened);
    return () => opened.stop();
  }, [api, board, late, person, report, role, seat, title]);
  if (connection === null) return <OpeningPage text={t('board.opening')} />;
  return (
    <DraftsContext value={drafts}>
      <OpenRoom board={board} me={me} connection={connection} />
    </DraftsContext>
  );
}

function OpenRoom(props: OpenedBoard) {
  const open = useOpenBoard(props, () => null);
  return (
    <BoardContext value={open}>
      <ShownRoom />
    </BoardContext>
  );
}

function ShownRoom() {
  const { t } = useTranslation();
  const parts = useLateParts();
  const view = useBoardView();
  const [words] = useState(() => new KeptWords(() => performance.now(), holdKeys));
  useTitle(t('roomScreen.documentTitle', { title: view.title }));
  const { line } = view;
  if (line.kind === 'ended')
    return (
      <MessagePage icon={<Link2 />} title={t(`line.closedTitle.${line.reason}`)} actions={null}>
        <p>{t(`line.closed.${line.reason}`)}</p>
      </MessagePage>
    );
  if (!view.isReady || parts === null) return <OpeningPage text={t('board.opening')} />;
  return (
    <BoardMapProvider words={words}>
      <WorkshopProvider>
        <Suspense fallback={<OpeningPage text={t('board.opening')} />}>
          <parts.RoomScreen mark={<Mark size={44} />} />
        </Suspense>
      </WorkshopProvider>
    </BoardMapProvider>
  );
}

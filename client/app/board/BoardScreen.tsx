/** The screen of a board: bar, canvas, and the panel that is open. What it shows follows from the connection's view. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LatePart } from '#client/app/LatePart.tsx';
import { useLateParts, useServices } from '#client/app/Services.ts';
import { lineText } from '#client/app/bar/lineText.ts';
import { TopBar } from '#client/app/bar/TopBar.tsx';
import { BoardCanvas } from '#client/app/onCanvas/BoardCanvas.tsx';
import { isWidePanel } from '#client/app/panel/isWidePanel.ts';
import { OnDetails } from '#client/app/panel/OnDetails.tsx';
import { useTitle } from '#client/app/useTitle.ts';
import { BoardContext, useBoard, useBoardView, useConnected, useScreen } from '#client/board/BoardContext.ts';
import type { PanelName } from '#client/board/panelNames.ts';
import type { BoardView } from '#client/connection/BoardView.ts';
import type { VisitedBoard } from '#client/connection/device/VisitedBoards.ts';
import { KeptWords } from '#client/map/KeptWords.ts';
import { MarksContext } from '#client/map/MarksContext.ts';
import { holdKeys } from '#client/ui/focus/holdKeys.ts';
import { LiveRegion } from '#client/ui/LiveRegion.tsx';
import { BoardLayout } from './BoardLayout.tsx';
import { BoardMapProvider } from './BoardMapProvider.tsx';
import { BoardRatingsProvider } from './BoardRatingsProvider.tsx';
import { OpeningPage } from './OpeningPage.tsx';
import { useHelpKey } from './useHelpKey.ts';
import { type OpenedBoard, useOpenBoard } from './useOpenBoard.ts';
import { WaitingPage } from './WaitingPage.tsx';
import { WhileOpen } from './WhileOpen.tsx';
import { WorkshopProvider } from './WorkshopProvider.tsx';

/**
 * Where a panel leaves the canvas enough room: beside it stand from the start, for who leads, the findings; for who said whom they
 * come for, what is asked of them. Others see the map first.
 */
const roomForPanel = '(min-width: 1300px)';

export function BoardScreen(props: OpenedBoard) {
  const { me } = props;
  const open = useOpenBoard(props, () => (matchMedia(roomForPanel).matches ? firstPanel(me) : null));
  return (
    <BoardContext value={open}>
      <ShownBoard visit={me} />
    </BoardContext>
  );
}

function firstPanel({ role, comesForOne }: VisitedBoard): PanelName | null {
  if (role === 'facilitator') return 'findings';
  return comesForOne === true ? 'yours' : null;
}

function ShownBoard({ visit }: { readonly visit: VisitedBoard }) {
  const { t, i18n } = useTranslation();
  const { connection, screen, look } = useBoard();
  const parts = useLateParts();
  const connected = useConnected();
  const view = useBoardView();
  const panel = useScreen((state) => state.panel);
  const words = useKeptWords(connected);
  useEffect(() => screen.drawn(panel), [screen, panel]);
  useTitle(t('board.documentTitle', { title: view.title }));
  useHelpKey(() => screen.open('keys'));
  useRenewed(visit, connected);

  const { line } = view;
  if (line.kind === 'ended') {
    return (
      <LatePart of="page" waiting={<OpeningPage text={lineText(line, t, i18n.language)} />}>
        {({ EndedPage, WordsKept }) => (
          <>
            <EndedPage line={line} />
            <WordsKept words={words} isAlone />
          </>
        )}
      </LatePart>
    );
  }
  if (!view.isReady && line.kind === 'offline') return <WaitingPage line={line} onRetry={() => connection.retry()} />;
  if (!view.isReady) return <OpeningPage text={lineText(line, t, i18n.language)} />;
  const spoken = line.kind === 'live' && line.saving ? '' : lineText(line, t, i18n.language);
  return (
    <BoardMapProvider words={words}>
      <WhileOpen key={connected.doc.guid} words={words} />
      <WorkshopProvider>
        <BoardRatingsProvider>
          <BoardLayout
            isWide={isWidePanel(panel)}
            bar={<TopBar />}
            rail={parts !== null && <parts.Rail />}
            notices={parts !== null && <parts.OneAtATime words={words} />}
            canvas={
              <MarksContext value={look.marks}>
                <BoardCanvas />
                {parts !== null && <parts.ZoomBar />}
              </MarksContext>
            }
            over={
              <>
                {parts !== null && (
                  <>
                    <parts.LookBar />
                    <parts.FollowBar />
                    <parts.WorkshopOver />
                  </>
                )}
              </>
            }
            passing={parts !== null && <parts.ReactionsSeen />}
            right={panel !== null && <LatePart>{({ BoardPanel }) => <BoardPanel name={panel} />}</LatePart>}
          />
          <OnDetails />
          <LiveRegion text={spoken} />
          {parts !== null && <parts.JoinedRegion />}
        </BoardRatingsProvider>
      </WorkshopProvider>
    </BoardMapProvider>
  );
}

/** The list of visited boards has what this one is called now, and my role. */
function useRenewed(visit: VisitedBoard, { role, title }: BoardView): void {
  const { visited } = useServices();
  useEffect(() => {
    const renew = (): void => visited.renew({ ...visit, role, title });
    renew();
    // also when they leave: from then on they are away
    document.addEventListener('visibilitychange', renew);
    return () => {
      document.removeEventListener('visibilitychange', renew);
      renew();
    };
  }, [visited, visit, role, title]);
}

function useKeptWords({ notices }: BoardView): KeptWords {
  const [words] = useState(() => new KeptWords(() => performance.now(), holdKeys));
  const undone = notices.findLast(({ kind }) => kind === 'undone' || kind === 'taken')?.id;
  useEffect(() => {
    if (undone !== undefined) words.serverUndid();
  }, [words, undone]);
  useEffect(() => () => words.close(), [words]);
  return words;
}

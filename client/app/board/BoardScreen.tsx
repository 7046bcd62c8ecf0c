/** The screen of a board: bar, canvas, and the panel that is open. What it shows follows from the connection's view. */
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#client/connection/api/failureOf.ts';
import type { BoardConnection } from '#client/connection/BoardConnection.ts';
import type { SetAside } from '#client/binding/CanvasView.ts';
import type { BoardView } from '#client/connection/BoardView.ts';
import type { PresencePort } from '#client/connection/sync/PresencePort.ts';
import type { VisitedBoard } from '#client/connection/device/VisitedBoards.ts';
import { KeptWords } from '#client/map/KeptWords.ts';
import { MarksContext } from '#client/map/MarksContext.ts';
import { noCanvas, type CanvasView } from '#client/map/CanvasView.ts';
import { holdKeys } from '#client/ui/focus/holdKeys.ts';
import { giveBack } from '#client/ui/focus/keepFocus.ts';
import { LiveRegion } from '#client/ui/LiveRegion.tsx';
import { mayDo } from '#shared/wire/roles.ts';
import { BoardCanvas } from '#client/app/onCanvas/BoardCanvas.tsx';
import { BoardLayout } from './BoardLayout.tsx';
import { BoardMapProvider } from './BoardMapProvider.tsx';
import type { PanelName } from '#client/app/panel/BoardPanel.tsx';
import { BoardRatingsProvider } from './BoardRatingsProvider.tsx';
import { isMapView, type MapViewName } from '#client/app/panel/mapViews.ts';
import { EndedPage } from './EndedPage.tsx';
import { FollowBar } from '#client/app/bar/FollowBar.tsx';
import { isWidePanel } from '#client/app/panel/isWidePanel.ts';
import { LateBoardPanel } from '#client/app/panel/LateBoardPanel.tsx';
import { lineText } from '#client/app/bar/lineText.ts';
import type { EndsGone, Kept } from '#client/app/notices/Notices.tsx';
import { OnDetails } from '#client/app/panel/OnDetails.tsx';
import { OpeningPage } from './OpeningPage.tsx';
import { useLateParts, useServices } from '#client/app/Services.ts';
import { TopBar } from '#client/app/bar/TopBar.tsx';
import { useHelpKey } from './useHelpKey.ts';
import { useJoinedText } from './useJoinedText.ts';
import { useLook } from './useLook.ts';
import { useTitle } from '#client/app/useTitle.ts';
import { WaitingPage } from './WaitingPage.tsx';
import { WhileOpen } from './WhileOpen.tsx';
import { WorkshopProvider } from './WorkshopProvider.tsx';

export interface BoardScreenProps {
  readonly board: string;
  readonly me: VisitedBoard;
  readonly connection: BoardConnection;
}

/** Where a panel leaves the canvas enough room, the findings stand beside it from the start. */
const roomForPanel = '(min-width: 1300px)';

export function BoardScreen({ board, me: visit, connection }: BoardScreenProps) {
  const { t, i18n } = useTranslation();
  const { api, visited } = useServices();
  const ownsUntold = useSyncExternalStore(visited.subscribe, () => visited.find(board)?.owner === 'untold');
  const parts = useLateParts();
  const [canvas, setCanvas] = useState<CanvasView>(noCanvas);
  const connected = useSyncExternalStore(connection.subscribe, connection.view);
  const me = useMemo(() => ({ ...visit, role: connected.role }), [visit, connected.role]);
  const people = useSyncExternalStore(connection.people.onList, connection.people.list);
  const [panel, setPanel] = useState<PanelName | null>(() => (matchMedia(roomForPanel).matches ? 'findings' : null));
  const [mapView, setMapView] = useState<MapViewName>('findings');
  const [wasOpened, setOpened] = useState(false);
  /** What had the focus when a panel was opened; it may stand aside for as long. */
  const opener = useRef<Element | null>(null);
  const isClosing = useRef(false);
  useEffect(() => {
    if (panel === null && isClosing.current) giveBack(opener.current);
    isClosing.current = false;
  }, [panel]);
  const [followed, setFollowed] = useState<string | null>(null);
  const [refused, setRefused] = useState<Failure | null>(null);
  const [unshown, setUnshown] = useState<readonly SetAside[]>([]);
  const [unshownSeen, setUnshownSeen] = useState<readonly SetAside[]>([]);
  const [kept, setKept] = useState<Kept | null>(null);
  const [endsGone, setEndsGone] = useState<EndsGone | null>(null);
  const [pictures, setPictures] = useState(0);
  const [newer, setNewer] = useState<BoardView['doc'] | null>(null);
  const open = (name: PanelName | null): void => {
    const { activeElement } = document;
    if (name !== null && activeElement?.closest('aside') === null) opener.current = activeElement;
    setOpened(true);
    if (name !== null && isMapView(name)) setMapView(name);
    setPanel(name);
  };
  const joined = useJoinedText(people);
  const words = useKeptWords(connected);
  const look = useLook(board, me, connected.doc);
  const now = newer === connected.doc ? lookedAtOnly(connected) : connected;
  const view = look.looked === null ? now : { ...now, doc: look.looked.doc, mayEdit: false };
  useTitle(t('board.documentTitle', { title: view.title }));
  useHelpKey(() => open('keys'));
  useEffect(() => {
    const renew = (): void => visited.renew({ ...me, title: view.title });
    renew();
    // also when they leave: from then on they are away
    document.addEventListener('visibilitychange', renew);
    return () => {
      document.removeEventListener('visibilitychange', renew);
      renew();
    };
  }, [visited, me, view.title]);

  const { line } = view;
  if (line.kind === 'ended') {
    return (
      <>
        <EndedPage board={board} line={line} title={view.title} connection={connection} />
        {parts !== null && <parts.WordsKept words={words} canvas={noCanvas} mayPlace={false} isAlone />}
      </>
    );
  }
  if (!view.isReady && line.kind === 'offline') return <WaitingPage line={line} onRetry={() => connection.retry()} />;
  if (!view.isReady) return <OpeningPage text={lineText(line, t, i18n.language)} />;
  const target = people.find((person) => person.id === followed && person.state !== 'gone');
  const spoken = line.kind === 'live' && line.saving ? '' : lineText(line, t, i18n.language);
  return (
    <BoardMapProvider doc={view.doc} mayEdit={view.mayEdit} role={me.role} words={words}>
      <WhileOpen key={connected.doc.guid} connection={connection} words={words} />
      <WorkshopProvider board={board} me={me} role={me.role} connection={connection} onRefused={setRefused}>
        <BoardRatingsProvider board={board} seat={me.seat} workshop={connection.workshop}>
          <BoardLayout
            isWide={isWidePanel(panel)}
            bar={
              <TopBar
                board={board}
                me={me}
                view={view}
                people={people}
                panel={panel}
                onPanel={(name) => open(panel === name ? null : name)}
                onRetry={() => connection.retry()}
                center={
                  parts === null ? null : (
                    <parts.StepBar
                      isOpen={panel === 'workshop'}
                      onOpen={() => open(panel === 'workshop' ? null : 'workshop')}
                    />
                  )
                }
              />
            }
            notices={
              <>
                {parts !== null && <parts.WordsKept words={words} canvas={canvas} mayPlace={view.mayEdit} />}
                {parts !== null && ownsUntold && (
                  <parts.ReturnLinkNotice
                    api={api}
                    board={board}
                    seat={me.seat}
                    origin={location.origin}
                    onSeen={() => visited.ownerTold(board)}
                  />
                )}
                {parts !== null && <parts.RoundBanner isOpen={panel === 'workshop'} onOpen={() => open('workshop')} />}
                {parts !== null && <parts.ReadyAsk isOpen={panel === 'workshop'} />}
                {parts !== null && <parts.StepCard isOpen={panel === 'workshop'} panel={panel} onPanel={open} />}
                {parts !== null && (
                  <parts.SnapshotNews
                    api={api}
                    board={board}
                    seat={me.seat}
                    role={me.role}
                    workshop={connection.workshop}
                    look={look}
                  />
                )}
                {parts !== null && (
                  <parts.Notices
                    view={view}
                    board={board}
                    connection={connection}
                    onDismiss={(id) => connection.dismiss(id)}
                    refused={refused}
                    onRefusedSeen={() => setRefused(null)}
                    unshown={mayDo(me.role, 'administer') && unshown !== unshownSeen ? unshown.length : 0}
                    onUnshownSeen={() => setUnshownSeen(unshown)}
                    onRoom={() => open('room')}
                    kept={kept}
                    pictures={line.kind === 'live' ? 0 : pictures}
                    onKeptSeen={() => setKept(null)}
                    endsGone={endsGone}
                    onEndsGoneSeen={() => setEndsGone(null)}
                  />
                )}
              </>
            }
            canvas={
              <MarksContext value={look.marks}>
                <BoardCanvas
                  board={board}
                  me={me}
                  view={view}
                  presence={look.looked === null ? connection.people : nobodyHere}
                  followed={target?.id ?? null}
                  onStopFollowing={() => setFollowed(null)}
                  onRefused={setRefused}
                  onUnshown={setUnshown}
                  onWaitingPictures={(count) => {
                    setPictures(count);
                    connection.copy.setPictures(count);
                  }}
                  onKept={(what, direction) =>
                    setKept((before) => ({ what, direction, times: (before?.times ?? 0) + 1 }))
                  }
                  onEndsGone={(arrows) => setEndsGone((before) => ({ arrows, times: (before?.times ?? 0) + 1 }))}
                  onNewer={setNewer}
                  onView={setCanvas}
                />
              </MarksContext>
            }
            over={
              <>
                {parts !== null && <parts.LookBar look={look} now={connection.workshop.now()} />}
                {target !== undefined && (
                  <FollowBar name={target.name} color={target.color} onStop={() => setFollowed(null)} />
                )}
                {parts !== null && (
                  <parts.WorkshopOver
                    people={people}
                    canvas={canvas}
                    followed={followed}
                    onFollow={setFollowed}
                    onPanel={open}
                  />
                )}
              </>
            }
            right={
              panel === null ? null : (
                <LateBoardPanel
                  name={panel}
                  board={board}
                  me={me}
                  people={people}
                  connection={connection}
                  followed={target?.id ?? null}
                  onFollow={setFollowed}
                  onClose={() => {
                    isClosing.current = true;
                    setPanel(null);
                  }}
                  view={mapView}
                  onView={open}
                  onPanel={open}
                  canvas={canvas}
                  look={look}
                  unshown={unshown}
                  takesFocus={wasOpened}
                />
              )
            }
          />
          <OnDetails onDetails={() => open('details')} />
          <LiveRegion text={spoken} />
          <LiveRegion text={joined} />
        </BoardRatingsProvider>
      </WorkshopProvider>
    </BoardMapProvider>
  );
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

/** In an earlier moment nobody is, and nobody sees where one looks. */
const nobodyHere: PresencePort = { set: () => {}, subscribe: () => () => {} };

/** What the canvas cannot write must not look as if it could be written. */
function lookedAtOnly(view: BoardView): BoardView {
  const { line } = view;
  if (line.kind !== 'live') return { ...view, mayEdit: false };
  return { ...view, mayEdit: false, line: { kind: 'readOnly', reason: 'newerDocument', kept: 0 } };
}

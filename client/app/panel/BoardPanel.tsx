/** The panel that is open, in its frame, with its own fence against errors. */
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardConnection } from '#client/connection/BoardConnection.ts';
import { thingActs } from '#client/connection/api/thingActs.ts';
import type { PersonHere } from '#client/connection/sync/PeopleHere.ts';
import type { VisitedBoard } from '#client/connection/device/VisitedBoards.ts';
import type { SetAside } from '#client/binding/CanvasView.ts';
import { mayRemove } from '#client/panels/room/mayRemove.ts';
import { isOfMap } from '#client/canvas/cycle/useCycleParts.ts';
import type { CanvasView } from '#client/map/CanvasView.ts';
import { RoundStarters } from '#client/facilitation/rounds/RoundStarters.tsx';
import { WorkshopPanel } from '#client/facilitation/WorkshopPanel.tsx';
import { boardThing } from '#client/panels/acts/boardThing.ts';
import { WhoChanged } from '#client/panels/acts/WhoChanged.tsx';
import { useBoardMap } from '#client/map/MapContext.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import { PeoplePanel } from '#client/panels/people/PeoplePanel.tsx';
import { PowerPanel } from '#client/panels/power/PowerPanel.tsx';
import { SharePanel } from '#client/panels/share/SharePanel.tsx';
import type { LookControl } from '#client/panels/snapshots/LookControl.ts';
import { ErrorBoundary } from '#client/ui/ErrorBoundary.tsx';
import { SidePanel } from '#client/ui/SidePanel.tsx';
import { roots } from '#shared/board/roots.ts';
import { mayDo } from '#shared/wire/roles.ts';
import { FailedPart } from '#client/app/FailedPart.tsx';
import { KeysPanel } from './KeysPanel.tsx';
import { MapPanel } from './MapPanel.tsx';
import { isMapView, type MapViewName } from './mapViews.ts';
import { useServices } from '#client/app/Services.ts';
import { SettingsPanel } from './SettingsPanel.tsx';

const SnapshotsPanel = lazy(async () => {
  const { SnapshotsPanel: Panel } = await import('#client/panels/snapshots/SnapshotsPanel.tsx');
  return { default: Panel };
});

/** For facilitators of boards that are too large or strange. */
const RoomPanel = lazy(async () => {
  const { RoomPanel: Panel } = await import('#client/panels/room/RoomPanel.tsx');
  return { default: Panel };
});

/** Files to take home; what is drawn in them comes from the server. */
const TakeHomePanel = lazy(async () => {
  const { TakeHomePanel: Panel } = await import('#client/export/TakeHomePanel.tsx');
  return { default: Panel };
});

/** Reading tables is a library of its own, loaded when somebody asks for it. */
const CsvPanel = lazy(async () => {
  const { CsvPanel: Panel } = await import('#client/panels/csv/CsvPanel.tsx');
  return { default: Panel };
});

export type PanelName =
  | MapViewName
  | 'details'
  | 'workshop'
  | 'power'
  | 'csv'
  | 'snapshots'
  | 'takeHome'
  | 'share'
  | 'settings'
  | 'room'
  | 'keys';

export interface BoardPanelProps {
  readonly name: PanelName;
  readonly board: string;
  readonly me: VisitedBoard;
  readonly people: readonly PersonHere[];
  readonly connection: BoardConnection;
  readonly followed: string | null;
  readonly onFollow: (person: string | null) => void;
  readonly onClose: () => void;
  /** The view of the map that is open, or was before the details. */
  readonly view: MapViewName;
  readonly onView: (view: MapViewName) => void;
  readonly onPanel: (name: PanelName) => void;
  readonly canvas: CanvasView;
  readonly look: LookControl;
  /** Records that the canvas cannot show just now. */
  readonly unshown: readonly SetAside[];
  /** Opened by the person: the focus goes into it. */
  readonly takesFocus: boolean;
}

export function BoardPanel(props: BoardPanelProps) {
  const { t } = useTranslation();
  const { api, report } = useServices();
  const { name, board, me } = props;
  const changesOf = ({ collection, id }: EntityRef) => (
    <WhoChanged read={() => thingActs(api, board, me.seat, `${roots.map}/${collection}/${id}`)} />
  );
  if (isMapView(name) || name === 'details') {
    return (
      <MapPanel
        view={props.view}
        isDetails={name === 'details'}
        takesFocus={props.takesFocus}
        onView={props.onView}
        onClose={props.onClose}
        onPanel={props.onPanel}
        people={<PanelContent {...props} />}
        {...(mayDo(me.role, 'administer') ? { changesOf } : {})}
      />
    );
  }
  const title = name === 'power' || name === 'csv' ? t(`map.${name}.title`) : t(`${name}.title`);
  return (
    <SidePanel key={props.name} title={title} closeLabel={t('common.close')} onClose={props.onClose}>
      <ErrorBoundary
        onFault={report}
        renderFailed={(failed) => (
          <FailedPart title={t('board.panelFailed')} hint={t('board.panelFailedHint')} failed={failed} />
        )}
      >
        <PanelContent {...props} />
      </ErrorBoundary>
    </SidePanel>
  );
}

function PanelContent({
  name,
  board,
  me,
  people,
  connection,
  followed,
  onFollow,
  canvas,
  look,
  unshown,
  onPanel,
}: BoardPanelProps) {
  const { api, report } = useServices();
  const { t } = useTranslation();
  const map = useBoardMap();
  switch (name) {
    case 'people':
      return (
        <PeoplePanel
          api={api}
          board={board}
          seat={me.seat}
          origin={location.origin}
          people={people}
          role={me.role}
          followed={followed}
          onFollow={onFollow}
          thingOf={(key) => boardThing({ doc: connection.view().doc, map, canvas }, key, t)}
        />
      );
    case 'workshop':
      return (
        <WorkshopPanel people={people} canvas={canvas} onPanel={onPanel} starters={<RoundStarters canvas={canvas} />} />
      );
    case 'share':
      return (
        <SharePanel
          api={api}
          board={board}
          role={me.role}
          seat={me.seat}
          origin={location.origin}
          now={() => connection.workshop.now()}
        />
      );
    case 'settings':
      return <SettingsPanel me={me} connection={connection} onRoom={() => onPanel('room')} />;
    case 'room':
      return (
        <Suspense fallback={null}>
          <RoomPanel
            doc={connection.view().doc}
            setAside={unshown}
            isElsewhere={isOfMap}
            canvas={canvas}
            onDetails={() => onPanel('details')}
            mayRemove={mayRemove(connection.view())}
          />
        </Suspense>
      );
    case 'keys':
      return <KeysPanel />;
    case 'power':
      return <PowerPanel />;
    case 'csv':
      return (
        <Suspense fallback={null}>
          <CsvPanel
            beforeImport={async () => {
              // Undo takes an import back; the snapshot is for whoever notices later, so its failure stops nobody.
              await api.takeSnapshot(board, me.seat, { reason: 'import' });
            }}
          />
        </Suspense>
      );
    case 'takeHome':
      return (
        <Suspense fallback={null}>
          <TakeHomePanel api={api} board={board} seat={me.seat} role={me.role} canvas={canvas} report={report} />
        </Suspense>
      );
    case 'snapshots':
      return (
        <Suspense fallback={null}>
          <SnapshotsPanel
            api={api}
            board={board}
            seat={me.seat}
            role={me.role}
            title={connection.view().title}
            workshop={connection.workshop}
            look={look}
          />
        </Suspense>
      );
    default:
      return null;
  }
}

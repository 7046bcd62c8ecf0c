/** The panel that is open, in its frame, with its own fence against errors. */
import { useTranslation } from 'react-i18next';
import type { BoardConnection } from '#client/connection/BoardConnection.ts';
import type { PersonHere } from '#client/connection/PeopleHere.ts';
import type { VisitedBoard } from '#client/connection/VisitedBoards.ts';
import { PeoplePanel } from '#client/panels/PeoplePanel.tsx';
import { SharePanel } from '#client/panels/SharePanel.tsx';
import { ErrorBoundary } from '#client/ui/ErrorBoundary.tsx';
import { SidePanel } from '#client/ui/SidePanel.tsx';
import { FailedPart } from './FailedPart.tsx';
import { KeysPanel } from './KeysPanel.tsx';
import { MapPanel } from './MapPanel.tsx';
import { isMapView, type MapViewName } from './mapViews.ts';
import { useServices } from './Services.ts';
import { SettingsPanel } from './SettingsPanel.tsx';

export type PanelName = MapViewName | 'details' | 'share' | 'settings' | 'keys';

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
  /** Opened by the person: the focus goes into it. */
  readonly takesFocus: boolean;
}

export function BoardPanel(props: BoardPanelProps) {
  const { t } = useTranslation();
  const { report } = useServices();
  const { name } = props;
  if (isMapView(name) || name === 'details') {
    return (
      <MapPanel
        view={props.view}
        isDetails={name === 'details'}
        takesFocus={props.takesFocus}
        onView={props.onView}
        onClose={props.onClose}
        people={<PanelContent {...props} />}
      />
    );
  }
  return (
    <SidePanel key={props.name} title={t(`${name}.title`)} closeLabel={t('common.close')} onClose={props.onClose}>
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

function PanelContent({ name, board, me, people, connection, followed, onFollow }: BoardPanelProps) {
  const { api } = useServices();
  switch (name) {
    case 'people':
      return (
        <PeoplePanel
          people={people}
          role={me.role}
          followed={followed}
          onFollow={onFollow}
          onRemove={(person) => api.removePerson(board, me.seat, person)}
        />
      );
    case 'share':
      return <SharePanel api={api} board={board} role={me.role} seat={me.seat} origin={location.origin} />;
    case 'settings':
      return <SettingsPanel me={me} connection={connection} />;
    case 'keys':
      return <KeysPanel />;
    default:
      return null;
  }
}

/** The panel that is open, in its frame, with its own fence against errors. */
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { PartBoundary } from '#client/app/PartBoundary.tsx';
import { useServices } from '#client/app/Services.ts';
import { useBoard } from '#client/board/BoardContext.ts';
import { isMapView, type MapViewName, type PanelName } from '#client/board/panelNames.ts';
import { isOfMap } from '#client/canvas/projected/isOfMap.ts';
import { ActivityStarters } from '#client/facilitation/activities/ActivityStarters.tsx';
import { WorkshopPanel } from '#client/facilitation/WorkshopPanel.tsx';
import { PowerPanel } from '#client/panels/power/PowerPanel.tsx';
import { AfterWorkshop } from '#client/panels/record/AfterWorkshop.tsx';
import { SharePanel } from '#client/panels/share/SharePanel.tsx';
import { YourPart } from '#client/panels/yours/YourPart.tsx';
import { RoomSteering, RoomWindow } from '#client/room/lateRoom.ts';
import { SidePanel } from '#client/ui/SidePanel.tsx';
import { KeysPanel } from './KeysPanel.tsx';
import { MapPanel } from './MapPanel.tsx';
import { SettingsPanel } from './SettingsPanel.tsx';
import { WorkshopSide } from './WorkshopSide.tsx';

const SnapshotsPanel = lazy(async () => {
  const { SnapshotsPanel: Panel } = await import('#client/panels/snapshots/SnapshotsPanel.tsx');
  return { default: Panel };
});

/** What workshops gave; it brings the sentences of findings with it. */
const RecordPanel = lazy(async () => {
  const { RecordPanel: Panel } = await import('#client/panels/record/RecordPanel.tsx');
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

export interface BoardPanelProps {
  readonly name: PanelName;
}

export function BoardPanel({ name }: BoardPanelProps) {
  const { t } = useTranslation();
  const { screen } = useBoard();
  if (isMapView(name) || name === 'details') return <MapPanel isDetails={name === 'details'} />;
  if (name === 'workshop') {
    return (
      <WorkshopSide>
        <WorkshopPanel starters={<ActivityStarters />} yours={<YourPart />} after={<AfterWorkshop />} />
      </WorkshopSide>
    );
  }
  const title = name === 'power' || name === 'csv' ? t(`map.${name}.title`) : t(`${name}.title`);
  return (
    <SidePanel key={name} title={title} closeLabel={t('common.close')} onClose={screen.close}>
      <PartBoundary>
        <Suspense fallback={null}>
          <PanelContent name={name} />
        </Suspense>
      </PartBoundary>
    </SidePanel>
  );
}

function PanelContent({ name }: { readonly name: Exclude<PanelName, MapViewName | 'details' | 'workshop'> }) {
  const { report } = useServices();
  const { server } = useBoard();
  switch (name) {
    case 'share':
      return <SharePanel room={<RoomWindow />} />;
    case 'settings':
      return <SettingsPanel />;
    case 'room':
      return <RoomPanel isElsewhere={isOfMap} />;
    case 'roomScreen':
      return <RoomSteering />;
    case 'keys':
      return <KeysPanel />;
    case 'power':
      return <PowerPanel />;
    case 'csv':
      return (
        <CsvPanel
          beforeImport={async () => {
            // Undo takes an import back; the snapshot is for whoever notices later, so its failure stops nobody.
            await server.takeSnapshot({ reason: 'import' });
          }}
        />
      );
    case 'takeHome':
      return <TakeHomePanel report={report} />;
    case 'record':
      return <RecordPanel />;
    case 'snapshots':
      return <SnapshotsPanel />;
  }
}

/** The views of the map beside the canvas: findings, coverage, outline, people; details lie over the view one came from. */
import { Grid3x3 } from '#client/ui/icons/Grid3x3.tsx';
import { Table2 } from '#client/ui/icons/Table2.tsx';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoardMap, useFindings, useSelection } from '#client/map/MapContext.ts';
import { refKey, type EntityRef } from '#client/map/Selection.ts';
import { ActionsPanel } from '#client/panels/actions/ActionsPanel.tsx';
import { CoveragePanel } from '#client/panels/coverage/CoveragePanel.tsx';
import { CyclePanel } from '#client/panels/cycle/CyclePanel.tsx';
import { FindingsPanel } from '#client/panels/findings/FindingsPanel.tsx';
import { InspectorPanel } from '#client/panels/inspector/InspectorPanel.tsx';
import { OutlinePanel } from '#client/panels/outline/OutlinePanel.tsx';
import { Button } from '#client/ui/Button.tsx';
import { ErrorBoundary } from '#client/ui/ErrorBoundary.tsx';
import { TabPanel } from '#client/ui/TabPanel.tsx';
import { FailedPart } from '#client/app/FailedPart.tsx';
import styles from './MapPanel.module.css';
import { mapViews, type MapViewName } from './mapViews.ts';
import { useServices } from '#client/app/Services.ts';
import { useLitStage } from '#client/app/onCanvas/useLitStage.ts';

export interface MapPanelProps {
  readonly view: MapViewName;
  readonly isDetails: boolean;
  readonly takesFocus: boolean;
  readonly onView: (view: MapViewName) => void;
  readonly onClose: () => void;
  /** Opens one of the wide panels. */
  readonly onPanel: (name: 'power' | 'csv') => void;
  readonly people: ReactNode;
  readonly changesOf?: (ref: EntityRef) => ReactNode;
}

export function MapPanel({ view, isDetails, takesFocus, onView, onClose, onPanel, people, changesOf }: MapPanelProps) {
  const { t } = useTranslation();
  const { report } = useServices();
  const { openCount } = useFindings();
  const shown = useSelection();
  const onKeys = useUndoKeys();
  const tabs = mapViews.map((name) => ({
    name,
    text: t(`map.tabs.${name}`),
    count: name === 'findings' ? openCount : undefined,
  }));
  return (
    <TabPanel
      label={t('map.tabs.label')}
      closeLabel={t('common.close')}
      tabs={tabs}
      chosen={view}
      place={isDetails ? `details ${shown === null ? '' : refKey(shown)}` : view}
      takesFocus={takesFocus}
      onChoose={onView}
      onClose={onClose}
      onKeys={onKeys}
    >
      <ErrorBoundary
        key={`${view} ${isDetails}`}
        onFault={report}
        renderFailed={(failed) => (
          <FailedPart title={t('board.panelFailed')} hint={t('board.panelFailedHint')} failed={failed} />
        )}
      >
        {isDetails ? (
          <InspectorPanel
            from={t(`map.tabs.${view}`)}
            onBack={() => onView(view)}
            {...(changesOf ? { changesOf } : {})}
          />
        ) : (
          <View view={view} people={people} onCoverage={() => onView('coverage')} onPanel={onPanel} />
        )}
      </ErrorBoundary>
    </TabPanel>
  );
}

interface ViewProps {
  readonly view: MapViewName;
  readonly people: ReactNode;
  readonly onCoverage: () => void;
  readonly onPanel: (name: 'power' | 'csv') => void;
}

function View({ view, people, onCoverage, onPanel }: ViewProps) {
  const { t } = useTranslation();
  const { isFacilitator } = useBoardMap();
  const litStage = useLitStage();
  switch (view) {
    case 'findings':
      return <FindingsPanel onCoverage={onCoverage} />;
    case 'coverage':
      return (
        <>
          {isFacilitator && (
            <Button className={styles['more']} icon={<Grid3x3 aria-hidden="true" />} onClick={() => onPanel('power')}>
              {t('map.power.open')}
            </Button>
          )}
          <CoveragePanel />
        </>
      );
    case 'outline':
      return (
        <>
          <Button className={styles['more']} icon={<Table2 aria-hidden="true" />} onClick={() => onPanel('csv')}>
            {t('map.csv.open')}
          </Button>
          <OutlinePanel />
        </>
      );
    case 'cycle':
      return <CyclePanel litStage={litStage} />;
    case 'actions':
      return <ActionsPanel />;
    case 'people':
      return people;
  }
}

/** Ctrl+Z in a panel takes back the person's last act, as on the canvas; inside a text field the field undoes itself. */
function useUndoKeys(): (event: KeyboardEvent) => void {
  const { t } = useTranslation();
  const { history, spoken } = useBoardMap();
  return (event) => {
    const isField = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
    if (isField || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    event.preventDefault();
    if (event.shiftKey ? history.redo() : history.undo()) spoken.say(t('map.outline.undone'));
  };
}

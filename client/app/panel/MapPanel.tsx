/** The views of the map beside the canvas: findings, coverage, outline, people; details lie over the view one came from. */
import { Grid3x3 } from '#client/ui/icons/Grid3x3.tsx';
import { Table2 } from '#client/ui/icons/Table2.tsx';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { StepAbove } from '#client/facilitation/steps/StepAbove.tsx';
import { useBoardMap, useFindings, useSelection } from '#client/map/MapContext.ts';
import { refKey, type EntityRef } from '#client/map/Selection.ts';
import { ActionsPanel } from '#client/panels/actions/ActionsPanel.tsx';
import { CoveragePanel } from '#client/panels/coverage/CoveragePanel.tsx';
import { CyclePanel } from '#client/panels/cycle/CyclePanel.tsx';
import { FindingsPanel } from '#client/panels/findings/FindingsPanel.tsx';
import { InspectorPanel } from '#client/panels/inspector/InspectorPanel.tsx';
import { OutlinePanel } from '#client/panels/outline/OutlinePanel.tsx';
import { SheetsPanel } from '#client/panels/sheets/SheetsPanel.tsx';
import { YoursPanel } from '#client/panels/yours/YoursPanel.tsx';
import { Button } from '#client/ui/Button.tsx';
import { TabPanel } from '#client/ui/TabPanel.tsx';
import { PartBoundary } from '#client/app/PartBoundary.tsx';
import styles from './MapPanel.module.css';
import { useBoard, useCanvas, useScreen } from '#client/board/BoardContext.ts';
import { mapViews, type MapViewName } from '#client/board/panelNames.ts';
import { thingActs } from '#client/connection/api/thingActs.ts';
import { boardThing, type NamedThing } from '#client/panels/acts/boardThing.ts';
import { WhoChanged } from '#client/panels/acts/WhoChanged.tsx';
import { PeoplePanel } from '#client/panels/people/PeoplePanel.tsx';
import { roots } from '#shared/board/roots.ts';
import { useLitStage } from '#client/app/onCanvas/useLitStage.ts';

/** A panel lies over nearly all of the canvas. */
const panelCovers = '(max-width: 599px)';

export function MapPanel({ isDetails }: { readonly isDetails: boolean }) {
  const { t } = useTranslation();
  const { server, screen } = useBoard();
  const view = useScreen(({ mapView }) => mapView);
  const takesFocus = useScreen(({ wasOpened }) => wasOpened);
  const { isFacilitator } = useBoardMap();
  const { openCount } = useFindings();
  const shown = useSelection();
  const onKeys = useUndoKeys();
  const changesOf = ({ collection, id }: EntityRef) => (
    <WhoChanged read={() => thingActs(server, `${roots.map}/${collection}/${id}`)} />
  );
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
      onChoose={screen.open}
      onClose={screen.close}
      onKeys={onKeys}
    >
      <PartBoundary key={`${view} ${isDetails}`}>
        {isDetails ? (
          <InspectorPanel
            from={t(`map.tabs.${view}`)}
            onBack={() => screen.open(view)}
            {...(isFacilitator ? { changesOf } : {})}
          />
        ) : (
          <>
            <StepAbove view={view} />
            <View view={view} />
          </>
        )}
      </PartBoundary>
    </TabPanel>
  );
}

function View({ view }: { readonly view: MapViewName }) {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const { isFacilitator } = useBoardMap();
  const litStage = useLitStage();
  const thingOf = useThings();
  const givesWay = (show: () => void): void => {
    if (!matchMedia(panelCovers).matches) return show();
    screen.close();
    requestAnimationFrame(() => requestAnimationFrame(show));
  };
  switch (view) {
    case 'yours':
      return <YoursPanel />;
    case 'findings':
      return <FindingsPanel onCoverage={() => screen.open('coverage')} />;
    case 'coverage':
      return (
        <>
          {isFacilitator && (
            <Button
              className={styles['more']}
              icon={<Grid3x3 aria-hidden="true" />}
              onClick={() => screen.open('power')}
            >
              {t('map.power.open')}
            </Button>
          )}
          <CoveragePanel />
        </>
      );
    case 'outline':
      return (
        <>
          <Button className={styles['more']} icon={<Table2 aria-hidden="true" />} onClick={() => screen.open('csv')}>
            {t('map.csv.open')}
          </Button>
          <OutlinePanel />
        </>
      );
    case 'sheets':
      return <SheetsPanel onShow={givesWay} />;
    case 'cycle':
      return <CyclePanel litStage={litStage} />;
    case 'actions':
      return <ActionsPanel />;
    case 'people':
      return <PeoplePanel thingOf={thingOf} />;
  }
}

/** Things of the open board by their keys. */
function useThings(): (key: string) => NamedThing {
  const { t } = useTranslation();
  const { connection } = useBoard();
  const map = useBoardMap();
  const canvas = useCanvas();
  return (key) => boardThing({ doc: connection.view().doc, map, canvas }, key, t);
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

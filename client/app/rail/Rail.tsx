/** At the left of a wide window: the views of the map on the canvas, the lists beside it, and the steps of the workshop. */
import { useTranslation } from 'react-i18next';
import { useMedia } from '#client/app/useChoices.ts';
import { useBoard, useCanvas, useScreen } from '#client/board/BoardContext.ts';
import type { CanvasView } from '#client/board/CanvasPort.ts';
import { useBoardMap, useFindings } from '#client/map/MapContext.ts';
import { YourCount } from '#client/panels/yours/YourCount.tsx';
import { ChartPie } from '#client/ui/icons/ChartPie.tsx';
import { CircleUserRound } from '#client/ui/icons/CircleUserRound.tsx';
import { LayoutGrid } from '#client/ui/icons/LayoutGrid.tsx';
import { Lightbulb } from '#client/ui/icons/Lightbulb.tsx';
import { ListChecks } from '#client/ui/icons/ListChecks.tsx';
import { ListTree } from '#client/ui/icons/ListTree.tsx';
import { Orbit } from '#client/ui/icons/Orbit.tsx';
import { StickyNote } from '#client/ui/icons/StickyNote.tsx';
import { CountBadge } from '#client/ui/CountBadge.tsx';
import styles from './Rail.module.css';
import { RailSteps } from './RailSteps.tsx';
import { useCanvasViews } from './useCanvasViews.ts';
import { useViewKeys } from './useViewKeys.ts';

const viewIcons = { frame: ChartPie, cycle: Orbit, sheet: LayoutGrid } as const;
const lists = [
  { name: 'yours', Icon: CircleUserRound, of: null },
  { name: 'findings', Icon: Lightbulb, of: null },
  { name: 'sheets', Icon: StickyNote, of: 'sheet' },
  { name: 'outline', Icon: ListTree, of: null },
  { name: 'actions', Icon: ListChecks, of: null },
] as const;

export function Rail() {
  const { t } = useTranslation();
  const isNarrow = useMedia('(max-width: 899px)');
  const canvas = useCanvas();
  const { shown, inFront } = useCanvasViews();
  useViewKeys(shown);
  if (isNarrow) return null;
  return (
    <nav className={styles['rail']} aria-label={t('rail.label')} data-over-canvas="">
      <div className={styles['card']}>
        {shown.map((view, index) => {
          const Icon = viewIcons[view];
          return (
            <button
              key={view}
              type="button"
              className={styles['button']}
              aria-current={view === inFront ? 'location' : undefined}
              title={t('rail.goTo', { key: index + 1 })}
              onClick={() => canvas.showPart(view)}
            >
              <Icon aria-hidden="true" />
              {t(`rail.${view}`)}
            </button>
          );
        })}
        {shown.length > 0 && <hr className={styles['line']} />}
        <Lists shown={shown} />
        <RailSteps />
      </div>
    </nav>
  );
}

function Lists({ shown }: { readonly shown: readonly CanvasView[] }) {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const { isFacilitator } = useBoardMap();
  const { openCount } = useFindings();
  const panel = useScreen((state) => state.panel);
  // whoever leads has it in the menu: the rail is theirs for what they lead
  const there = lists.filter(
    ({ name, of }) => (name !== 'yours' || !isFacilitator) && (of === null || shown.includes(of)),
  );
  return there.map(({ name, Icon }) => (
    <button
      key={name}
      type="button"
      className={styles['button']}
      aria-expanded={panel === name}
      onClick={() => screen.toggle(name)}
    >
      <Icon aria-hidden="true" />
      {t(`rail.lists.${name}`)}
      {name === 'yours' && <YourCount className={styles['count']} />}
      {name === 'findings' && isFacilitator && openCount > 0 && (
        <CountBadge className={styles['count']} count={openCount} words={String(openCount)} />
      )}
    </button>
  ));
}

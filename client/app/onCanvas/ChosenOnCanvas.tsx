/** What is chosen on the map, by its whole name, and the one press to its details: a press on a card leads somewhere. */
import { useTranslation } from 'react-i18next';
import { useBoard, useScreen } from '#client/board/BoardContext.ts';
import { useBoardMap, useChosen, useMap } from '#client/map/MapContext.ts';
import { entityName, entityOf, isInspected } from '#client/panels/things/entityName.ts';
import { Button } from '#client/ui/Button.tsx';
import styles from './ChosenOnCanvas.module.css';

/** These have a bar of their own. */
const onSheets: readonly string[] = ['sheets', 'groups', 'ideas'];

export function ChosenOnCanvas() {
  const { t } = useTranslation();
  const map = useMap();
  const { screen } = useBoard();
  const panel = useScreen((state) => state.panel);
  const { selection } = useBoardMap();
  const [ref, ...others] = useChosen();
  if (ref === undefined || others.length > 0 || panel === 'details') return null;
  if (!isInspected(ref.collection) || onSheets.includes(ref.collection) || entityOf(map, ref) === undefined)
    return null;
  const name = entityName(map, ref, t);
  return (
    <div className={styles['chosen']} data-panel={panel !== null} role="group" aria-label={t('yours.chosen')}>
      <p>{name}</p>
      <Button
        aria-label={t('yours.detailsOf', { name })}
        onClick={() => {
          selection.open(ref);
          screen.open('details');
        }}
      >
        {t('map.tabs.details')}
      </Button>
    </div>
  );
}

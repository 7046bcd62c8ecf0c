/** The way to the details of what is chosen in the frame, where a double click writes. */
import { useTranslation } from 'react-i18next';
import { MenuActs } from '#client/canvas/MenuActs.tsx';
import { useBoardMap, useChosen } from '#client/map/MapContext.ts';

const inFrame: readonly string[] = ['goal', 'interests', 'organizations', 'placements', 'representatives'];

export function DetailsInMenu() {
  const { t } = useTranslation();
  const { selection } = useBoardMap();
  const [ref, ...others] = useChosen();
  if (ref === undefined || others.length > 0 || !inFrame.includes(ref.collection)) return null;
  return (
    <MenuActs id="details" acts={[{ key: 'details', label: t('map.tabs.details'), run: () => selection.open(ref) }]} />
  );
}

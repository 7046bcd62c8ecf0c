/** The live region of the map: says what one did, why something was refused, and what came and went among the findings. */
import { useSyncExternalStore } from 'react';
import { useBoardMap } from '#client/map/MapContext.ts';
import { LiveRegion } from '#client/ui/LiveRegion.tsx';

export function SpokenRegion() {
  const { spoken } = useBoardMap();
  const text = useSyncExternalStore(spoken.subscribe, spoken.text);
  return <LiveRegion text={text} />;
}

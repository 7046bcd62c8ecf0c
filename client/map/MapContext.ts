/** What panels need of the open board's map, handed down once. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { BoardMap } from './BoardMap.ts';
import type { History } from './History.ts';
import type { KeptWords } from './KeptWords.ts';
import type { MapReadings } from './MapReadings.ts';
import type { EntityRef, Selection } from './Selection.ts';
import type { Spoken } from './Spoken.ts';

export interface MapServices {
  readonly boardMap: BoardMap;
  readonly selection: Selection;
  readonly spoken: Spoken;
  readonly history: History;
  readonly words: KeptWords;
  /** influence and stake are for facilitators */
  readonly isFacilitator: boolean;
}

export const MapContext = createContext<MapServices | null>(null);

export function useBoardMap(): MapServices {
  const services = useContext(MapContext);
  if (services === null) throw new Error('there is no map around this component');
  return services;
}

export function useMap(): PartnershipMap {
  const { boardMap } = useBoardMap();
  return useSyncExternalStore(boardMap.subscribe, boardMap.map);
}

export function useReadOnly(): boolean {
  const { boardMap } = useBoardMap();
  return useSyncExternalStore(boardMap.subscribe, boardMap.readOnly);
}

/** Readings of the map: findings, coverage, path to the target. For parts that are loaded together with the readings. */
export function useFindings(): MapReadings {
  const { boardMap } = useBoardMap();
  const readings = useSyncExternalStore(boardMap.subscribe, boardMap.readings);
  if (readings === null) throw new Error('the readings are not there yet; they come with the late parts');
  return readings;
}

/** What is chosen; the first of several. */
export function useSelection(): EntityRef | null {
  const { selection } = useBoardMap();
  return useSyncExternalStore(selection.subscribe, selection.chosen)[0] ?? null;
}

/** Everything that is chosen. */
export function useChosen(): readonly EntityRef[] {
  const { selection } = useBoardMap();
  return useSyncExternalStore(selection.subscribe, selection.chosen);
}

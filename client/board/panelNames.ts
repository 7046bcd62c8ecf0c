/** What can stand beside the canvas, one at a time. */

/** The views of the map. */
export const mapViews = ['yours', 'findings', 'coverage', 'outline', 'sheets', 'cycle', 'actions', 'people'] as const;
export type MapViewName = (typeof mapViews)[number];

export type PanelName =
  | MapViewName
  | 'details'
  | 'workshop'
  | 'power'
  | 'csv'
  | 'snapshots'
  | 'record'
  | 'takeHome'
  | 'share'
  | 'settings'
  | 'room'
  | 'roomScreen'
  | 'keys';

export function isMapView(name: string): name is MapViewName {
  return mapViews.some((one) => one === name);
}

/** The views of the map that stand beside the canvas. */
export const mapViews = ['findings', 'coverage', 'outline', 'cycle', 'actions', 'people'] as const;
export type MapViewName = (typeof mapViews)[number];

export function isMapView(name: string): name is MapViewName {
  return mapViews.some((one) => one === name);
}

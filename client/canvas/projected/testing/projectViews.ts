/** What the views of a map are on a canvas on which nothing stood before: for tests and the fuzz. */
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { lateViews, type LateViews } from '../../lateViews.ts';
import { nothingOpened } from '#shared/views/sheet/SheetLayout.ts';
import { viewNames } from '../isOfMap.ts';
import type { ProjectedShape } from '../ProjectedShape.ts';
import type { Projection, ViewSetting } from '../View.ts';

/** As a person sees it who opened nothing. */
type Setting = Omit<ViewSetting, 'areaOf' | 'opened'> & Partial<Pick<ViewSetting, 'opened'>>;

/** In the order of their ids. */
export function projectViews(map: PartnershipMap, setting: Setting): readonly ProjectedShape[] {
  const late: LateViews = lateViews;
  const made = new Map<string, Projection>();
  const areaOf = (view: string) => made.get(view)?.area ?? null;
  for (const name of viewNames)
    made.set(name, late[name].project()(map, { opened: nothingOpened, ...setting, areaOf }));
  return [...made.values()].flatMap(({ records }) => records).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

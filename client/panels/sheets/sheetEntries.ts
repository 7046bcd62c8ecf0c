/** What can be done with a sheet as a whole, as data for a menu. */
import { sheetOf } from '#shared/map/readings/sheets.ts';
import type { MenuEntry } from '#client/panels/things/MenuEntry.ts';
import { ifMay } from '#client/panels/things/ifMay.ts';
import type { SheetActs } from './SheetActs.ts';

export function sheetEntries(acts: SheetActs, id: string): readonly MenuEntry[] {
  const { map, t, run } = acts;
  if ((sheetOf(map, id)?.count ?? 0) === 0) return [];
  return ifMay(acts, ['ideas', null, 'order'], {
    key: 'tidy',
    label: t('sheet.panel.tidy'),
    run: () => void run([{ type: 'tidySheet', id }], t('sheet.done.tidy')),
  });
}

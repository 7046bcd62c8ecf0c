/** The acts of what is chosen on a sheet, in the menu of the canvas: the same, in the same words, as in panel and outline. */
import { useCallback } from 'react';
import { MenuActs } from '#client/canvas/MenuActs.tsx';
import { writeWhenThere } from '#client/canvas/sheet/writeWhenThere.ts';
import { useChosen, useMap, useReadOnly } from '#client/map/MapContext.ts';
import { chosenOn } from '#client/panels/sheets/SheetActs.ts';
import { sheetEntries } from '#client/panels/sheets/sheetEntries.ts';
import { makeEntries, sheetMenu } from '#client/panels/sheets/sheetMenu.ts';
import { useSheetActs } from '#client/panels/sheets/useSheetActs.ts';
import { DetailsInMenu } from './DetailsInMenu.tsx';
import type { MountedCanvas } from './ViewsOnCanvas.tsx';

export function SheetActsInMenu({ editor }: Pick<NonNullable<MountedCanvas>, 'editor'>) {
  const map = useMap();
  const readOnly = useReadOnly();
  const refs = useChosen();
  const rename = useCallback((group: string) => writeWhenThere(editor, group), [editor]);
  const { acts } = useSheetActs(rename);
  const chosen = chosenOn(map, refs);
  const sheet = chosen?.sheet.sheet.id ?? (refs[0]?.collection === 'sheets' ? refs[0].id : null);
  if (sheet === null) return <DetailsInMenu />;
  if (readOnly) return null;
  // this menu has tldraw's own entries, too: what things become stands together
  const made = chosen === null ? [] : makeEntries(acts, chosen);
  // and tldraw's own takes away what is chosen
  const isElsewhere = (key: string) => key === 'remove' || made.some((one) => one.key === key);
  const others = chosen === null ? [] : sheetMenu(acts, chosen).filter(({ key }) => !isElsewhere(key));
  const make = made.length === 0 ? [] : [{ key: 'make', label: acts.t('sheet.menu.make'), entries: made }];
  return <MenuActs id="sheet" acts={[...make, ...others, ...sheetEntries(acts, sheet)]} />;
}

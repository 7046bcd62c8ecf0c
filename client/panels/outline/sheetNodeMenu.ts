/** What can be done with the rows of sheets: the same as in their panel. */
import type { MenuEntry } from '#client/panels/things/MenuEntry.ts';
import { chosenOn } from '../sheets/SheetActs.ts';
import { sheetMenu } from '../sheets/sheetMenu.ts';
import { ifMay } from '#client/panels/things/ifMay.ts';
import type { OutlineActs } from './outlineMenu.ts';
import type { OutlineNode } from './outlineTree.ts';
import { sheetActsOf } from './sheetActsOf.ts';
import { sheetKey } from './sheetNodes.ts';

/** Null for rows of other things, and for a sheet itself, which is renamed and removed like everything else. */
export function sheetNodeMenu(acts: OutlineActs, node: OutlineNode): readonly MenuEntry[] | null {
  const { map, t, newId } = acts;
  if (node.kind === 'sheets') {
    const add = (): void => {
      const id = newId();
      const fields = { question: t('sheet.panel.newQuestion') };
      if (acts.run([{ type: 'add', collection: 'sheets', id, fields }], t('sheet.done.sheet')))
        acts.goTo(sheetKey(id), true);
    };
    return ifMay(acts, ['sheets', null, null], { key: 'add', label: t('sheet.panel.newSheet'), run: add });
  }
  const chosen = node.ref && chosenOn(map, [node.ref]);
  return chosen ? sheetMenu(sheetActsOf(acts), chosen) : null;
}

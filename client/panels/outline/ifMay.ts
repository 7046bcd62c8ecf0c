/** What the running workshop holds back from this person is not offered in a menu. */
import type { CollectionName } from '#shared/map/collections.ts';
import type { MenuEntry } from '#client/panels/things/MenuEntry.ts';
import type { OutlineActs } from './outlineMenu.ts';

/** The entries where this person may change that; `field` null: make one, or take one away. */
export function ifMay(
  { whyNot }: Pick<OutlineActs, 'whyNot'>,
  thing: readonly [collection: CollectionName, id: string | null, field: string | null],
  ...entries: readonly MenuEntry[]
): readonly MenuEntry[] {
  return whyNot(...thing) === null ? entries : [];
}

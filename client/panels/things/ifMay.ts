/** What the running workshop holds back from this person is not offered in a menu. */
import type { CollectionName } from '#shared/map/collections.ts';
import type { WhyNot } from '#client/map/useWhyNot.ts';
import type { MenuEntry } from './MenuEntry.ts';

/** The entries where this person may change that; `field` null: make one, or take one away. */
export function ifMay(
  { whyNot }: { readonly whyNot: WhyNot },
  thing: readonly [collection: CollectionName, id: string | null, field: string | null],
  ...entries: readonly MenuEntry[]
): readonly MenuEntry[] {
  return whyNot(...thing) === null ? entries : [];
}

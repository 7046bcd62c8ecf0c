/** The sentence of an item: the board's own where it has one, otherwise the usual one in the reader's language. */
import type { TFunction } from 'i18next';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { pulseItems } from '#shared/wire/SealedActivity.ts';

export type PulseItemName = (typeof pulseItems)[number];

export function pulseText(map: PartnershipMap, item: PulseItemName, t: TFunction): string {
  const own = map.trust_items.find(({ id }) => id === item)?.text.trim() ?? '';
  return own === '' ? t(`sealed.pulse.item.${item}`) : own;
}

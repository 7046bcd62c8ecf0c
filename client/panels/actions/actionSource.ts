/** Where an action came from: in words, and as a place to go to. */
import type { TFunction } from 'i18next';
import { entitiesOf, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import { entityName } from '../entityName.ts';

export interface ActionSource {
  readonly text: string;
  /** Null where there is no one place. */
  readonly ref: EntityRef | null;
}

const named = {
  note: 'notes',
  experiment: 'experiments',
  indicator: 'indicators',
  parking: 'parking_lot',
} as const;

/** Sources are written as `note:n1`, `finding:INT-1:interest:x`, `session`; null when none is known. */
export function actionSource(map: PartnershipMap, source: string, t: TFunction): ActionSource | null {
  const [type = '', id = ''] = source.split(':');
  if (type === 'finding') return { text: t('actions.source.finding', { rule: id }), ref: null };
  if (type === 'session') return { text: t('actions.source.session'), ref: null };
  const known = (Object.keys(named) as readonly (keyof typeof named)[]).find((one) => one === type);
  if (!known) return null;
  const collection = named[known];
  const ref = { collection, id };
  const isThere = entitiesOf(map, collection).some((entity) => entity.id === id);
  return isThere ? { text: t(`actions.source.${known}`, { name: entityName(map, ref, t) }), ref } : null;
}

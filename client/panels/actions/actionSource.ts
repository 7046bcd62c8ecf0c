/** Where an action came from: in words, and as a place to go to. */
import type { TFunction } from 'i18next';
import { entitiesOf, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import { entityName, inspected } from '#client/panels/things/entityName.ts';

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

/** What people wrote on a sheet, and the group of it. */
const onSheets = { ideas: 'idea', groups: 'group' } as const;

/** Sources are written as `note:n1`, `finding:INT-1:interest:x`, `ideas/x`, `session`; null when none is known. */
export function actionSource(map: PartnershipMap, source: string, t: TFunction): ActionSource | null {
  const written = sheetSource(map, source, t);
  if (written !== null) return written;
  const [type = '', id = '', ...subject] = source.split(':');
  if (type === 'finding') return findingSource(map, subject.at(-1), t);
  if (type === 'session') return { text: t('actions.source.session'), ref: null };
  const known = (Object.keys(named) as readonly (keyof typeof named)[]).find((one) => one === type);
  if (!known) return null;
  const collection = named[known];
  const ref = { collection, id };
  const isThere = entitiesOf(map, collection).some((entity) => entity.id === id);
  return isThere ? { text: t(`actions.source.${known}`, { name: entityName(map, ref, t) }), ref } : null;
}

/** Also when it is not there any more: it was written on a sheet. */
function sheetSource(map: PartnershipMap, source: string, t: TFunction): ActionSource | null {
  const [list = '', id = ''] = source.split('/');
  if (list !== 'ideas' && list !== 'groups') return null;
  const ref = { collection: list, id } as const;
  if (!map[list].some((one) => one.id === id)) return { text: t('actions.source.sheet'), ref: null };
  return { text: t(`actions.source.${onSheets[list]}`, { name: entityName(map, ref, t) }), ref };
}

/** Findings name what they are about, `interest:x`, older ones by its id alone; nobody needs the number of a rule. */
function findingSource(map: PartnershipMap, about: string | undefined, t: TFunction): ActionSource {
  const collection = inspected.find((one) => entitiesOf(map, one).some(({ id }) => id === about));
  if (collection === undefined || about === undefined) return { text: t('actions.source.finding'), ref: null };
  const ref = { collection, id: about };
  return { text: t('actions.source.findingAbout', { name: entityName(map, ref, t) }), ref };
}

/** What a thing of one moment is called in a comparison: titles and roles, never names of persons. */
import { type CollectionName, kindOf } from '#shared/map/collections.ts';
import { entitiesOf, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { endOf, lineEnds } from '#shared/map/references.ts';
import type { CompareWords } from './CompareWords.ts';

type Entity = Readonly<Record<string, unknown>>;

const maxNameLength = 90;

export function itemName(map: PartnershipMap, collection: CollectionName, id: string, words: CompareWords): string {
  const entities: readonly Entity[] = entitiesOf(map, collection);
  const entity = entities.find((one) => one['id'] === id);
  const name = entity === undefined ? '' : nameOf(map, collection, entity, words);
  const plain = name.replace(/\s+/g, ' ').trim();
  if (plain === '') return words.unnamed(collection);
  return plain.length <= maxNameLength ? plain : `${plain.slice(0, maxNameLength - 1).trimEnd()}…`;
}

function nameOf(map: PartnershipMap, collection: CollectionName, entity: Entity, words: CompareWords): string {
  const of = (to: CollectionName, field: string): string => itemName(map, to, String(entity[field]), words);
  const joined = (...parts: readonly unknown[]): string =>
    parts.filter((part): part is string => typeof part === 'string' && part !== '').join(', ');
  switch (collection) {
    case 'placements':
      return entity['interest_id'] === null
        ? words.inNone(of('organizations', 'organization_id'))
        : words.inInterest(of('organizations', 'organization_id'), of('interests', 'interest_id'));
    case 'representatives': {
      const role =
        typeof entity['role_title'] === 'string' && entity['role_title'] !== ''
          ? entity['role_title']
          : words.unnamed(collection);
      return joined(role, of('organizations', 'organization_id'));
    }
    case 'seats':
      return joined(of('bodies', 'body_id'), of('representatives', 'representative_id'));
    case 'lines':
      return `${endName(map, entity['from'], words)} → ${endName(map, entity['to'], words)}`;
    case 'measurements':
      return joined(of('indicators', 'indicator_id'), entity['date'], entity['group'] === 'all' ? '' : entity['group']);
    case 'trust_stages':
      return joined(words.value('stage', entity['stage']), entity['date']);
    case 'trust_pulses':
      return joined(entity['closed_on']);
    case 'acknowledgements':
      return joined(entity['rule'], entity['reason']);
    case 'sectors':
      return entity['label'] === '' ? words.value('sector', entity['id']) : String(entity['label']);
    default:
      return String(entity[kindOf(collection).name ?? 'id'] ?? '');
  }
}

function endName(map: PartnershipMap, end: unknown, words: CompareWords): string {
  const { type, id } = endOf(String(end));
  const to = lineEnds[type];
  return to === undefined ? id : itemName(map, to, id, words);
}

/** Name and facts of a row, in words: what a sighted person sees in forms stands here as text. */
import type { TFunction } from 'i18next';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { representativeKinds, type RepresentativeKind } from '#shared/kinds/values.ts';
import { isBlank } from '#shared/text/unseen.ts';
import type { MapReadings } from '#client/map/MapReadings.ts';
import { entityName, organizationName, sectorName } from '#client/panels/things/entityName.ts';
import type { OutlineNode } from './outlineTree.ts';
import { structureWords } from './structureWords.ts';

export interface NodeWords {
  /** as it is called; what is edited in place */
  readonly name: string;
  readonly facts: readonly string[];
}

export function missingKinds(readings: MapReadings, interest: string): readonly RepresentativeKind[] {
  const row = readings.coverage.get(interest);
  return representativeKinds.filter((kind) => (row?.counts[kind] ?? 0) === 0);
}

export function nodeWords(
  map: PartnershipMap,
  readings: MapReadings,
  node: OutlineNode,
  t: TFunction,
  language: string,
): NodeWords {
  const day = (date: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
  switch (node.kind) {
    case 'goal':
      return {
        name: isBlank(map.goal.statement) ? t('map.unnamed.goal') : map.goal.statement,
        facts: isBlank(map.goal.statement) ? [t('map.goalQuestion')] : goalFacts(map, readings, t, day),
      };
    case 'interest': {
      const interest = map.interests.find(({ id }) => id === node.interest);
      const missing = missingKinds(readings, node.interest ?? '').map((kind) => t(`map.kind.${kind}`));
      return {
        name: entityName(map, { collection: 'interests', id: node.interest ?? '' }, t),
        facts: [
          ...(interest?.weight === 'essential' ? [t('map.outline.essential')] : []),
          missing.length === 0 ? t('map.nothingMissing') : t('map.missing', { kinds: missing }),
        ],
      };
    }
    case 'organization': {
      const organization = map.organizations.find(({ id }) => id === node.organization);
      const parts = map.placements
        .filter((one) => one.organization_id === node.organization && one.interest_id === node.interest)
        .flatMap((one) => (one.part_of_work === null ? [] : t(`map.value.${one.part_of_work}`)));
      const isHere = organization?.engagement === 'partner';
      return {
        name: organizationName(map, node.organization ?? '', t),
        facts: [
          sectorName(map, organization?.sector ?? null, t),
          ...(node.interest === null ? [] : parts),
          ...(organization && !isHere ? [t(`map.outline.engagement.${organization.engagement}`)] : []),
          ...(node.children.length === 0 ? [t('map.outline.nobody')] : []),
        ],
      };
    }
    case 'representative': {
      const person = map.representatives.find(({ id }) => id === node.ref?.id);
      const { asOf } = readings.index;
      return {
        name: entityName(map, { collection: 'representatives', id: node.ref?.id ?? '' }, t),
        facts: [
          ...(person ? [t(`map.kind.${person.kind}`)] : []),
          ...(person?.interest_ids?.length === 0 ? [t('map.outline.silent')] : []),
          ...(person?.until && person.until < asOf ? [t('map.outline.until', { date: day(person.until) })] : []),
          ...(person?.since && person.since > asOf ? [t('map.outline.from', { date: day(person.since) })] : []),
        ],
      };
    }
    case 'sheets':
      return {
        name: t('map.tabs.sheets'),
        facts: [node.children.length === 0 ? t('map.structure.empty') : String(node.children.length)],
      };
    case 'group':
    case 'item':
      return structureWords(map, node, t);
    case 'notPlaced':
      return {
        name: t('map.outline.notPlaced'),
        facts: node.children.length === 0 ? [t('map.outline.notPlacedNone')] : [String(node.children.length)],
      };
  }
}

function goalFacts(
  map: PartnershipMap,
  readings: MapReadings,
  t: TFunction,
  day: (date: string) => string,
): readonly string[] {
  const { target, unit } = map.goal;
  const path = readings.goalPath;
  return [
    ...(target.value === null ? [] : [`${target.value} ${unit}`.trim()]),
    ...(target.date === null ? [] : [day(target.date)]),
    ...(path === null ? [] : [t(`map.details.path.${path.status}`)]),
  ];
}

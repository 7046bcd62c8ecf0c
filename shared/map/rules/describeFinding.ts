/**
 * A finding in words (FIND-6). Words come from the catalog of words; placeholders from the finding, or from its subject on the
 * map. Nothing here is a language: another locale brings its own messages and labels.
 */
import { latestTrustStage } from '../readings/latestTrustStage.ts';
import { kindOf } from '../collections.ts';
import { entitiesOf } from '../PartnershipMap.ts';
import { endOf } from '../references.ts';
import type { MapIndex } from '../MapIndex.ts';
import { collectionOfSubject, dataOf, type Finding, type FindingValue, subjectOf } from './Finding.ts';

export interface FindingWords {
  readonly rules: Readonly<Record<string, { readonly message: string; readonly ask: string }>>;
  /** group -> code -> words */
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface FindingText {
  readonly severity: string;
  readonly message: string;
  readonly ask: string;
}

/** Placeholder -> the group of labels that puts its code into words. */
const labelGroups: Readonly<Record<string, string>> = {
  kind: 'kind',
  kind_help: 'kind_help',
  part: 'part',
  sector: 'sector',
  sectors: 'sector',
  size: 'size',
  other: 'other',
  why: 'why',
  missing: 'missing',
  item: 'pulse_item',
  items: 'pulse_item',
  direction: 'direction',
};

/** What the subject itself is called or holds, by placeholder. */
function subjectValues(index: MapIndex, finding: Finding): Readonly<Record<string, FindingValue>> {
  const { map } = index;
  const { type, id } = subjectOf(finding);
  const collection = collectionOfSubject(type);
  const entities: readonly Readonly<Record<string, unknown>>[] = collection ? entitiesOf(map, collection) : [];
  const entity = entities.find((one) => one['id'] === id);
  const field = collection === undefined ? null : kindOf(collection).name;
  const name = field === null ? undefined : entity?.[field];
  const called = typeof name === 'string' ? name : id;
  switch (type) {
    case 'interest':
      // an empty place is called by the question that stands in it
      return { interest: called || String(entity?.['placeholder'] ?? '') || id };
    case 'representative': {
      // a role, never a name
      const organization = index.organizations.get(String(entity?.['organization_id']))?.name ?? '';
      return { representative: called, organization };
    }
    case 'line':
      return { line: String(entity?.['for_what'] ?? '') || lineEnds(index, id) };
    case 'parking':
      return { item: called };
    case 'iteration':
      return { iteration: id };
    case 'kind':
      return { kind: id, kind_help: id };
    case 'pulse':
      return pulseValues(index, id);
    case 'goal':
      return {
        direction: map.goal.direction,
        baseline: map.goal.baseline.value ?? '',
        target: map.goal.target.value ?? '',
      };
    default:
      return { [type]: called };
  }
}

function lineEnds(index: MapIndex, id: string): string {
  const line = index.map.lines.find((one) => one.id === id);
  return line ? [line.from, line.to].map((end) => endOf(end).id).join(' → ') : id;
}

function pulseValues(index: MapIndex, id: string): Readonly<Record<string, FindingValue>> {
  const pulse = index.map.trust_pulses.find((one) => one.id === id);
  const stage = latestTrustStage(index)?.stage ?? '';
  return { responded: pulse?.responded ?? 0, invited: pulse?.invited ?? 0, stage };
}

/** Fills a sentence. `language` formats numbers, days and lists. */
export function describeFinding(index: MapIndex, finding: Finding, words: FindingWords, language: string): FindingText {
  const data = dataOf(finding);
  const size = data['size'];
  const values: Readonly<Record<string, FindingValue>> = {
    ...subjectValues(index, finding),
    ...(size === undefined ? {} : { other: size }),
    ...data,
  };
  const isParking = subjectOf(finding).type === 'parking';
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });

  const inWords = (name: string, value: string): string => {
    if (name === 'organization') return index.organizations.get(value)?.name ?? value;
    if (name === 'date') return days.format(new Date(`${value}T00:00:00Z`));
    if (name === 'item' && isParking) return value;
    const stageGroup = subjectOf(finding).type === 'pulse' ? 'trust_stage' : 'stage';
    const group = name === 'stage' ? stageGroup : labelGroups[name];
    return (group === undefined ? undefined : words.labels[group]?.[value]) ?? value;
  };
  const fill = (sentence: string) =>
    sentence.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = values[name];
      if (value === undefined) return placeholder;
      if (typeof value === 'number') return numbers.format(value);
      if (typeof value === 'string') return inWords(name, value);
      return typeof value === 'boolean' ? String(value) : lists.format(value.map((one) => inWords(name, one)));
    });
  const said = words.rules[finding.rule];
  return {
    severity: words.labels['severity']?.[finding.severity] ?? finding.severity,
    message: fill(said?.message ?? finding.rule),
    ask: fill(said?.ask ?? ''),
  };
}

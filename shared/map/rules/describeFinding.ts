/**
 * A finding in words (FIND-6). Words come from the catalog of words; placeholders from the finding, or from its subject on the
 * map. Nothing here is a language.
 */
import type { TFunction } from 'i18next';
import type { WordSource } from '../../words/wordsIn.ts';
import type { Words } from '../../words/Words.ts';
import type { Severity } from '#shared/kinds/values.ts';
import { latestTrustStage } from '../readings/latestTrustStage.ts';
import { kindOf } from '../collections.ts';
import { entitiesOf } from '../PartnershipMap.ts';
import { endOf } from '../references.ts';
import type { MapIndex } from '../MapIndex.ts';
import { collectionOfSubject, dataOf, type Finding, type FindingValue, subjectOf } from './Finding.ts';

export interface FindingText {
  readonly severity: string;
  readonly message: string;
  readonly ask: string;
}

/** Placeholder -> the group of labels that puts its code into words. */
const labelGroups: Readonly<Record<string, LabelGroup>> = {
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
  stage: 'stage',
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

type LabelGroup = keyof Words['findings']['labels'];

/** The words for a code that findings name; the code itself where a board made its own. */
export function findingLabel(t: TFunction, group: LabelGroup, code: string): string {
  return /^\w+$/.test(code)
    ? t(`findings.labels.${group}.${code}` as 'findings.labels.size.small', { defaultValue: code })
    : code;
}

/** A finding with all that its sentences need, so that they can be said without the map. */
export interface FindingFacts {
  readonly rule: string;
  readonly severity: Severity;
  readonly subject: string;
  /** placeholder -> name, number or code */
  readonly facts: Readonly<Record<string, FindingValue>>;
}

export function findingFacts(index: MapIndex, finding: Finding): FindingFacts {
  const data = dataOf(finding);
  const size = data['size'];
  const { rule, severity, subject } = finding;
  const values = Object.entries({
    ...subjectValues(index, finding),
    ...(size === undefined ? {} : { other: size }),
    ...data,
  });
  const called = (name: string, value: FindingValue): FindingValue => {
    if (name !== 'organization') return value;
    const nameOf = (id: string): string => index.organizations.get(id)?.name ?? id;
    return typeof value === 'string' ? nameOf(value) : Array.isArray(value) ? value.map(String).map(nameOf) : value;
  };
  return {
    rule,
    severity,
    subject,
    facts: Object.fromEntries(values.map(([name, value]) => [name, called(name, value)])),
  };
}

/** What stands for each placeholder of a finding's sentences. */
export function findingValues(index: MapIndex, finding: Finding, words: WordSource): Readonly<Record<string, string>> {
  return valuesOf(findingFacts(index, finding), words);
}

function valuesOf({ subject, facts }: FindingFacts, { t, language }: WordSource): Readonly<Record<string, string>> {
  const { type } = subjectOf({ subject });
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });

  const inWords = (name: string, value: string): string => {
    if (name === 'date') return days.format(new Date(`${value}T00:00:00Z`));
    if (name === 'item' && type === 'parking') return value;
    const group = name === 'stage' && type === 'pulse' ? 'trust_stage' : labelGroups[name];
    return group === undefined ? value : findingLabel(t, group, value);
  };
  const written = (name: string, value: FindingValue): string => {
    if (typeof value === 'number') return numbers.format(value);
    if (typeof value === 'string') return inWords(name, value);
    return typeof value === 'boolean' ? String(value) : lists.format(value.map((one) => inWords(name, one)));
  };
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, written(name, value)]));
}

/** Message and question. */
export function describeFinding(index: MapIndex, finding: Finding, words: WordSource): FindingText {
  return describeFacts(findingFacts(index, finding), words);
}

export function describeFacts(facts: FindingFacts, words: WordSource): FindingText {
  const replace = valuesOf(facts, words);
  const say = (part: 'message' | 'ask', otherwise: string): string =>
    words.t(`findings.rules.${facts.rule}.${part}` as 'findings.rules.INT-1.ask', { replace, defaultValue: otherwise });
  return {
    severity: findingLabel(words.t, 'severity', facts.severity),
    message: say('message', facts.rule),
    ask: say('ask', ''),
  };
}

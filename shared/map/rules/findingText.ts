/**
 * A finding in words: its message, its question, and the data it was computed from. Placeholders are filled from the
 * finding and its subject by one table; texts come from locale data (FIND-6).
 */
import type { EntityOf } from '../collections.ts';
import type { MapIndex } from '../MapIndex.ts';
import { endOf } from '../references.ts';
import type { Finding, FindingValue } from './Finding.ts';
import { dataOf, subjectOf } from './Finding.ts';

type Labels = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Messages of one language: `messages.<language>.json`. */
export interface FindingMessages {
  readonly rules: Readonly<Record<string, { readonly message: string; readonly ask: string }>>;
  readonly labels: Labels;
}

export interface FindingWords {
  readonly message: string;
  readonly ask: string;
}

export interface WordSetup {
  readonly messages: FindingMessages;
  /** BCP 47, for numbers, dates and lists */
  readonly language: string;
}

/** Which labels stand for the values of a placeholder. */
const labelsOf: Readonly<Record<string, readonly string[]>> = {
  sectors: ['sector'],
  items: ['pulse_item'],
  item: ['pulse_item'],
  stage: ['stage', 'trust_stage'],
};

/** The words of one finding. */
export function findingWords(index: MapIndex, finding: Finding, setup: WordSetup): FindingWords {
  const texts = setup.messages.rules[finding.rule];
  if (!texts) throw new Error(`there is no message for the rule ${finding.rule}`);
  const fill = (text: string): string =>
    upper(text.replaceAll(/\{(\w+)\}/g, (_, name: string) => valueOf(index, finding, name, setup)));
  return { message: fill(texts.message), ask: fill(texts.ask) };
}

/** One datum of a finding in words. */
export function datumWords(index: MapIndex, finding: Finding, name: string, setup: WordSetup): string {
  return valueOf(index, finding, name, setup);
}

/** Sentences begin with a capital, also when a placeholder is their first word. */
function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function valueOf(index: MapIndex, finding: Finding, name: string, setup: WordSetup): string {
  const datum = dataOf(finding)[name];
  const value = datum ?? ofSubject(index, finding, name) ?? '…';
  return inWords(index, name, value, setup);
}

function inWords(index: MapIndex, name: string, value: FindingValue, setup: WordSetup): string {
  const { language } = setup;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    const words = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
    const { unit } = index.map.goal;
    return ['latest', 'expected', 'baseline', 'target'].includes(name) && unit !== '' ? `${words} ${unit}` : words;
  }
  if (typeof value !== 'string') {
    const words = value.map((one) => inWords(index, name, one, setup));
    return new Intl.ListFormat(language, { type: 'conjunction' }).format(words);
  }
  if (name === 'date') return dayInWords(value, language);
  if (name === 'organization') return index.organizations.get(value)?.name ?? value;
  for (const table of labelsOf[name] ?? [name]) {
    const label = setup.messages.labels[table]?.[value];
    if (label !== undefined) return label;
  }
  if (name === 'sector' || name === 'sectors') return index.map.sectors.find((one) => one.id === value)?.label || value;
  if (name === 'item' || name === 'items') return index.map.trust_items.find((one) => one.id === value)?.text || value;
  return value;
}

function dayInWords(day: string, language: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

/** What a placeholder stands for when the finding carries no datum of that name. */
function ofSubject(index: MapIndex, finding: Finding, name: string): FindingValue | undefined {
  const { map } = index;
  const { type, id } = subjectOf(finding);
  const person =
    type === 'representative' ? map.representatives.find((representative) => representative.id === id) : undefined;
  const { goal } = map;
  switch (name) {
    case 'interest':
      return index.interests.get(id)?.title;
    case 'organization':
      return person?.organization_id ?? id;
    case 'representative':
      return person?.role_title;
    case 'body':
      return index.bodies.get(id)?.name;
    case 'agreement':
      return map.agreements.find((one) => one.id === id)?.title;
    case 'indicator':
      return index.indicators.get(id)?.name;
    case 'experiment':
      return map.experiments.find((one) => one.id === id)?.title;
    case 'action':
      return map.actions.find((one) => one.id === id)?.title;
    case 'item':
      return map.parking_lot.find((one) => one.id === id)?.text;
    case 'line': {
      const line = map.lines.find((one) => one.id === id);
      return line && lineWords(index, line);
    }
    case 'direction':
      return goal.direction === 'keep' ? 'keep it as it is' : goal.direction;
    case 'baseline':
      return goal.baseline.value ?? undefined;
    case 'target':
      return goal.target.value ?? undefined;
    case 'stage':
      return map.trust_stages.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1)).at(-1)?.stage;
    case 'responded':
      return map.trust_pulses.find((one) => one.id === id)?.responded;
    case 'invited':
      return map.trust_pulses.find((one) => one.id === id)?.invited;
    case 'other':
      return dataOf(finding)['size'];
    case 'kind_help':
      return id;
    default:
      return name === type ? id : undefined;
  }
}

function lineWords(index: MapIndex, line: EntityOf<'lines'>): string {
  if (line.for_what.trim() !== '') return line.for_what;
  return `${endWords(index, line.from)} → ${endWords(index, line.to)}`;
}

function endWords(index: MapIndex, end: string): string {
  const { type, id } = endOf(end);
  if (type === 'body') return index.bodies.get(id)?.name ?? id;
  if (type === 'organization') return index.organizations.get(id)?.name ?? id;
  return index.map.representatives.find((one) => one.id === id)?.role_title ?? id;
}

/** A finding: an observation about the map, never a mark. Computed, never stored. */
import { type CollectionName, collectionNames, kindOf } from '../collections.ts';
import type { MapIndex } from '../MapIndex.ts';
import type { Severity } from '#shared/kinds/values.ts';

export type FindingValue = string | number | boolean | readonly string[];

/** What a rule gives: severity, subject (`interest:x`, `goal`, ...) and the data of its message. */
export interface Observation {
  readonly severity: Severity;
  readonly subject: string;
  readonly data?: Readonly<Record<string, FindingValue>>;
}

/** An observation with the rule it came from; data stand beside the named fields, as in files. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly subject: string;
  readonly [data: string]: FindingValue;
}

/** A pure function of the map on a day. */
export type Rule = (index: MapIndex) => readonly Observation[];

/** The data of a finding without its named fields. */
export function dataOf(finding: Finding): Readonly<Record<string, FindingValue>> {
  return Object.fromEntries(
    Object.entries(finding).filter(([key]) => key !== 'rule' && key !== 'severity' && key !== 'subject'),
  );
}

/** Type and id of a subject; `goal`, `trust` and `partnership` have no id. */
export function subjectOf(finding: { readonly subject: string }): { readonly type: string; readonly id: string } {
  const at = finding.subject.indexOf(':');
  return at < 0
    ? { type: finding.subject, id: '' }
    : { type: finding.subject.slice(0, at), id: finding.subject.slice(at + 1) };
}

const collectionsBySubject: ReadonlyMap<string, CollectionName> = new Map(
  collectionNames.flatMap((collection) => {
    const { subject } = kindOf(collection);
    return subject === undefined ? [] : [[subject, collection] as const];
  }),
);

/** The list in which the subject of a finding stands; undefined where it speaks of no single thing. */
export function collectionOfSubject(type: string): CollectionName | undefined {
  return collectionsBySubject.get(type);
}

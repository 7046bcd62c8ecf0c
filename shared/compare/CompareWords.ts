/** The words of a comparison, as a port: each language brings its own from the catalog of words. */
import type { CollectionName } from '#shared/map/collections.ts';
import type { Finding } from '#shared/map/rules/Finding.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { BaseChange } from '#shared/map/readings/coverageBase.ts';
import type { KindCounts } from './Comparison.ts';

export interface CompareWords {
  readonly title: string;
  readonly between: (before: string, after: string) => string;
  readonly nothing: string;
  readonly how: Readonly<Record<'added' | 'removed' | 'changed', string>>;
  readonly collection: (collection: CollectionName) => string;
  /** the same field may mean something else on another thing */
  readonly field: (field: string, collection: CollectionName) => string;
  /** a code, number, day, text or list in words */
  readonly value: (field: string, value: unknown) => string;
  readonly unnamed: (collection: CollectionName) => string;
  readonly inInterest: (organization: string, interest: string) => string;
  readonly inNone: (organization: string) => string;
  readonly fromTo: (field: string, before: string, after: string) => string;
  /** what came or went with it */
  readonly attendants: (names: readonly string[], how: 'added' | 'removed') => string;
  readonly coverageTitle: string;
  readonly percent: (before: number, after: number) => string;
  /** what the change of the base did to the percent */
  readonly base: (change: BaseChange) => string;
  readonly counts: (counts: KindCounts | null) => string;
  readonly findingsTitle: string;
  readonly came: string;
  readonly went: string;
  readonly finding: (map: PartnershipMap, finding: Finding) => string;
  readonly drawingsTitle: string;
  readonly drawings: (added: number, removed: number, changed: number) => string;
}

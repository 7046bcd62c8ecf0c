/** What differs between two moments of a board. */
import type { CollectionName } from '#shared/map/collections.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { Finding } from '#shared/map/rules/Finding.ts';
import type { BaseChange } from '#shared/map/readings/coverageBase.ts';
import type { RepresentativeKind } from '#shared/kinds/values.ts';

/** One moment. */
export interface BoardMoment {
  readonly map: PartnershipMap;
  /** free drawings: id of the shape -> what it is, as text */
  readonly drawings: ReadonlyMap<string, string>;
}

export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What came or went only because its owner did, such as the placements of an interest. */
export interface Attendant {
  readonly collection: CollectionName;
  readonly id: string;
}

export interface ItemChange {
  readonly collection: CollectionName;
  readonly id: string;
  readonly how: 'added' | 'removed' | 'changed';
  /** empty unless changed */
  readonly fields: readonly FieldChange[];
  readonly attendants: readonly Attendant[];
}

export interface ChangeGroup {
  readonly collection: CollectionName;
  readonly items: readonly ItemChange[];
}

export type KindCounts = Readonly<Record<RepresentativeKind, number>>;

export interface CoverageChange {
  readonly interest: string;
  /** null = the interest was not there */
  readonly before: KindCounts | null;
  readonly after: KindCounts | null;
}

export interface Comparison {
  /** only collections in which something differs */
  readonly groups: readonly ChangeGroup[];
  readonly percent: { readonly before: number; readonly after: number };
  /** how what the percent is counted over differs; null when it does not */
  readonly base: BaseChange | null;
  /** interests whose counts differ */
  readonly coverage: readonly CoverageChange[];
  readonly findings: { readonly came: readonly Finding[]; readonly went: readonly Finding[] };
  readonly drawings: { readonly added: number; readonly removed: number; readonly changed: number };
  readonly isSame: boolean;
}

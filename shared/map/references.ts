/**
 * Which fields lead to which collection. Files are refused by this table (a reference that leads nowhere), documents
 * are mended by it (MAP-13): `owner` = without its target the entity is nothing, `one` = becomes null, `many` = is left out.
 */
import type { CollectionName } from './collections.ts';

export interface Reference {
  readonly from: CollectionName;
  readonly field: string;
  readonly to: CollectionName;
  readonly how: 'owner' | 'one' | 'many';
}

export const references: readonly Reference[] = [
  { from: 'partnership', field: 'backbone_org_id', to: 'organizations', how: 'one' },
  { from: 'goal', field: 'indicator_id', to: 'indicators', how: 'one' },
  { from: 'goal', field: 'owner_org_id', to: 'organizations', how: 'one' },
  { from: 'indicators', field: 'owner_org_id', to: 'organizations', how: 'one' },
  { from: 'measurements', field: 'indicator_id', to: 'indicators', how: 'owner' },
  { from: 'interests', field: 'natural_sector', to: 'sectors', how: 'one' },
  { from: 'organizations', field: 'sector', to: 'sectors', how: 'one' },
  { from: 'placements', field: 'organization_id', to: 'organizations', how: 'owner' },
  { from: 'placements', field: 'interest_id', to: 'interests', how: 'one' },
  { from: 'representatives', field: 'organization_id', to: 'organizations', how: 'owner' },
  { from: 'representatives', field: 'interest_ids', to: 'interests', how: 'many' },
  { from: 'representatives', field: 'same_person_as', to: 'representatives', how: 'one' },
  { from: 'bodies', field: 'interest_ids', to: 'interests', how: 'many' },
  { from: 'seats', field: 'body_id', to: 'bodies', how: 'owner' },
  { from: 'seats', field: 'representative_id', to: 'representatives', how: 'owner' },
  { from: 'agreements', field: 'party_org_ids', to: 'organizations', how: 'many' },
  { from: 'lines', field: 'agreement_id', to: 'agreements', how: 'one' },
  { from: 'notes', field: 'iteration', to: 'iterations', how: 'owner' },
  { from: 'notes', field: 'links', to: 'notes', how: 'many' },
  { from: 'experiments', field: 'iteration', to: 'iterations', how: 'one' },
  { from: 'experiments', field: 'hypothesis_note_id', to: 'notes', how: 'one' },
  { from: 'experiments', field: 'indicator_id', to: 'indicators', how: 'one' },
  { from: 'experiments', field: 'owner_org_id', to: 'organizations', how: 'one' },
  { from: 'experiments', field: 'approver_body_id', to: 'bodies', how: 'one' },
  { from: 'actions', field: 'owner_org_id', to: 'organizations', how: 'one' },
  { from: 'actions', field: 'owner_representative_id', to: 'representatives', how: 'one' },
  { from: 'actions', field: 'approver_body_id', to: 'bodies', how: 'one' },
];

/** The collection that an end of a line names. */
export const lineEnds: Readonly<Record<string, CollectionName>> = {
  body: 'bodies',
  organization: 'organizations',
  representative: 'representatives',
};

/** Type and id of `body:x`, `organization:x` or `representative:x`. */
export function endOf(text: string): { readonly type: string; readonly id: string } {
  const at = text.indexOf(':');
  return { type: text.slice(0, at), id: text.slice(at + 1) };
}

/** What stands in a reference, as text ids: one, several, or none. */
export function namedIds(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.filter((id): id is string => typeof id === 'string');
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'string' ? [value] : [];
}

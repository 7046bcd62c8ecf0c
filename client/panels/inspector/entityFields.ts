/**
 * What the details of each kind of thing show, as one table: the field, how it is edited, and the definition beside it. The
 * labels stand in the locale under `map.field`, the words of values under `map.value`.
 */
import type { CollectionName } from '#shared/map/collections.ts';
import * as values from '#shared/map/values.ts';
import type { enMap } from '#client/locales/enMap.ts';
import type { Inspected } from '../entityName.ts';

export type FieldLabel = keyof typeof enMap.field;
export type FieldHint = keyof typeof enMap.hint;
export type ValueWord = keyof typeof enMap.value;

export type FieldWay =
  | { readonly type: 'line' | 'text' | 'day' | 'flag' | 'number' | 'dated' | 'helpers' }
  | { readonly type: 'choice'; readonly values: readonly ValueWord[]; readonly canBeEmpty?: boolean }
  | { readonly type: 'members'; readonly values: readonly ValueWord[] }
  | { readonly type: 'rating'; readonly part: 'influence' | 'stake' }
  | { readonly type: 'reference'; readonly to: CollectionName }
  /** have commands of their own */
  | { readonly type: 'kind' | 'organization' | 'claims' | 'part' | 'interest' };

export interface FieldSpec {
  readonly field: FieldLabel;
  readonly way: FieldWay;
  readonly hint?: FieldHint;
  readonly facilitatorsOnly?: boolean;
}

const line = { type: 'line' } as const;
const text = { type: 'text' } as const;
const day = { type: 'day' } as const;
const choice = (list: readonly ValueWord[]) => ({ type: 'choice', values: list }) as const;
const optional = (list: readonly ValueWord[]) => ({ type: 'choice', values: list, canBeEmpty: true }) as const;
const reference = (to: CollectionName) => ({ type: 'reference', to }) as const;

export const entityFields: Readonly<Record<Inspected, readonly FieldSpec[]>> = {
  goal: [
    { field: 'statement', way: text, hint: 'statement' },
    { field: 'population', way: line },
    { field: 'place', way: line },
    { field: 'indicator_id', way: reference('indicators') },
    { field: 'baseline', way: { type: 'dated' } },
    { field: 'target', way: { type: 'dated' } },
    { field: 'unit', way: line },
    { field: 'direction', way: choice(values.directions) },
    { field: 'data_source', way: line, hint: 'data_source' },
    { field: 'why', way: text },
    { field: 'status', way: choice(values.goalStatuses) },
    { field: 'agreed_on', way: day },
    { field: 'owner_org_id', way: reference('organizations'), hint: 'goalOwner' },
  ],
  interests: [
    { field: 'title', way: line },
    { field: 'description', way: text },
    { field: 'weight', way: choice(values.weights), hint: 'weight' },
    { field: 'parts_of_work', way: { type: 'members', values: values.partsOfWork }, hint: 'parts_of_work' },
    { field: 'natural_sector', way: reference('sectors'), hint: 'natural_sector' },
  ],
  organizations: [
    { field: 'name', way: line },
    { field: 'sector', way: reference('sectors') },
    { field: 'engagement', way: choice(values.engagements), hint: 'engagement' },
    { field: 'size', way: optional(values.organizationSizes) },
    { field: 'reach', way: optional(values.reaches) },
    { field: 'grassroots', way: { type: 'flag' }, hint: 'grassroots' },
    { field: 'influence', way: { type: 'rating', part: 'influence' }, facilitatorsOnly: true },
    { field: 'stake', way: { type: 'rating', part: 'stake' }, facilitatorsOnly: true },
    { field: 'note', way: text },
  ],
  placements: [
    { field: 'interest_id', way: { type: 'interest' } },
    { field: 'part_of_work', way: { type: 'part' } },
    { field: 'commitment', way: optional(values.commitments) },
    { field: 'contribution', way: line },
  ],
  representatives: [
    { field: 'role_title', way: line, hint: 'role_title' },
    { field: 'kind', way: { type: 'kind' }, hint: 'kind' },
    { field: 'organization_id', way: { type: 'organization' } },
    { field: 'interest_ids', way: { type: 'claims' } },
    { field: 'since', way: day },
    { field: 'until', way: day, hint: 'until' },
    { field: 'same_person_as', way: reference('representatives'), hint: 'same_person_as' },
    { field: 'display_name', way: line, hint: 'display_name' },
  ],
  indicators: [
    { field: 'name', way: line },
    { field: 'level', way: optional(values.indicatorLevels), hint: 'level' },
    { field: 'role', way: choice(values.indicatorRoles) },
    { field: 'measure_type', way: optional(values.measureTypes) },
    { field: 'definition', way: text },
    { field: 'unit', way: line },
    { field: 'direction', way: choice(values.directions) },
    { field: 'data_source', way: line, hint: 'data_source' },
    { field: 'owner_org_id', way: reference('organizations') },
    { field: 'update_every_months', way: { type: 'number' } },
  ],
  actions: [
    { field: 'title', way: line },
    { field: 'owner_org_id', way: reference('organizations'), hint: 'action' },
    { field: 'owner_representative_id', way: reference('representatives') },
    { field: 'due_on', way: day },
    { field: 'status', way: choice(values.actionStatuses) },
    { field: 'helpers', way: { type: 'helpers' } },
  ],
};

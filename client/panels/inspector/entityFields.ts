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

/** Where one value means different things in different fields. */
type OtherWords = Readonly<Partial<Record<ValueWord, ValueWord>>>;

export type FieldWay =
  | { readonly type: 'line' | 'text' | 'day' | 'flag' | 'number' | 'dated' | 'helpers' }
  | {
      readonly type: 'choice';
      readonly values: readonly ValueWord[];
      readonly canBeEmpty?: boolean;
      readonly words?: OtherWords;
    }
  | { readonly type: 'members'; readonly values: readonly ValueWord[]; readonly words?: OtherWords }
  | { readonly type: 'rating'; readonly part: 'influence' | 'stake' }
  | { readonly type: 'reference'; readonly to: CollectionName }
  /** a note of the stage of hypotheses */
  | { readonly type: 'hypothesis' }
  | { readonly type: 'references'; readonly to: 'interests' | 'organizations' }
  | { readonly type: 'end' | 'sentences' }
  /** have commands of their own */
  | { readonly type: 'kind' | 'organization' | 'claims' | 'part' | 'interest' };

export interface FieldSpec {
  readonly field: FieldLabel;
  /** Where the same field means something else on another thing. */
  readonly label?: FieldLabel;
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
  partnership: [
    { field: 'name', way: line },
    { field: 'place', way: line },
    { field: 'started_on', way: day },
    { field: 'status', way: choice(values.partnershipStatuses) },
    {
      field: 'level_of_intervention',
      way: choice(values.interventionLevels),
      hint: 'level_of_intervention',
    },
    { field: 'charge', way: { ...choice(values.charges), words: { doing: 'charge_doing' } } },
    { field: 'backbone_org_id', way: reference('organizations') },
    { field: 'languages', way: { type: 'helpers' } },
    { field: 'min_responses', way: { type: 'number' }, hint: 'min_responses' },
  ],
  bodies: [
    { field: 'name', way: line },
    { field: 'kind', way: choice(values.bodyKinds) },
    { field: 'decision_role', way: optional(values.decisionRoles), hint: 'decision_role' },
    {
      field: 'interest_ids',
      label: 'body_interests',
      way: { type: 'references', to: 'interests' },
      hint: 'body_interests',
    },
    { field: 'purpose', way: text },
    { field: 'meets', way: line },
  ],
  seats: [
    { field: 'seat_role', way: choice(values.seatRoles) },
    { field: 'voting', way: { type: 'flag' } },
    { field: 'since', way: day },
    { field: 'until', way: day },
  ],
  lines: [
    { field: 'from', way: { type: 'end' }, hint: 'line' },
    { field: 'kind', way: choice(values.lineKinds) },
    { field: 'to', way: { type: 'end' } },
    { field: 'for_what', way: text, hint: 'for_what' },
    { field: 'status', way: choice(values.lineStatuses), hint: 'line_status' },
    { field: 'agreement_id', way: reference('agreements') },
    { field: 'cadence', way: line },
  ],
  agreements: [
    { field: 'title', way: line },
    { field: 'kind', way: choice(values.agreementKinds) },
    { field: 'status', way: choice(values.agreementStatuses), hint: 'agreement_status' },
    {
      field: 'covers',
      way: { type: 'members', values: values.agreementTopics, words: { funding: 'topic_funding' } },
    },
    { field: 'party_org_ids', way: { type: 'references', to: 'organizations' } },
    { field: 'signed_on', way: day },
    { field: 'review_on', way: day },
    { field: 'expires_on', way: day },
    { field: 'link', way: line },
  ],
  trust_stages: [
    { field: 'stage', way: choice(values.trustStages) },
    { field: 'date', way: day },
    { field: 'claimed_by', way: choice(values.trustClaimants) },
    { field: 'evidence', way: { type: 'sentences' }, hint: 'evidence' },
  ],
  // counts of a pulse come from its answers, never from a form
  trust_pulses: [],
  iterations: [
    { field: 'title', way: line },
    { field: 'focus_question', way: text },
    { field: 'carried_insight', way: text },
    { field: 'started_on', way: day },
  ],
  notes: [
    { field: 'text', way: text },
    { field: 'stage', way: choice(values.stages) },
    { field: 'tag', way: optional(values.noteTags) },
    { field: 'evidence', way: line, hint: 'evidence' },
    { field: 'level', label: 'workLevel', way: optional(values.workLevels), hint: 'workLevel' },
    { field: 'conditions', way: { type: 'members', values: values.conditions } },
    { field: 'leverage', way: optional(values.leverages) },
    { field: 'parked', way: { type: 'flag' }, hint: 'parked' },
  ],
  experiments: [
    { field: 'title', way: line },
    { field: 'hypothesis_note_id', way: { type: 'hypothesis' } },
    { field: 'hypothesis', way: text },
    { field: 'action', way: text },
    { field: 'measure', way: line },
    { field: 'indicator_id', way: reference('indicators') },
    { field: 'success_threshold', way: line, hint: 'success_threshold' },
    { field: 'start_on', way: day },
    { field: 'end_on', way: day },
    { field: 'owner_org_id', way: reference('organizations'), hint: 'experimentOwner' },
    { field: 'helpers', way: { type: 'helpers' } },
    { field: 'level', label: 'workLevel', way: optional(values.workLevels), hint: 'workLevel' },
    { field: 'conditions', way: { type: 'members', values: values.conditions } },
    { field: 'leverage', way: optional(values.leverages) },
    { field: 'result', way: text, hint: 'result' },
    { field: 'status', way: choice(values.experimentStatuses) },
    { field: 'learning', way: text },
    { field: 'decision', way: optional(values.experimentDecisions), hint: 'decision' },
  ],
  parking_lot: [
    { field: 'text', way: text },
    { field: 'status', way: choice(values.parkingStatuses) },
  ],
};

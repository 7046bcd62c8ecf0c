/** Commands that people might give on a map, chosen by numbers: for property tests and fuzz. */
import type { Command } from '../map/commands/Command.ts';
import type { PartnershipMap } from '../map/PartnershipMap.ts';
import { actionStatuses, partsOfWork, representativeKinds, stages } from '#shared/kinds/values.ts';

export interface Choice {
  readonly what: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

function pick<T>(list: readonly T[], number: number): T | undefined {
  return list.length === 0 ? undefined : list[number % list.length];
}

type Maker = (map: PartnershipMap, choice: Choice) => Command | null;

/** A command on two things of the map, or nothing when one of them is missing. */
const on =
  <A, B>(
    one: (map: PartnershipMap) => readonly A[],
    other: (map: PartnershipMap) => readonly B[],
    make: (a: A, b: B, choice: Choice) => Command,
  ): Maker =>
  (map, choice) => {
    const [a, b] = [pick(one(map), choice.a), pick(other(map), choice.b)];
    return a === undefined || b === undefined ? null : make(a, b, choice);
  };

const itself = (map: PartnershipMap) => [map];
const removable = [
  'interests',
  'organizations',
  'placements',
  'representatives',
  'bodies',
  'lines',
  'notes',
  'indicators',
  'agreements',
  'iterations',
  'experiments',
  'actions',
  'parking_lot',
] as const;
const ends = (map: PartnershipMap) => [
  ...map.bodies.map((body) => `body:${body.id}`),
  ...map.organizations.map((organization) => `organization:${organization.id}`),
  ...map.representatives.map((person) => `representative:${person.id}`),
];

const makers: readonly Maker[] = [
  (_map, { a }) => ({
    type: 'add',
    collection: 'interests',
    fields: { title: `Interest ${a}`, weight: a % 2 ? 'essential' : 'supporting' },
  }),
  (_map, { a }) => ({
    type: 'add',
    collection: 'organizations',
    fields: { name: `Organization ${a}`, sector: 'labor', engagement: 'partner' },
  }),
  on(
    (map) => map.organizations,
    itself,
    (organization, _map, { c }) => ({
      type: 'add',
      collection: 'representatives',
      fields: { organization_id: organization.id, kind: pick(representativeKinds, c) },
    }),
  ),
  (_map, { a }) => ({
    type: 'add',
    collection: 'bodies',
    fields: { name: `Body ${a}`, kind: 'workgroup', decision_role: a % 2 ? 'decides' : 'advises' },
  }),
  on(ends, ends, (from, to, { c }) => ({
    type: 'add',
    collection: 'lines',
    fields: { from, to, status: c % 2 ? 'agreed' : 'proposed' },
  })),
  on(
    (map) => map.iterations,
    itself,
    (round, _map, { c }) => ({
      type: 'add',
      collection: 'notes',
      fields: { iteration: round.number, stage: pick(stages, c) ?? 'problem_defining', text: `Note ${c}` },
    }),
  ),
  (_map, { a }) => ({ type: 'startRound', fields: { title: `Round ${a}` } }),
  on(
    (map) => map.iterations,
    itself,
    (round) => ({ type: 'closeRound', id: round.id }),
  ),
  on(
    (map) => map.organizations,
    (map) => map.interests,
    (organization, interest, { c }) => ({
      type: 'place',
      organization_id: organization.id,
      interest_id: interest.id,
      part_of_work: pick(partsOfWork, c),
    }),
  ),
  on(
    (map) => map.organizations,
    (map) => map.interests,
    (organization, interest, { c }) => ({
      type: 'place',
      organization_id: organization.id,
      interest_id: interest.id,
      part_of_work: 'practice',
      position: [c, -c],
    }),
  ),
  on(
    (map) => map.placements,
    (map) => map.interests,
    (placement, interest, { c }) => ({
      type: 'movePlacement',
      id: placement.id,
      interest_id: c % 5 === 0 ? null : interest.id,
    }),
  ),
  on(
    (map) => map.representatives,
    (map) => map.interests,
    (person, interest, { c }) => ({ type: 'claim', id: person.id, interest_id: interest.id, on: c % 3 !== 0 }),
  ),
  on(
    (map) => map.representatives,
    (map) => map.organizations,
    (person, organization) => ({ type: 'moveRepresentative', id: person.id, organization_id: organization.id }),
  ),
  on(
    (map) => map.representatives,
    itself,
    (person, _map, { c }) => ({ type: 'changeKind', id: person.id, kind: pick(representativeKinds, c) ?? 'doer' }),
  ),
  on(
    (map) => map.bodies,
    (map) => map.representatives,
    (body, person, { c }) => ({ type: 'seat', body_id: body.id, representative_id: person.id, voting: c % 2 === 0 }),
  ),
  on(
    (map) => map.indicators,
    itself,
    (indicator, _map, { b, c }) => ({
      type: 'measure',
      indicator_id: indicator.id,
      date: `2026-01-0${1 + (b % 9)}`,
      value: c,
    }),
  ),
  on(
    (map) => map.interests,
    (map) => map.interests,
    (interest, after, { c }) => ({
      type: 'reorder',
      collection: 'interests',
      id: interest.id,
      after: c % 4 === 0 ? null : after.id,
    }),
  ),
  on(
    (map) => map.interests,
    itself,
    (interest, _map, { c }) => ({
      type: 'edit',
      collection: 'interests',
      id: interest.id,
      fields: { description: `${interest.description} more ${c}` },
    }),
  ),
  on(
    (map) => map.notes,
    (map) => map.notes,
    (note, other, { c }) => ({
      type: 'member',
      collection: 'notes',
      id: note.id,
      field: 'links',
      member: other.id,
      on: c % 4 !== 0,
    }),
  ),
  on(
    (map) => map.bodies,
    (map) => map.interests,
    (body, interest, { c }) => ({
      type: 'member',
      collection: 'bodies',
      id: body.id,
      field: 'interest_ids',
      member: interest.id,
      on: c % 4 !== 0,
    }),
  ),
  on(
    (map) => map.agreements,
    (map) => map.organizations,
    (agreement, organization) => ({
      type: 'member',
      collection: 'agreements',
      id: agreement.id,
      field: 'party_org_ids',
      member: organization.id,
      on: true,
    }),
  ),
  (_map, { a }) => ({
    type: 'edit',
    collection: 'goal',
    id: 'goal',
    fields: { target: { value: 80 + (a % 20), date: '2034-01-01' }, statement: `Goal ${a}` },
  }),
  on(
    (map) => map.experiments,
    (map) => map.notes,
    (experiment, note) => ({
      type: 'edit',
      collection: 'experiments',
      id: experiment.id,
      fields: { hypothesis_note_id: note.id },
    }),
  ),
  on(
    (map) => map.experiments,
    itself,
    (experiment, _map, { c }) => ({
      type: 'edit',
      collection: 'experiments',
      id: experiment.id,
      fields: c % 2 ? { status: 'finished', result: 'yes', decision: 'adopt' } : { status: 'running', decision: null },
    }),
  ),
  on(
    (map) => map.notes,
    (map) => map.iterations,
    (note, round, { c }) => ({
      type: 'edit',
      collection: 'notes',
      id: note.id,
      fields: { stage: pick(stages, c) ?? 'problem_defining', iteration: round.number, parked: c % 3 === 0 },
    }),
  ),
  on(
    (map) => map.notes,
    (map) => map.notes,
    (note, after, { c }) => ({
      type: 'reorder',
      collection: 'notes',
      id: note.id,
      after: c % 4 === 0 ? null : after.id,
    }),
  ),
  on(
    (map) => map.iterations,
    (map) => [null, ...map.notes],
    (round, note, { c }) => ({
      type: 'add',
      collection: 'experiments',
      fields: { iteration: round.number, title: `Experiment ${c}`, hypothesis_note_id: note?.id ?? null },
    }),
  ),
  on(
    (map) => map.notes,
    (map) => map.experiments,
    (note, experiment, { c }) => ({
      type: 'edit',
      collection: 'notes',
      id: note.id,
      fields: { evidence: c % 3 === 0 ? '' : `experiment:${experiment.id}` },
    }),
  ),
  on(
    (map) => map.iterations,
    itself,
    (round, _map, { c }) => ({ type: 'closeRound', id: round.id, carried_insight: `Sentence ${c}` }),
  ),
  (_map, { a }) => ({ type: 'add', collection: 'actions', fields: { title: `Action ${a}`, source: 'session' } }),
  on(
    (map) => map.actions,
    (map) => map.organizations,
    (action, organization, { c }) => ({
      type: 'edit',
      collection: 'actions',
      id: action.id,
      fields: { owner_org_id: organization.id, status: pick(actionStatuses, c) ?? 'open' },
    }),
  ),
  (_map, { a }) => ({ type: 'add', collection: 'parking_lot', fields: { text: `Question ${a}` } }),
  on(
    (map) => map.parking_lot,
    (map) => map.actions,
    (item, action, { c }) => ({
      type: 'edit',
      collection: 'parking_lot',
      id: item.id,
      fields: c % 2 ? { status: 'taken_up', moved_to: `action:${action.id}` } : { status: 'parked', moved_to: '' },
    }),
  ),
  (_map, { a, b }) => ({
    type: 'acceptFinding',
    rule: 'GOAL-1',
    subject: 'goal',
    reason: `Reason ${a}`,
    seen: String(b),
  }),
  (map, { a, b }) => {
    const collection = pick(removable, a) ?? 'interests';
    const entity = pick<{ readonly id: string }>(map[collection], b);
    return entity ? { type: 'remove', collection, id: entity.id } : null;
  },
];

/** How many kinds of commands there are; removals are the last. */
export const commandKinds = makers.length;

/** A command that fits this map, or null when it has nothing to be done to. */
export function commandFor(map: PartnershipMap, choice: Choice): Command | null {
  return makers[choice.what % makers.length]?.(map, choice) ?? null;
}

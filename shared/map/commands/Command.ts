/** Every command on the map, and its schema: what comes from outside is parsed before it is run. */
import * as v from 'valibot';
import { kinds, type ListsWith } from '#shared/kinds/kinds.ts';
import { collectionNames, type CollectionName, type EntityOf, kindOf } from '../collections.ts';
import { Amount, Day, Id, maxListLength, maxNameLength, roundNumber } from '../../kinds/fields.ts';
import { measurementStatuses, partsOfWork, representativeKinds, stages } from '#shared/kinds/values.ts';

/** Collections that the common commands add to, reorder and remove from; the others have commands of their own. */
export type PlainCollection = ListsWith<{ readonly commands: 'common' }>;
export const plainCollections = collectionNames.filter(
  (name): name is PlainCollection => kindOf(name).commands === 'common',
);

/** Collections whose entities the common commands edit and remove. */
export type EditableCollection = ListsWith<{ readonly commands: 'common' | 'edit' }>;
export const editableCollections = collectionNames.filter(
  (name): name is EditableCollection => kindOf(name).commands !== 'own',
);

const { placements, representatives, seats } = kinds;
const EntityId = v.pipe(v.string(), v.minLength(1), v.maxLength(128));
const fields = v.record(v.string(), v.unknown());
const part = v.nullish(v.picklist(partsOfWork), null);
/** More than a reveal brings. */
const maxIdeasAtOnce = 2_000;
const someIdeas = v.pipe(v.array(EntityId), v.minLength(1), v.maxLength(maxIdeasAtOnce));

export const commandSchemas = {
  /** Adds an entity; at the end, or right after another one. `id` only where it has to be known before (imports). */
  add: v.strictObject({
    type: v.literal('add'),
    collection: v.picklist(plainCollections),
    id: v.optional(Id),
    after: v.optional(v.nullable(EntityId)),
    fields,
  }),
  /** Changes fields of an entity. */
  edit: v.strictObject({ type: v.literal('edit'), collection: v.picklist(editableCollections), id: EntityId, fields }),
  /** Removes an entity and what cannot be without it. */
  remove: v.strictObject({ type: v.literal('remove'), collection: v.picklist(collectionNames), id: EntityId }),
  /** Moves an entity within its list: right after another one, or to the front. */
  reorder: v.strictObject({
    type: v.literal('reorder'),
    collection: v.picklist([...plainCollections, 'placements' as const]),
    id: EntityId,
    after: v.nullable(EntityId),
  }),
  /** Puts one member into a list field, or takes it out. */
  member: v.strictObject({
    type: v.literal('member'),
    collection: v.picklist(editableCollections),
    id: EntityId,
    field: v.string(),
    member: v.string(),
    on: v.boolean(),
  }),
  /** Places an organization in an interest; placing it again where it is only fills in what is new. */
  place: v.strictObject({
    type: v.literal('place'),
    organization_id: Id,
    interest_id: Id,
    part_of_work: part,
    commitment: v.optional(placements.schema.entries.commitment),
    contribution: v.optional(placements.schema.entries.contribution),
    position: v.optional(placements.schema.entries.position),
  }),
  /** Moves a placement to another interest or part of work; claims of its representatives go with it. */
  movePlacement: v.strictObject({
    type: v.literal('movePlacement'),
    id: EntityId,
    interest_id: v.nullable(Id),
    part_of_work: v.optional(v.nullable(v.picklist(partsOfWork))),
    position: v.optional(placements.schema.entries.position),
  }),
  /** Changes what a person is for their organization; the day of the change is kept. */
  changeKind: v.strictObject({
    type: v.literal('changeKind'),
    id: EntityId,
    kind: v.picklist(representativeKinds),
    date: v.optional(Day),
  }),
  /** Moves a representative to another organization; claims that do not fit there end. */
  moveRepresentative: v.strictObject({ type: v.literal('moveRepresentative'), id: EntityId, organization_id: Id }),
  /** Says that a representative speaks for an interest, or does not. */
  claim: v.strictObject({ type: v.literal('claim'), id: EntityId, interest_id: Id, on: v.boolean() }),
  /** Gives a representative a seat in a body, or changes it. */
  seat: v.strictObject({
    type: v.literal('seat'),
    body_id: Id,
    representative_id: Id,
    seat_role: v.optional(seats.schema.entries.seat_role),
    voting: v.optional(v.boolean()),
    since: v.optional(representatives.schema.entries.since),
    until: v.optional(representatives.schema.entries.until),
  }),
  /** Writes one number of an indicator; the same date, group and status again replaces it. */
  measure: v.strictObject({
    type: v.literal('measure'),
    indicator_id: Id,
    date: Day,
    value: Amount,
    group: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(maxNameLength)), 'all'),
    status: v.optional(v.picklist(measurementStatuses), 'actual'),
    note: v.optional(v.pipe(v.string(), v.maxLength(maxNameLength)), ''),
  }),
  /** Starts the next round of the cycle with the goal as it is now. */
  startRound: v.strictObject({ type: v.literal('startRound'), fields }),
  closeRound: v.strictObject({ type: v.literal('closeRound'), id: EntityId, carried_insight: v.optional(v.string()) }),
  /** Accepts a finding as it is now, with the reason that goes into the report. */
  acceptFinding: v.strictObject({
    type: v.literal('acceptFinding'),
    rule: v.pipe(v.string(), v.maxLength(20)),
    subject: v.pipe(v.string(), v.minLength(1), v.maxLength(110)),
    reason: v.pipe(v.string(), v.maxLength(maxNameLength)),
    seen: v.pipe(v.string(), v.maxLength(2000)),
    session: v.optional(v.pipe(v.string(), v.maxLength(maxNameLength)), ''),
  }),
  withdrawAcceptance: v.strictObject({
    type: v.literal('withdrawAcceptance'),
    rule: v.pipe(v.string(), v.maxLength(20)),
    subject: v.pipe(v.string(), v.minLength(1), v.maxLength(110)),
  }),
  /** Makes a group of ideas of one sheet. */
  groupIdeas: v.strictObject({
    type: v.literal('groupIdeas'),
    id: v.optional(Id),
    after: v.optional(v.nullable(EntityId)),
    ideas: someIdeas,
    title: v.optional(v.pipe(v.string(), v.maxLength(maxNameLength)), ''),
  }),
  /** Moves ideas into a group of their sheet or into none: right behind another one, to the front, or to the end. */
  moveIdeas: v.strictObject({
    type: v.literal('moveIdeas'),
    ideas: someIdeas,
    group_id: v.nullable(EntityId),
    after: v.optional(v.nullable(EntityId)),
  }),
  /** Merges ideas into one of them, the first unless it is said; each keeps its text. */
  mergeIdeas: v.strictObject({ type: v.literal('mergeIdeas'), ideas: someIdeas, into: v.optional(EntityId) }),
  /** Parts ideas from what they were merged into; of the one into which others were merged, all of these. */
  partIdeas: v.strictObject({ type: v.literal('partIdeas'), ideas: someIdeas }),
  /** Gives everything on a sheet the place at which it is shown, and sorts it by hand from then on. */
  tidySheet: v.strictObject({ type: v.literal('tidySheet'), id: EntityId }),
  /** Turns ideas and groups into things of one kind; what was turned into it before stays as it is. */
  make: v.strictObject({
    type: v.literal('make'),
    sources: v.pipe(
      v.array(v.pipe(v.string(), v.regex(/^(?:ideas|groups)\/.{1,128}$/))),
      v.minLength(1),
      v.maxLength(maxIdeasAtOnce),
    ),
    to: v.variant('collection', [
      v.strictObject({ collection: v.literal('interests') }),
      v.strictObject({ collection: v.literal('organizations'), sector: v.nullable(Id) }),
      v.strictObject({
        collection: v.literal('representatives'),
        organization_id: Id,
        kind: v.picklist(representativeKinds),
      }),
      v.strictObject({ collection: v.literal('notes'), iteration: roundNumber, stage: v.picklist(stages) }),
      v.strictObject({ collection: v.literal('actions') }),
      v.strictObject({ collection: v.literal('indicators') }),
      v.strictObject({ collection: v.literal('trust_notes') }),
      v.strictObject({ collection: v.literal('parking_lot') }),
    ]),
  }),
  /** Interests that a vote put first become essential. */
  markEssential: v.strictObject({
    type: v.literal('markEssential'),
    interests: v.pipe(v.array(EntityId), v.minLength(1), v.maxLength(maxListLength)),
  }),
} as const;

type Schemas = typeof commandSchemas;
export type CommandType = keyof Schemas;
type Plain<T extends CommandType> = Readonly<v.InferInput<Schemas[T]>>;

/** Fields that a person may write: all but what the map keeps by itself. */
export type WritableFields<C extends CollectionName> = Partial<Omit<EntityOf<C>, 'id' | 'order' | 'changed_on'>>;

type Add = {
  [C in PlainCollection]: {
    readonly type: 'add';
    readonly collection: C;
    readonly id?: string;
    readonly after?: string | null;
    readonly fields: WritableFields<C>;
  };
}[PlainCollection];
type Edit = {
  [C in EditableCollection]: {
    readonly type: 'edit';
    readonly collection: C;
    readonly id: string;
    readonly fields: WritableFields<C>;
  };
}[EditableCollection];

export type Command =
  | Add
  | Edit
  | (Omit<Plain<'startRound'>, 'fields'> & { readonly fields: WritableFields<'iterations'> })
  | { [T in Exclude<CommandType, 'add' | 'edit' | 'startRound'>]: Plain<T> }[Exclude<
      CommandType,
      'add' | 'edit' | 'startRound'
    >];

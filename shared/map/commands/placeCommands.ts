/** Commands of the frame: placing organizations, claims, seats, numbers. */
import type * as v from 'valibot';
import type { Change, Fields } from '../Change.ts';
import { measurementId, placementId, seatId } from '#shared/kinds/ids.ts';
import type { MapDraft } from '../MapDraft.ts';
import { placementsOfOrganization, placementsOfPart, placeKey } from '../groupings.ts';
import type { commandSchemas } from './Command.ts';
import { type CommandContext, type CommandResult, done } from './CommandContext.ts';
import { checkEntity } from './checkEntity.ts';
import { editChanges, wholeEntity } from './entityFields.ts';
import { placeAfter } from './placeAfter.ts';
import { refuse } from './commandRefusals.ts';
import { endClaims } from './removeEntity.ts';

type Read<T extends keyof typeof commandSchemas> = v.InferOutput<(typeof commandSchemas)[T]>;

/** Adds an entity whose id is made of its parts, or fills in what was written where it stands already. */
function put(
  draft: MapDraft,
  collection: 'placements' | 'seats' | 'measurements',
  id: string,
  fields: Fields,
  today: string,
): CommandResult {
  const existing: Fields | undefined = draft.get(collection, id);
  if (existing) return done(id, editChanges(collection, existing, fields, today));
  const { order } = placeAfter(draft, collection, id, undefined);
  const entity = wholeEntity(collection, { ...fields, id, order, created_on: today });
  if (!entity.ok) return entity;
  return (
    checkEntity(draft, collection, entity.fields, fields) ??
    done(id, { op: 'add', collection, id, entity: entity.fields })
  );
}

/** Without the keys that were not written. */
function written(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

export function place(draft: MapDraft, command: Read<'place'>, context: CommandContext): CommandResult {
  const { type: _type, ...rest } = command;
  const { organization_id, interest_id, part_of_work } = command;
  const at = (interest: string | null) =>
    draft.group(placementsOfPart, placeKey(organization_id, interest, part_of_work))[0];
  const here = at(interest_id);
  // what an organization without a place had said comes with it
  const waiting = at(null);
  const kept = waiting ? { commitment: waiting.commitment, contribution: waiting.contribution } : {};
  const id = here?.id ?? placementId(organization_id, interest_id, part_of_work);
  const result = put(draft, 'placements', id, { ...(here ? {} : kept), ...written(rest) }, context.today);
  if (!result.ok || !waiting || waiting.id === id) return result;
  return done(id, { op: 'remove', collection: 'placements', id: waiting.id }, result.changes);
}

/** Claims on the old interest become claims on the new one. */
function moveClaims(draft: MapDraft, id: string, to: string | null): readonly Change[] {
  const ended = endClaims(draft, id);
  if (to === null) return ended;
  const begun = ended.flatMap((change): Change[] =>
    change.op === 'member' ? [{ ...change, member: to, on: true }] : [],
  );
  return [...ended, ...begun];
}

export function movePlacement(draft: MapDraft, command: Read<'movePlacement'>, context: CommandContext): CommandResult {
  const placement = draft.get('placements', command.id);
  if (!placement) return refuse('unknown');
  const part_of_work = command.part_of_work === undefined ? placement.part_of_work : command.part_of_work;
  const target = { organization_id: placement.organization_id, interest_id: command.interest_id, part_of_work };
  const position = command.position === undefined ? null : command.position;
  const isHere = placement.interest_id === command.interest_id && placement.part_of_work === part_of_work;
  if (isHere)
    return done(
      placement.id,
      editChanges('placements', placement, command.position === undefined ? {} : { position }, context.today),
    );
  const id = placementId(target.organization_id, target.interest_id, target.part_of_work);
  const { commitment, contribution } = placement;
  const made = put(draft, 'placements', id, { ...target, commitment, contribution, position }, context.today);
  if (!made.ok) return made;
  const claims =
    placement.interest_id === command.interest_id ? [] : moveClaims(draft, placement.id, command.interest_id);
  return done(id, { op: 'remove', collection: 'placements', id: placement.id }, made.changes, claims);
}

export function seat(draft: MapDraft, command: Read<'seat'>, context: CommandContext): CommandResult {
  const { type: _type, ...rest } = command;
  return put(draft, 'seats', seatId(command.body_id, command.representative_id), written(rest), context.today);
}

export function measure(draft: MapDraft, command: Read<'measure'>, context: CommandContext): CommandResult {
  const { type: _type, ...rest } = command;
  return put(
    draft,
    'measurements',
    measurementId(rest.indicator_id, rest.date, rest.group, rest.status),
    rest,
    context.today,
  );
}

/** Changes of one representative, checked. */
function editPerson(draft: MapDraft, id: string, fields: Fields, context: CommandContext): CommandResult {
  const person = draft.get('representatives', id);
  if (!person) return refuse('unknown');
  const next = { ...person, ...fields };
  return (
    checkEntity(draft, 'representatives', next, fields) ??
    done(id, editChanges('representatives', person, fields, context.today))
  );
}

export function changeKind(draft: MapDraft, command: Read<'changeKind'>, context: CommandContext): CommandResult {
  const person = draft.get('representatives', command.id);
  if (person?.kind === command.kind) return done(command.id);
  return editPerson(draft, command.id, { kind: command.kind, kind_since: command.date ?? context.today }, context);
}

export function moveRepresentative(
  draft: MapDraft,
  command: Read<'moveRepresentative'>,
  context: CommandContext,
): CommandResult {
  const person = draft.get('representatives', command.id);
  const placed = new Set(draft.group(placementsOfOrganization, command.organization_id).map((one) => one.interest_id));
  const claims = person?.interest_ids?.filter((interest) => placed.has(interest)) ?? null;
  // nobody becomes silent by moving: without a fitting claim, the person speaks for all interests there
  const interest_ids = person?.interest_ids && person.interest_ids.length === 0 ? [] : claims?.length ? claims : null;
  return editPerson(draft, command.id, { organization_id: command.organization_id, interest_ids }, context);
}

export function claim(draft: MapDraft, command: Read<'claim'>, context: CommandContext): CommandResult {
  const person = draft.get('representatives', command.id);
  if (!person) return refuse('unknown');
  const all = draft.group(placementsOfOrganization, person.organization_id).flatMap((one) => one.interest_id ?? []);
  const now = person.interest_ids ?? [...new Set(all)];
  const others = now.filter((interest) => interest !== command.interest_id);
  if (command.on && person.interest_ids === null && now.includes(command.interest_id)) return done(command.id);
  const interest_ids = !command.on ? others : now.includes(command.interest_id) ? now : [...now, command.interest_id];
  return editPerson(draft, command.id, { interest_ids }, context);
}

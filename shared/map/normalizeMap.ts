/**
 * Mends what merges leave behind, by the same rule for everybody (MAP-13): an entity without its owner is dropped, a
 * reference to nothing becomes null or is left out, of duplicates the first stays. Total, and its own result is a fixed
 * point. Entities that need no mending stay the same objects.
 */
import { type CollectionName, collectionNames, type EntityOf, kindOf } from './collections.ts';
import { compareEntities } from './fractionalIndex.ts';
import { type Lists, mapOf, type PartnershipMap } from './PartnershipMap.ts';
import { endOf, lineEnds, namedIds, references } from './references.ts';
import { standardSectors } from '#shared/kinds/values.ts';

type Entity = { readonly id: string; readonly order: string } & Readonly<Record<string, unknown>>;
type Drafts = Map<CollectionName, readonly Entity[]>;
type Ids = ReadonlyMap<CollectionName, ReadonlySet<string>>;

/** A map that keeps every invariant, from whatever entities there are. Table order: by `order`, then by id. */
export function normalizeMap(lists: Lists): PartnershipMap {
  const drafts: Drafts = new Map();
  for (const collection of collectionNames) {
    const entities = (lists[collection] ?? []) as readonly Entity[];
    drafts.set(collection, dropDuplicates(collection, entities.toSorted(compareEntities)));
  }
  numberRounds(drafts);
  const ids = dropOrphans(drafts);
  for (const collection of collectionNames) {
    const own = references.filter((reference) => reference.from === collection && reference.how !== 'owner');
    if (own.length > 0) update(drafts, collection, (entity) => mendReferences(entity, own, ids));
  }
  drafts.set('placements', dropDuplicates('placements', drafts.get('placements') ?? []));
  mendClaims(drafts);
  mendLines(drafts, ids);
  mendWork(drafts);
  // every entity was read by the schema of its collection, and mending keeps the types of its fields
  return mapOf(Object.fromEntries(drafts) as Lists);
}

function update(drafts: Drafts, collection: CollectionName, mend: (entity: Entity) => Entity | null): void {
  drafts.set(
    collection,
    (drafts.get(collection) ?? []).flatMap((entity) => mend(entity) ?? []),
  );
}

function dropDuplicates(collection: CollectionName, entities: readonly Entity[]): readonly Entity[] {
  const fields = kindOf(collection).uniqueBy;
  if (!fields) return entities;
  const seen = new Set<string>();
  return entities.filter((entity) => {
    const key = JSON.stringify(fields.map((field) => entity[field]));
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Rounds are numbered by their ids without gaps; what names a round by its id follows (invariant 8). */
function numberRounds(drafts: Drafts): void {
  const rounds = (drafts.get('iterations') ?? []).filter((round) => /^[1-9]\d{0,5}$/.test(round.id));
  const sorted = rounds.toSorted((a, b) => Number(a.id) - Number(b.id));
  const numbers = new Map(sorted.map((round, place) => [Number(round.id), place + 1]));
  const follow = (entity: Entity, field: string): Entity => {
    const value = entity[field];
    const number = typeof value === 'number' ? (numbers.get(value) ?? null) : null;
    return value === number ? entity : { ...entity, [field]: number };
  };
  drafts.set(
    'iterations',
    sorted.map((round, place) =>
      follow(round['number'] === place + 1 ? round : { ...round, number: place + 1 }, 'carries_from'),
    ),
  );
  for (const { from, field, to, how } of references) {
    if (to !== 'iterations') continue;
    update(drafts, from, (entity) => {
      const mended = follow(entity, field);
      // what belongs to a round is an orphan without it
      return how === 'owner' && mended[field] === null ? null : mended;
    });
  }
}

/** Drops entities without their owner; gives the ids that stay. Owners stand before what they own in `collectionNames`. */
function dropOrphans(drafts: Drafts): Ids {
  const ids = new Map<CollectionName, Set<string>>();
  for (const collection of collectionNames) {
    const owners = references.filter(
      (reference) => reference.from === collection && reference.how === 'owner' && reference.to !== 'iterations',
    );
    update(drafts, collection, (entity) =>
      owners.every(({ field, to }) => ids.get(to)?.has(String(entity[field]))) ? entity : null,
    );
    ids.set(collection, new Set(drafts.get(collection)?.map((entity) => entity.id)));
  }
  for (const sector of standardSectors) ids.get('sectors')?.add(sector);
  return ids;
}

function mendReferences(entity: Entity, own: typeof references, ids: Ids): Entity {
  let mended = entity;
  for (const { field, to, how } of own) {
    if (to === 'iterations') continue;
    const value = entity[field];
    const there = namedIds(value).filter((id) => ids.get(to)?.has(id));
    if (how === 'many' && Array.isArray(value) && there.length !== value.length) mended = { ...mended, [field]: there };
    else if (how === 'one' && value !== null && there.length === 0) mended = { ...mended, [field]: null };
  }
  if (mended['same_person_as'] === mended.id) mended = { ...mended, same_person_as: null };
  return mended;
}

/** Claims lie within the placements of the organization (invariant 4). */
function mendClaims(drafts: Drafts): void {
  const placed = new Set(
    drafts
      .get('placements')
      ?.map((placement) => `${String(placement['organization_id'])} ${String(placement['interest_id'])}`),
  );
  update(drafts, 'representatives', (person) => {
    const claims = person['interest_ids'];
    if (!Array.isArray(claims)) return person;
    const kept = claims.filter((interest) => placed.has(`${String(person['organization_id'])} ${String(interest)}`));
    return kept.length === claims.length ? person : { ...person, interest_ids: kept };
  });
}

function mendLines(drafts: Drafts, ids: Ids): void {
  const isThere = (end: unknown) => {
    const { type, id } = endOf(String(end));
    const to = lineEnds[type];
    return to !== undefined && ids.get(to)?.has(id) === true;
  };
  update(drafts, 'lines', (line) =>
    isThere(line['from']) && isThere(line['to']) && line['from'] !== line['to'] ? line : null,
  );
}

function mendWork(drafts: Drafts): void {
  const notes = new Map(drafts.get('notes')?.map((note) => [note.id, note]));
  update(drafts, 'notes', (note) => {
    const links = namedIds(note['links']);
    // of two notes that link to each other, the one with the lesser id keeps its link
    const kept = links.filter(
      (id) => id !== note.id && !(id < note.id && namedIds(notes.get(id)?.['links']).includes(note.id)),
    );
    return kept.length === links.length ? note : { ...note, links: kept };
  });
  update(drafts, 'experiments', (experiment) => {
    const hypothesis = notes.get(String(experiment['hypothesis_note_id']));
    const isFine = experiment['hypothesis_note_id'] === null || hypothesis?.['stage'] === 'interpreting_hypothesizing';
    const mayDecide = experiment['status'] === 'finished' || experiment['status'] === 'stopped';
    if (isFine && (mayDecide || experiment['decision'] === null)) return experiment;
    const hypothesisId = isFine ? experiment['hypothesis_note_id'] : null;
    return { ...experiment, hypothesis_note_id: hypothesisId, decision: mayDecide ? experiment['decision'] : null };
  });
  // drafts hold entities of their own collection
  const pulses = (drafts.get('trust_pulses') ?? []) as unknown as readonly EntityOf<'trust_pulses'>[];
  const honest = new Set(pulses.filter(addsUp).map((pulse) => pulse.id));
  update(drafts, 'trust_pulses', (pulse) => (honest.has(pulse.id) ? pulse : null));
}

/** Counts of each item add up to `responded`, and no more responded than were invited (invariant 11). */
export function addsUp(pulse: Pick<EntityOf<'trust_pulses'>, 'invited' | 'responded' | 'items'>): boolean {
  const sums = Object.values(pulse.items).map((counts) => counts.reduce((sum, count) => sum + count, 0));
  return pulse.responded <= pulse.invited && sums.every((sum) => sum === pulse.responded);
}

/** What goes with an entity: everything that cannot be without it (invariants 2 and 4). */
import type { Change } from '../Change.ts';
import type { CollectionName } from '../collections.ts';
import { entitiesOf, type PartnershipMap } from '../PartnershipMap.ts';
import { type CommandResult, done } from './CommandContext.ts';
import { refuse } from './commandRefusals.ts';
import { isRoundClosed } from '../readings/isRoundClosed.ts';

const remove = (collection: CollectionName, id: string): Change => ({ op: 'remove', collection, id });

function linesAt(map: PartnershipMap, end: string): readonly Change[] {
  return map.lines.filter((line) => line.from === end || line.to === end).map((line) => remove('lines', line.id));
}

function personParts(map: PartnershipMap, id: string): readonly Change[] {
  const seats = map.seats.filter((seat) => seat.representative_id === id);
  return [...seats.map((seat) => remove('seats', seat.id)), ...linesAt(map, `representative:${id}`)];
}

/** Ends the claims of an organization's representatives on an interest, unless it is placed there in another part too. */
export function endClaims(map: PartnershipMap, placementId: string): readonly Change[] {
  const placement = map.placements.find((one) => one.id === placementId);
  const interest = placement?.interest_id ?? null;
  if (!placement || interest === null) return [];
  const stays = map.placements.some(
    (other) =>
      other.id !== placementId && other.organization_id === placement.organization_id && other.interest_id === interest,
  );
  if (stays) return [];
  return map.representatives
    .filter((person) => person.organization_id === placement.organization_id && person.interest_ids?.includes(interest))
    .map((person) => ({
      op: 'member',
      collection: 'representatives',
      id: person.id,
      field: 'interest_ids',
      member: interest,
      on: false,
    }));
}

function partsOf(map: PartnershipMap, collection: CollectionName, id: string): readonly Change[] {
  switch (collection) {
    case 'organizations': {
      const people = map.representatives.filter((person) => person.organization_id === id);
      const placements = map.placements.filter((placement) => placement.organization_id === id);
      return [
        ...placements.map((placement) => remove('placements', placement.id)),
        ...people.flatMap((person) => [...personParts(map, person.id), remove('representatives', person.id)]),
        ...linesAt(map, `organization:${id}`),
      ];
    }
    case 'representatives':
      return personParts(map, id);
    case 'placements':
      return endClaims(map, id);
    case 'bodies':
      return [
        ...map.seats.filter((seat) => seat.body_id === id).map((seat) => remove('seats', seat.id)),
        ...linesAt(map, `body:${id}`),
      ];
    case 'indicators':
      return map.measurements.filter((row) => row.indicator_id === id).map((row) => remove('measurements', row.id));
    case 'iterations': {
      const round = map.iterations.find((one) => one.id === id);
      return map.notes.filter((note) => note.iteration === round?.number).map((note) => remove('notes', note.id));
    }
    default:
      // an interest takes nothing with it: its placements read as "not placed" until it comes back
      return [];
  }
}

/** Removes an entity; partnership, goal and what is kept for the record stay. */
export function removeEntity(map: PartnershipMap, collection: CollectionName, id: string): CommandResult {
  if (collection === 'partnership' || collection === 'goal' || collection === 'goals_before') return refuse('fixed');
  if (!entitiesOf(map, collection).some((entity) => entity.id === id)) return refuse('unknown');
  if (collection === 'iterations' && map.iterations.at(-1)?.id !== id) return refuse('notLastRound');
  if (collection === 'notes') {
    const note = map.notes.find((one) => one.id === id);
    if (isRoundClosed(map, note?.iteration)) return refuse('roundClosed');
  }
  const seen = new Set<string>();
  const parts = partsOf(map, collection, id).filter((change) => {
    const key = JSON.stringify(change);
    return !seen.has(key) && seen.add(key);
  });
  return done(id, parts, remove(collection, id));
}

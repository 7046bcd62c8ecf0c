/** What goes with an entity: everything that cannot be without it (invariants 2 and 4). */
import type { Change } from '../Change.ts';
import type { CollectionName } from '../collections.ts';
import {
  linesFrom,
  linesTo,
  measurementsOfIndicator,
  notesOfRound,
  pairKey,
  placementsInInterest,
  placementsOfOrganization,
  representativesOfOrganization,
  seatsOfBody,
  seatsOfRepresentative,
} from '../groupings.ts';
import type { MapDraft } from '../MapDraft.ts';
import { type CommandResult, done } from './CommandContext.ts';
import { refuse } from './commandRefusals.ts';
import { isRoundClosed } from '../readings/isRoundClosed.ts';

const remove = (collection: CollectionName, id: string): Change => ({ op: 'remove', collection, id });

function linesAt(draft: MapDraft, end: string): readonly Change[] {
  const lines = [...draft.group(linesFrom, end), ...draft.group(linesTo, end)];
  return lines.map((line) => remove('lines', line.id));
}

function personParts(draft: MapDraft, id: string): readonly Change[] {
  const seats = draft.group(seatsOfRepresentative, id);
  return [...seats.map((seat) => remove('seats', seat.id)), ...linesAt(draft, `representative:${id}`)];
}

/** Ends the claims of an organization's representatives on an interest, unless it is placed there in another part too. */
export function endClaims(draft: MapDraft, placementId: string): readonly Change[] {
  const placement = draft.get('placements', placementId);
  const interest = placement?.interest_id ?? null;
  if (!placement || interest === null) return [];
  const there = draft.group(placementsInInterest, pairKey(placement.organization_id, interest));
  if (there.some((other) => other.id !== placementId)) return [];
  return draft
    .group(representativesOfOrganization, placement.organization_id)
    .filter((person) => person.interest_ids?.includes(interest))
    .map((person) => ({
      op: 'member',
      collection: 'representatives',
      id: person.id,
      field: 'interest_ids',
      member: interest,
      on: false,
    }));
}

function partsOf(draft: MapDraft, collection: CollectionName, id: string): readonly Change[] {
  switch (collection) {
    case 'organizations': {
      const people = draft.group(representativesOfOrganization, id);
      const placements = draft.group(placementsOfOrganization, id);
      return [
        ...placements.map((placement) => remove('placements', placement.id)),
        ...people.flatMap((person) => [...personParts(draft, person.id), remove('representatives', person.id)]),
        ...linesAt(draft, `organization:${id}`),
      ];
    }
    case 'representatives':
      return personParts(draft, id);
    case 'placements':
      return endClaims(draft, id);
    case 'bodies':
      return [...draft.group(seatsOfBody, id).map((seat) => remove('seats', seat.id)), ...linesAt(draft, `body:${id}`)];
    case 'indicators':
      return draft.group(measurementsOfIndicator, id).map((row) => remove('measurements', row.id));
    case 'iterations': {
      const round = draft.get('iterations', id);
      return draft.group(notesOfRound, String(round?.number)).map((note) => remove('notes', note.id));
    }
    default:
      // an interest takes nothing with it: its placements read as "not placed" until it comes back
      return [];
  }
}

/** Removes an entity; partnership, goal and what is kept for the record stay. */
export function removeEntity(draft: MapDraft, collection: CollectionName, id: string): CommandResult {
  if (collection === 'partnership' || collection === 'goal' || collection === 'goals_before') return refuse('fixed');
  if (draft.get(collection, id) === undefined) return refuse('unknown');
  if (collection === 'iterations' && draft.last('iterations')?.id !== id) return refuse('notLastRound');
  if (collection === 'notes') {
    const note = draft.get('notes', id);
    if (isRoundClosed({ iterations: draft.all('iterations') }, note?.iteration)) return refuse('roundClosed');
  }
  const seen = new Set<string>();
  const parts = partsOf(draft, collection, id).filter((change) => {
    const key = JSON.stringify(change);
    return !seen.has(key) && seen.add(key);
  });
  return done(id, parts, remove(collection, id));
}

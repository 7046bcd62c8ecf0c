/** What goes with an entity: everything that cannot be without it (invariants 2 and 4). */
import type { Change } from '../Change.ts';
import type { CollectionName } from '../collections.ts';
import { linesFrom, linesTo, pairKey, placementsInInterest, representativesOfOrganization } from '../groupings.ts';
import { groupingOf, type MapDraft } from '../MapDraft.ts';
import type { ListName } from '../PartnershipMap.ts';
import { lineEnds, namedIds, references } from '../references.ts';
import { type CommandResult, done } from './CommandContext.ts';
import { refuse } from './commandRefusals.ts';
import { isRoundClosed } from '../readings/isRoundClosed.ts';

const remove = (collection: CollectionName, id: string): Change => ({ op: 'remove', collection, id });

function linesAt(draft: MapDraft, end: string): readonly Change[] {
  const lines = [...draft.group(linesFrom, end), ...draft.group(linesTo, end)];
  return lines.map((line) => remove('lines', line.id));
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

/** Who is owned by what, kind by kind; notes name their round by its number. */
const owned = references
  .filter(({ how }) => how === 'owner')
  .map((reference) => ({
    ...reference,
    grouping: groupingOf(
      reference.from as ListName,
      (entity) => namedIds(Reflect.get(entity, reference.field))[0] ?? null,
    ),
  }));
const endTypes = new Map(Object.entries(lineEnds).map(([type, collection]) => [collection, type]));

function partsOf(draft: MapDraft, collection: CollectionName, id: string): readonly Change[] {
  const key = collection === 'iterations' ? String(draft.get('iterations', id)?.number) : id;
  const type = endTypes.get(collection);
  return [
    ...owned
      .filter(({ to }) => to === collection)
      .flatMap(({ from, grouping }) =>
        draft.group(grouping, key).flatMap((part) => [...partsOf(draft, from, part.id), remove(from, part.id)]),
      ),
    ...(type === undefined ? [] : linesAt(draft, `${type}:${id}`)),
  ];
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
  // an interest takes nothing with it: its placements read as "not placed" until it comes back
  const claims = collection === 'placements' ? endClaims(draft, id) : [];
  const parts = [...claims, ...partsOf(draft, collection, id)].filter((change) => {
    const key = JSON.stringify(change);
    return !seen.has(key) && seen.add(key);
  });
  return done(id, parts, remove(collection, id));
}

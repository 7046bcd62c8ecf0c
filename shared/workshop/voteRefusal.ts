/**
 * What an open vote holds (SHEET-8): the words of its options, that they are there, and that none is merged, so that a dot stays
 * on what it was given to. It holds for everybody, facilitators too; server and page ask the same functions.
 */
import type { Change } from '#shared/map/Change.ts';
import { type CollectionName, kindOf } from '#shared/map/collections.ts';
import { entitiesOf, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { ownersOf } from '#shared/map/references.ts';
import type { PermitRefusal } from '#shared/wire/messages.ts';
import { entityOfKey } from './entityOfKey.ts';
import { lockKey } from './permits.ts';

/** True for what an option says and where it belongs; `field` null: that it comes, goes or is another one. */
export function isHeldField(collection: CollectionName, field: string | null): boolean {
  const { name, references = {} } = kindOf(collection);
  return field === null || field === name || field === 'merged_into' || references[field]?.how === 'owner';
}

/** Why an act may not be done while a vote is open; null when it may. `map` is the map before the act. */
export function voteRefusal(
  voted: ReadonlySet<string>,
  map: PartnershipMap,
  changes: readonly Change[],
): PermitRefusal | null {
  if (voted.size === 0) return null;
  const owners = ownersOfVoted(voted, map);
  return changes.some((change) => isHeld(voted, owners, map, change)) ? 'voting' : null;
}

function isHeld(voted: ReadonlySet<string>, owners: ReadonlySet<string>, map: PartnershipMap, change: Change): boolean {
  const { collection, id, op } = change;
  const key = lockKey.entity(collection, id);
  if (op === 'add') return collection === 'ideas' && isVotedIdea(voted, change.entity['merged_into']);
  if (op === 'remove') return voted.has(key) || owners.has(key);
  if (voted.has(key) && isHeldField(collection, change.field)) return true;
  if (collection !== 'ideas' || op !== 'set' || change.field !== 'merged_into') return false;
  const before = map.ideas.find((idea) => idea.id === id)?.merged_into;
  return isVotedIdea(voted, change.value) || isVotedIdea(voted, before);
}

function isVotedIdea(voted: ReadonlySet<string>, id: unknown): boolean {
  return typeof id === 'string' && voted.has(lockKey.entity('ideas', id));
}

function ownersOfVoted(voted: ReadonlySet<string>, map: PartnershipMap): ReadonlySet<string> {
  const found = new Set<string>();
  for (const key of voted) {
    const one = entityOfKey(key);
    const entity: Readonly<Record<string, unknown>> | undefined =
      one === null ? undefined : entitiesOf(map, one.collection).find(({ id }) => id === one.id);
    if (one === null || entity === undefined) continue;
    for (const owner of ownersOf(one.collection, (field) => entity[field]))
      found.add(lockKey.entity(owner.collection, owner.id));
  }
  return found;
}

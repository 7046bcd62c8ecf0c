/** Whether the workshop lets a participant do something with the map: one act is all of its changes or none. */
import { ownersOf } from '#shared/map/references.ts';
import type { Change } from '#shared/map/Change.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { PermitRefusal } from '#shared/wire/messages.ts';
import { lockKey, permitRefusal, type Permits, rightOf } from './permits.ts';

/** Null when it may be done. `map` is the map before the act. */
export function actRefusal(permits: Permits, map: PartnershipMap, changes: readonly Change[]): PermitRefusal | null {
  const gone = new Set(changes.filter(({ op }) => op === 'remove').map(({ collection, id }) => `${collection}/${id}`));
  for (const change of changes) {
    const { collection, id } = change;
    const field = 'field' in change ? change.field : null;
    const refusal = permitRefusal(permits, lockKey.entity(collection, id), rightOf(collection, field));
    if (refusal !== null && (refusal === 'locked' || !fallsWith(map, change, gone))) return refusal;
  }
  return null;
}

/** What cannot be without something that the same act removes counts to that removal, which is judged by itself. */
function fallsWith(map: PartnershipMap, { op, collection, id }: Change, gone: ReadonlySet<string>): boolean {
  if (op !== 'remove') return false;
  const list: unknown = map[collection];
  const entity: unknown = Array.isArray(list) ? list.find((one: { readonly id: string }) => one.id === id) : undefined;
  if (typeof entity !== 'object' || entity === null) return false;
  const owners = ownersOf(collection, (field) => Reflect.get(entity, field));
  return owners.some((owner) => gone.has(`${owner.collection}/${owner.id}`));
}

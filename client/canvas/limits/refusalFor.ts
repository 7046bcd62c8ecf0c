/** Which lock or limit holds a shape: of drawings and notes by their record, of what shows the map by its entity. */
import type { TLShape } from '@tldraw/tldraw';
import { kindOf } from '#shared/map/collections.ts';
import type { PermitRefusal } from '#shared/wire/messages.ts';
import { lockKey, permitRefusal, type Permits, rightOf, rightOfRecord } from '#shared/workshop/permits.ts';
import { isOfMap, shownEntity } from '../projected/isOfMap.ts';

/** Its key among the locks; null where nothing can be locked. */
export function keyOfShape(shape: TLShape): string | null {
  const ref = shownEntity(shape);
  if (ref !== null) return lockKey.entity(ref.collection, ref.id);
  return isOfMap(shape.id, shape) ? null : lockKey.record(shape.id);
}

/** Why its words may not be changed; null when they may. */
export function refusalFor(permits: Permits, shape: TLShape): PermitRefusal | null {
  const key = keyOfShape(shape);
  if (key === null) return null;
  const ref = shownEntity(shape);
  const right = ref === null ? rightOfRecord(shape.type) : rightOf(ref.collection, kindOf(ref.collection).name);
  return permitRefusal(permits, key, right);
}

/** Which lock or limit holds a shape: of drawings and notes by their record, of what shows the map by its entity. */
import type { TLShape } from '@tldraw/tldraw';
import {
  groupOfCollection,
  groupOfRecord,
  lockKey,
  permitRefusal,
  type PermitRefusal,
  type Permits,
} from '#shared/workshop/permits.ts';
import { isOfMap, shownEntity } from '../projected/isOfMap.ts';

/** Its key among the locks; null where nothing can be locked. */
export function keyOfShape(shape: TLShape): string | null {
  const ref = shownEntity(shape);
  if (ref !== null) return lockKey.entity(ref.collection, ref.id);
  return isOfMap(shape.id, shape) ? null : lockKey.record(shape.id);
}

export function refusalFor(permits: Permits, shape: TLShape): PermitRefusal | null {
  const key = keyOfShape(shape);
  if (key === null) return null;
  const ref = shownEntity(shape);
  return permitRefusal(permits, key, ref === null ? groupOfRecord(shape.type) : groupOfCollection(ref.collection));
}

/** Which lock or limit holds a shape: of drawings and notes by their record, of what shows the map by its entity. */
import type { TLShape } from '@tldraw/tldraw';
import type { EntityRef } from '#client/map/Selection.ts';
import {
  groupOfCollection,
  groupOfRecord,
  lockKey,
  permitRefusal,
  type PermitRefusal,
  type Permits,
} from '#shared/workshop/permits.ts';
import { cycleRefOf } from '../cycle/cycleRefOf.ts';
import type { CycleShape } from '../cycle/cycleShapes.ts';
import { isCycleShape } from '../cycle/isCycleProjected.ts';
import { entityOf } from '../frame/FrameEntity.ts';
import type { FrameShape } from '../frame/frameShapes.ts';
import { isFrameShape } from '../frame/isProjected.ts';
import { refOf } from '../frame/shareSelection.ts';

/** The entity that a shape shows; null for drawings, notes and what stands for no entity. */
export function shownEntity(shape: TLShape): EntityRef | null {
  // Shapes of our own are not in tldraw's list of types.
  if (isFrameShape(shape)) return refOf(entityOf(shape as unknown as FrameShape));
  return isCycleShape(shape) ? cycleRefOf(shape as unknown as CycleShape) : null;
}

/** Its key among the locks; null where nothing can be locked. */
export function keyOfShape(shape: TLShape): string | null {
  const ref = shownEntity(shape);
  if (ref !== null) return lockKey.entity(ref.collection, ref.id);
  return isCycleShape(shape) ? null : lockKey.record(shape.id);
}

export function refusalFor(permits: Permits, shape: TLShape): PermitRefusal | null {
  const key = keyOfShape(shape);
  if (key === null) return null;
  const ref = shownEntity(shape);
  return permitRefusal(permits, key, ref === null ? groupOfRecord(shape.type) : groupOfCollection(ref.collection));
}

/** Which records of the canvas show the cycle: like the ring's, they are never written into the document's `canvas` root. */
import { cycleShapeTypes } from './cycleShapeTypes.ts';

const projectedId = /^shape:(round|stage|note|experiment|link)\./;
const types: readonly unknown[] = Object.values(cycleShapeTypes);

/** True for shapes of the cycle's own types, also for copies that are not projected. */
export function isCycleShape(record: object): boolean {
  return 'type' in record && types.includes(record.type) && 'typeName' in record && record.typeName === 'shape';
}

/** True for the id of a projected shape; with the record at hand also for copies, which have ids of tldraw's own. */
export function isCycleProjected(id: string, record?: object | null): boolean {
  return projectedId.test(id) || (record !== undefined && record !== null && isCycleShape(record));
}

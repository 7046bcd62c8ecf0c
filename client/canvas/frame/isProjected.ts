/** Which records of the canvas show the map: they are never written into the document's `canvas` root. */
import { frameShapeTypes } from './frameShapeTypes.ts';

const projectedId = /^shape:(goal$|(interest|placement|organization|representative)\.)/;
const types: readonly unknown[] = Object.values(frameShapeTypes);

/**
 * True for the id of a projected shape. With the record at hand also true for copies of such shapes: they have ids of
 * tldraw's own and stand on the canvas only until their gesture became a command.
 */
export function isProjected(id: string, record?: object | null): boolean {
  return projectedId.test(id) || (record !== undefined && record !== null && isFrameShape(record));
}

/** True for shapes of the frame's own types, also for copies that are not projected. */
export function isFrameShape(record: object): boolean {
  return 'type' in record && types.includes(record.type) && 'typeName' in record && record.typeName === 'shape';
}

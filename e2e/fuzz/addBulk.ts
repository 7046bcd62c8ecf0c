/** Adds more than a megabyte in a few dozen shapes, so that the journal of the running room is compacted. */
import { createShapeId } from '@tldraw/tldraw';
import type { FuzzPerson } from './FuzzPerson.ts';

const shapes = 24;
/** below what one record may have, and four of them below what one update may have */
const bytesEach = 50_000;

export function addBulk(person: FuzzPerson, name: string): string {
  for (let n = 0; n < shapes; n++) {
    const meta = { bulk: 'x'.repeat(bytesEach) };
    person.editor.createShape({ id: createShapeId(`${name}-${n}`), type: 'geo', x: n * 10, y: 0, meta });
    if (n % 4 === 3) person.peer.pace.pass(50);
  }
  return `${shapes} shapes`;
}

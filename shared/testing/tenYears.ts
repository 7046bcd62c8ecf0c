/**
 * Ten years of a weekly board: 60 people who each take up, move and clear away a few notes a session, on devices of which some
 * lose their storage. The same each time.
 */
import * as Y from 'yjs';
import { createRandom } from './random.ts';

export interface TenYears {
  /** The board at the end. */
  readonly doc: Y.Doc;
  /** A device that was there in the first week, and then not again. */
  readonly oldest: Uint8Array;
  /** One that last saw the board a year before the end. */
  readonly lastYear: Uint8Array;
}

const people = 60;
const weeks = 520;
const editsEach = 2;
/** Notes that stay on the board; the oldest are cleared away. */
const notesKept = 600;

/** `newIdChance`: how probable it is that a person writes under a new id in a session, since their device lost its storage. */
export function tenYears(newIdChance: number): TenYears {
  const random = createRandom(10);
  const doc = new Y.Doc();
  const canvas = doc.getMap<Y.Map<unknown>>('canvas');
  const notes: string[] = [];
  let nextId = 1_000;
  const ids = Array.from({ length: people }, () => nextId++ * 65_537);
  let oldest: Uint8Array = new Uint8Array();
  let lastYear: Uint8Array = new Uint8Array();
  const writeSession = (week: number, person: number): void => {
    if (random.chance(newIdChance)) ids[person] = nextId++ * 65_537;
    // the next parts are written under it, also within a transaction
    doc.clientID = ids[person] ?? 0;
    for (let edit = 0; edit < editsEach; edit += 1) {
      const moved = canvas.get(notes.length > 0 && random.chance(0.7) ? random.pick(notes) : '');
      if (moved !== undefined) {
        moved.set('pos', [random.below(4_000), random.below(4_000), 0]);
        continue;
      }
      const key = `shape:w${week}p${person}e${edit}`;
      const text = `What ${person} said in week ${week}`;
      canvas.set(
        key,
        new Y.Map<unknown>([
          ['pos', [edit, week, 0]],
          ['meta.text', text],
        ]),
      );
      notes.push(key);
    }
    while (notes.length > notesKept) canvas.delete(notes.shift() ?? '');
  };
  for (let week = 0; week < weeks; week += 1) {
    doc.transact(() => {
      for (let person = 0; person < people; person += 1) writeSession(week, person);
    });
    if (week === 0) oldest = Y.encodeStateAsUpdate(doc);
    if (week === weeks - 52) lastYear = Y.encodeStateAsUpdate(doc);
  }
  return { doc, oldest, lastYear };
}

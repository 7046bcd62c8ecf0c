/** A sheet of notes as a workshop has it after a reveal: what a crowd puts into groups, each move one field of one note. */
import * as Y from 'yjs';
import { entityToY } from '#shared/board/mapFields.ts';
import { storedCollection } from '#shared/board/mapDocument.ts';
import type { CollectionName } from '#shared/map/collections.ts';

const notes = 200;
const groups = 20;

function put(
  doc: Y.Doc,
  collection: CollectionName,
  entity: Readonly<Record<string, unknown>> & { readonly id: string },
) {
  storedCollection(doc, collection)?.set(entity.id, entityToY(collection, entity));
}

/** Writes the sheet into a board that has no sheet yet. */
export function writeSheet(doc: Y.Doc): void {
  doc.transact(() => {
    put(doc, 'sheets', { id: 'sheet', question: 'Who helps, who hinders?' });
    for (let group = 0; group < groups; group++)
      put(doc, 'groups', { id: `group${group}`, sheet_id: 'sheet', title: `Group ${group}` });
    for (let note = 0; note < notes; note++)
      put(doc, 'ideas', { id: `idea${note}`, sheet_id: 'sheet', text: `What somebody wrote, number ${note}` });
  });
}

/** One note of the person with this number into another group. */
export function moveToGroup(doc: Y.Doc, person: number, move: number): void {
  const idea = storedCollection(doc, 'ideas')?.get(`idea${(person * 5 + (move % 5)) % notes}`);
  if (!(idea instanceof Y.Map)) throw new Error('there is no such note');
  idea.set('group_id', `group${(person + move) % groups}`);
}

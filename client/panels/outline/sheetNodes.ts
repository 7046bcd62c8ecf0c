/** Sheets in the outline: each with its groups and the notes in them, then the notes in none. */
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { type Sheet, type SheetNote, sheetsOf } from '#shared/map/readings/sheets.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import type { OutlineNode } from './outlineTree.ts';

export const sheetsKey = 'sheets';
export const sheetKey = (sheet: string) => `${sheetsKey}/${sheet}`;
export const sheetGroupKey = (sheet: string, group: string) => `${sheetKey(sheet)}/${group}`;
/** What is in no group lies in the sheet itself. */
export const sheetNoteKey = (sheet: string, group: string | null, idea: string) =>
  `${group === null ? sheetKey(sheet) : sheetGroupKey(sheet, group)}/n/${idea}`;

export function sheetNodes(map: PartnershipMap): readonly OutlineNode[] {
  return [node(sheetsKey, null, null, 'sheets', sheetsOf(map).map(sheetNode))];
}

function node(
  key: string,
  ref: EntityRef | null,
  parent: string | null,
  kind: 'sheets' | 'item',
  children: readonly OutlineNode[],
): OutlineNode {
  return { key, ref, parent, kind, children, interest: null, organization: null };
}

function sheetNode({ sheet: { id }, groups, ungrouped }: Sheet): OutlineNode {
  const key = sheetKey(id);
  const noteNode = (parent: string, group: string | null, { idea }: SheetNote) =>
    node(sheetNoteKey(id, group, idea.id), { collection: 'ideas', id: idea.id }, parent, 'item', []);
  return node(key, { collection: 'sheets', id }, sheetsKey, 'item', [
    ...groups.map(({ group, notes }) => {
      const own = sheetGroupKey(id, group.id);
      const inside = notes.map((note) => noteNode(own, group.id, note));
      return node(own, { collection: 'groups', id: group.id }, key, 'item', inside);
    }),
    ...ungrouped.map((note) => noteNode(key, null, note)),
  ]);
}

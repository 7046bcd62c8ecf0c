/** Sheets as a view: their questions, groups and notes. */
import { madeCollections } from '#shared/map/readings/madeCollections.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import type { View } from '../projected/View.ts';
import { lateDrawings } from './lateDrawings.ts';
import type { SheetShape } from './sheetShapes.ts';
import { sheetShapeTypes } from './sheetShapeTypes.ts';
import { GroupShapeUtil, IdeaShapeUtil, SheetShapeUtil } from './SheetShapeUtils.tsx';

const { sheet, group, idea } = sheetShapeTypes;

export const sheetView: View<SheetShape> = {
  types: sheetShapeTypes,
  ids: /^shape:(sheet|ideas|idea)\./,
  shapeUtils: [SheetShapeUtil, GroupShapeUtil, IdeaShapeUtil],
  tools: [],
  movable: [group, idea],
  walking: [idea],
  landsTogether: true,
  carries: (shape, other) =>
    shape.type === group &&
    other.type === idea &&
    shape.props.groupId !== '' &&
    other.props.groupId === shape.props.groupId,
  writesAtDoubleClick: true,
  groups: [idea],
  removable: [group, idea],
  reads: ['sheets', 'groups', 'ideas', ...madeCollections],
  typeName: (t, name) => t(`sheet.shapes.${name as keyof typeof sheetShapeTypes}`),
  refOf(shape) {
    const ref = refOf(shape);
    return ref.id === '' ? null : ref;
  },
  keyOf: (shape) => refOf(shape).id,
  reveal: (editor, place, ref) => lateDrawings().showOnSheet(editor, place, ref),
};

function refOf({ type, props }: SheetShape): EntityRef {
  switch (type) {
    case sheet:
      return { collection: 'sheets', id: props.sheetId };
    case group:
      return { collection: 'groups', id: props.groupId };
    case idea:
      return { collection: 'ideas', id: props.ideaId };
  }
}

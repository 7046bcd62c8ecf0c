/** While notes are dragged: a dashed line around what receives them, and the slot that they will take. */
import { useEditor, useValue } from '@tldraw/tldraw';
import type { SheetsLayout } from '#shared/views/sheet/SheetLayout.ts';
import { shapeOfView } from '../projected/isOfMap.ts';
import { dropPlace } from './dropPlace.ts';
import type { SheetShape } from './sheetShapes.ts';
import { sheetShapeTypes } from './sheetShapeTypes.ts';

export function DropHere() {
  const editor = useEditor();
  const place = useValue(
    'where notes will land',
    () => {
      if (!editor.isIn('select.translating')) return null;
      const shapes = editor.getCurrentPageShapes().flatMap((shape) => {
        const own = shapeOfView(shape);
        // shapes of our own are not in tldraw's list of types
        return own?.name === 'sheet' ? [own.shape as unknown as SheetShape] : [];
      });
      const chosen = new Set<string>(editor.getSelectedShapeIds());
      const held = new Set(
        shapes.flatMap(({ id, type, props }) => (type === sheetShapeTypes.idea && chosen.has(id) ? props.ideaId : [])),
      );
      if (held.size === 0) return null;
      const { x, y } = editor.inputs.currentPagePoint;
      return dropPlace(layoutOf(shapes), { x, y }, held);
    },
    [editor],
  );
  if (place === null) return null;
  const { target, slot } = place;
  const at = { left: target.x, top: target.y, width: target.width, height: target.height };
  return (
    <>
      <div className="sheet-target" aria-hidden="true" style={at} />
      {slot && (
        <div
          className="sheet-slot"
          aria-hidden="true"
          style={{ left: slot.x, top: slot.y, width: slot.width, height: slot.height }}
        />
      )}
    </>
  );
}

/** As it stands on the canvas, in reading order. */
function layoutOf(shapes: readonly SheetShape[]): SheetsLayout {
  const boxOf = ({ x, y, props: { w: width, h: height } }: SheetShape) => ({ x, y, width, height });
  const inOrder = shapes.toSorted((a, b) => a.y - b.y || a.x - b.x);
  return {
    sheets: inOrder.flatMap((shape) => {
      if (shape.type !== sheetShapeTypes.sheet) return [];
      const { sheetId: id, ungrouped, hidden } = shape.props;
      const loose = ungrouped && { ...ungrouped, x: ungrouped.x + shape.x, y: ungrouped.y + shape.y };
      return [{ id, box: boxOf(shape), ungrouped: loose, more: null, hidden }];
    }),
    groups: inOrder.flatMap((shape) =>
      shape.type === sheetShapeTypes.group
        ? [{ id: shape.props.groupId, sheet: shape.props.sheetId, isFolded: shape.props.isFolded, box: boxOf(shape) }]
        : [],
    ),
    ideas: inOrder.flatMap((shape) =>
      shape.type === sheetShapeTypes.idea
        ? [{ id: shape.props.ideaId, sheet: shape.props.sheetId, group: shape.props.groupId, box: boxOf(shape) }]
        : [],
    ),
    bounds: null,
  };
}

/** A sheet, a group or a note as a list of shapes. */
import { drawGroup } from '#shared/drawings/drawGroup.ts';
import { drawIdea } from '#shared/drawings/drawIdea.ts';
import { drawSheet } from '#shared/drawings/drawSheet.ts';
import type { Drawing } from '#shared/drawings/Shape.ts';
import type { SheetLook } from '#shared/drawings/SheetLook.ts';
import type { SheetShape } from './sheetShapes.ts';
import { sheetShapeTypes } from './sheetShapeTypes.ts';

export function drawOnSheet({ type, props }: Pick<SheetShape, 'type' | 'props'>, look: SheetLook): Drawing {
  const shape = { type, props } as SheetShape;
  switch (shape.type) {
    case sheetShapeTypes.sheet:
      return drawSheet(shape.props, look);
    case sheetShapeTypes.group:
      return drawGroup(shape.props, look);
    case sheetShapeTypes.idea:
      return drawIdea(shape.props, look);
  }
}

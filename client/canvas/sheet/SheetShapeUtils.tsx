/** Sheets, groups and notes, as tldraw handles them: plain rectangles, of which the words are written in place. */
import { Group2d, Rectangle2d, type SvgExportContext } from '@tldraw/tldraw';
import { ProjectedShapeUtil } from '../projected/ProjectedShapeUtil.ts';
import { lateDrawings } from './lateDrawings.ts';
import {
  groupProps,
  ideaProps,
  sheetMigrations,
  sheetProps,
  type GroupShape,
  type IdeaShape,
  type SheetPlate,
  type SheetShape,
} from './sheetShapes.ts';
import { sheetShapeTypes } from './sheetShapeTypes.ts';

abstract class OnSheetUtil<S extends SheetShape> extends ProjectedShapeUtil<S> {
  /** What of it is chosen by a press, and where a press on the chosen one begins to write; the rest lets presses through. */
  abstract headOf(shape: S): { readonly height: number; readonly isWhole: boolean };

  override getGeometry(shape: S) {
    const { w, h } = shape.props;
    const { height, isWhole } = this.headOf(shape);
    return new Group2d({
      children: [
        new Rectangle2d({ width: w, height: h, isFilled: isWhole }),
        ...(isWhole ? [] : [new Rectangle2d({ width: w, height, isFilled: true })]),
        new Rectangle2d({ x: 8, y: 6, width: w - 48, height: height - 12, isFilled: true, isLabel: true }),
      ],
    });
  }

  override canBind(): boolean {
    return false;
  }

  override component(shape: S) {
    const { OnSheet } = lateDrawings();
    return <OnSheet shape={shape} />;
  }

  override indicator({ id, props: { w, h } }: S) {
    // the field in which one writes has a line of its own
    if (this.editor.getEditingShapeId() === id) return null;
    return <rect width={w} height={h} rx={9} />;
  }

  override getAriaDescriptor(shape: S): string | undefined {
    return lateDrawings().spokenName(shape);
  }

  override toSvg(shape: S, context: SvgExportContext) {
    const { FiledOnSheet } = lateDrawings();
    return <FiledOnSheet shape={shape} context={context} />;
  }
}

export class SheetShapeUtil extends OnSheetUtil<SheetPlate> {
  static override type = sheetShapeTypes.sheet;
  static override props = sheetProps;
  static override migrations = sheetMigrations.sheet;

  override getDefaultProps(): SheetPlate['props'] {
    return lateDrawings().emptyProps.sheet;
  }

  override headOf() {
    return { height: 76, isWhole: false };
  }
}

export class GroupShapeUtil extends OnSheetUtil<GroupShape> {
  static override type = sheetShapeTypes.group;
  static override props = groupProps;
  static override migrations = sheetMigrations.group;

  override getDefaultProps(): GroupShape['props'] {
    return lateDrawings().emptyProps.group;
  }

  override headOf({ props: { h, isFolded } }: GroupShape) {
    return { height: isFolded ? h : 58, isWhole: true };
  }
}

export class IdeaShapeUtil extends OnSheetUtil<IdeaShape> {
  static override type = sheetShapeTypes.idea;
  static override props = ideaProps;
  static override migrations = sheetMigrations.idea;

  override getDefaultProps(): IdeaShape['props'] {
    return lateDrawings().emptyProps.idea;
  }

  override headOf({ props: { h } }: IdeaShape) {
    return { height: h, isWhole: true };
  }

  override canBind(): boolean {
    return true;
  }
}

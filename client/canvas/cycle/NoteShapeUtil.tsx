/** A stage note, as tldraw handles it. */
import { Group2d, Rectangle2d, type SvgExportContext, type TLHandle } from '@tldraw/tldraw';
import { ProjectedShapeUtil, say } from '../projected/ProjectedShapeUtil.ts';
import { cycleMigrations, noteProps, type NoteShape } from './cycleShapes.ts';
import { cycleShapeTypes } from './cycleShapeTypes.ts';
import { pulled, pullHandle, type HandleDrag } from './pullHandle.ts';
import { lateDrawings } from './lateDrawings.ts';

export class NoteShapeUtil extends ProjectedShapeUtil<NoteShape> {
  static override type = cycleShapeTypes.note;
  static override props = noteProps;
  static override migrations = cycleMigrations.note;

  override getDefaultProps(): NoteShape['props'] {
    return lateDrawings().emptyProps.note;
  }

  override getGeometry({ props: { w, h, ratio } }: NoteShape) {
    const edge = 8 * ratio;
    return new Group2d({
      children: [
        new Rectangle2d({ width: w, height: h, isFilled: true }),
        new Rectangle2d({ x: edge, y: edge, width: w - edge * 2, height: h - edge * 2, isFilled: true, isLabel: true }),
      ],
    });
  }

  override getHandles(shape: NoteShape): TLHandle[] {
    return pullHandle(shape.props, say()?.('cycle.link'));
  }

  override onHandleDrag(shape: NoteShape, drag: HandleDrag) {
    return pulled<NoteShape>(shape, drag.handle);
  }

  override onHandleDragCancel(shape: NoteShape): void {
    this.editor.updateShape({ id: shape.id, type: shape.type, props: { pull: null } });
  }

  override hideSelectionBoundsFg(): boolean {
    return false;
  }

  override component(shape: NoteShape) {
    const { Note } = lateDrawings();
    return <Note shape={shape} />;
  }

  override indicator({ id, props: { w, h, ratio } }: NoteShape) {
    // the field in which one writes has a line of its own, and may be larger
    if (this.editor.getEditingShapeId() === id) return null;
    return <rect width={w} height={h} rx={9 * ratio} />;
  }

  getIndicatorPath({ props: { w, h, ratio } }: NoteShape): Path2D {
    const path = new Path2D();
    path.roundRect(0, 0, w, h, 9 * ratio);
    return path;
  }

  override toSvg(shape: NoteShape, context: SvgExportContext) {
    const { FiledCycleThing } = lateDrawings();
    return <FiledCycleThing shape={shape} context={context} />;
  }

  override getAriaDescriptor(shape: NoteShape): string | undefined {
    return lateDrawings().spokenName(shape);
  }
}

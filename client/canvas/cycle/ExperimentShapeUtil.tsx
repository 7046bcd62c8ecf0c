/** An experiment's card, as tldraw handles it. */
import { Group2d, Rectangle2d, type SvgExportContext, type TLHandle } from '@tldraw/tldraw';
import { ProjectedShapeUtil, say } from '../projected/ProjectedShapeUtil.ts';
import { cycleMigrations, experimentProps, type ExperimentShape } from './cycleShapes.ts';
import { cycleShapeTypes } from './cycleShapeTypes.ts';
import { pulled, pullHandle, type HandleDrag } from './pullHandle.ts';
import { lateDrawings } from './lateDrawings.ts';

export class ExperimentShapeUtil extends ProjectedShapeUtil<ExperimentShape> {
  static override type = cycleShapeTypes.experiment;
  static override props = experimentProps;
  static override migrations = cycleMigrations.experiment;

  override getDefaultProps(): ExperimentShape['props'] {
    return lateDrawings().emptyProps.experiment;
  }

  override getGeometry({ props: { w, h, ratio } }: ExperimentShape) {
    const edge = 8 * ratio;
    return new Group2d({
      children: [
        new Rectangle2d({ width: w, height: h, isFilled: true }),
        new Rectangle2d({ x: edge, y: edge, width: w - edge * 2, height: 62 * ratio, isFilled: true, isLabel: true }),
      ],
    });
  }

  override getHandles(shape: ExperimentShape): TLHandle[] {
    return pullHandle(shape.props, say()?.('cycle.link'));
  }

  override onHandleDrag(shape: ExperimentShape, drag: HandleDrag) {
    return pulled<ExperimentShape>(shape, drag.handle);
  }

  override onHandleDragCancel(shape: ExperimentShape): void {
    this.editor.updateShape({ id: shape.id, type: shape.type, props: { pull: null } });
  }

  override hideSelectionBoundsFg(): boolean {
    return false;
  }

  override component(shape: ExperimentShape) {
    const { Experiment } = lateDrawings();
    return <Experiment shape={shape} />;
  }

  override indicator({ id, props: { w, h, ratio } }: ExperimentShape) {
    // the field in which one writes has a line of its own, and may be larger
    if (this.editor.getEditingShapeId() === id) return null;
    return <rect width={w} height={h} rx={10 * ratio} />;
  }

  getIndicatorPath({ props: { w, h, ratio } }: ExperimentShape): Path2D {
    const path = new Path2D();
    path.roundRect(0, 0, w, h, 10 * ratio);
    return path;
  }

  override toSvg(shape: ExperimentShape, context: SvgExportContext) {
    const { FiledCycleThing } = lateDrawings();
    return <FiledCycleThing shape={shape} context={context} />;
  }

  override getAriaDescriptor(shape: ExperimentShape): string | undefined {
    return lateDrawings().spokenName(shape);
  }
}

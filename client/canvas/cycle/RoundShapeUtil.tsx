/** A round of the cycle, as tldraw handles it: its middle with the question, its title, the way of the experiments. */
import { Circle2d, Group2d, Rectangle2d, type SvgExportContext } from '@tldraw/tldraw';
import { ProjectedShapeUtil } from '../projected/ProjectedShapeUtil.ts';
import { cycleMigrations, roundProps, type RoundShape } from './cycleShapes.ts';
import { cycleShapeTypes } from './cycleShapeTypes.ts';
import { lateDrawings } from './lateDrawings.ts';

export class RoundShapeUtil extends ProjectedShapeUtil<RoundShape> {
  static override type = cycleShapeTypes.round;
  static override props = roundProps;
  static override migrations = cycleMigrations.round;

  override canEdit(): boolean {
    return true;
  }

  override getDefaultProps(): RoundShape['props'] {
    return lateDrawings().emptyProps.round;
  }

  override getGeometry({ props: { hubRadius, heading, lane } }: RoundShape) {
    const half = hubRadius * 0.7;
    return new Group2d({
      children: [
        new Circle2d({ x: -hubRadius, y: -hubRadius, radius: hubRadius, isFilled: true }),
        new Rectangle2d({ ...heading, isFilled: true }),
        new Rectangle2d({ ...lane, isFilled: false }),
        new Rectangle2d({ x: -half, y: -half, width: half * 2, height: half * 2, isFilled: true, isLabel: true }),
      ],
    });
  }

  override canBind(): boolean {
    return false;
  }

  override component(shape: RoundShape) {
    const { Round } = lateDrawings();
    return <Round shape={shape} />;
  }

  override indicator({ props: { hubRadius } }: RoundShape) {
    return <circle r={hubRadius} />;
  }

  getIndicatorPath({ props: { hubRadius } }: RoundShape): Path2D {
    const path = new Path2D();
    path.arc(0, 0, hubRadius, 0, Math.PI * 2);
    return path;
  }

  override toSvg(shape: RoundShape, context: SvgExportContext) {
    const { FiledCycleThing } = lateDrawings();
    return <FiledCycleThing shape={shape} context={context} />;
  }

  override getAriaDescriptor(shape: RoundShape): string | undefined {
    return lateDrawings().spokenName(shape);
  }
}

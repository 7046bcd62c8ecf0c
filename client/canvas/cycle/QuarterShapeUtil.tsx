/** A quarter of the cycle, as tldraw handles it: chosen by its heading or its line, so that inside of it people can draw. */
import { Group2d, Polygon2d, Rectangle2d, Vec, type SvgExportContext } from '@tldraw/tldraw';
import { ProjectedShapeUtil } from '../projected/ProjectedShapeUtil.ts';
import { cycleMigrations, quarterProps, type QuarterShape } from './cycleShapes.ts';
import { cycleShapeTypes } from './cycleShapeTypes.ts';
import { lateDrawings } from './lateDrawings.ts';

const rimSteps = 16;

export class QuarterShapeUtil extends ProjectedShapeUtil<QuarterShape> {
  static override type = cycleShapeTypes.quarter;
  static override props = quarterProps;
  static override migrations = cycleMigrations.quarter;

  override canEdit(): boolean {
    return false;
  }

  override getDefaultProps(): QuarterShape['props'] {
    return lateDrawings().emptyProps.quarter;
  }

  override getGeometry({ props: { radius, heading, align } }: QuarterShape) {
    const [sideX, sideY] = [align === 'start' ? -1 : 1, heading.y < 0 ? -1 : 1];
    const rim = Array.from({ length: rimSteps + 1 }, (_, at) => {
      const angle = (Math.PI / 2) * (at / rimSteps);
      return new Vec(Math.cos(angle) * radius * sideX, Math.sin(angle) * radius * sideY);
    });
    return new Group2d({
      children: [
        new Polygon2d({ points: [new Vec(0, 0), ...rim], isFilled: false }),
        // tldraw leaves labels out of a shape's bounds; what is outside of them is cut from pictures and not drawn.
        new Rectangle2d({ ...heading, isFilled: true }),
      ],
    });
  }

  /** An arrow drawn over the cycle would cling to whatever quarter is under it. */
  override canBind(): boolean {
    return false;
  }

  override component(shape: QuarterShape) {
    const { Quarter } = lateDrawings();
    return <Quarter shape={shape} />;
  }

  override indicator({ props: { path, ratio } }: QuarterShape) {
    return <path d={path} transform={`scale(${ratio})`} />;
  }

  override toSvg(shape: QuarterShape, context: SvgExportContext) {
    const { FiledCycleThing } = lateDrawings();
    return <FiledCycleThing shape={shape} context={context} />;
  }

  override getAriaDescriptor(shape: QuarterShape): string | undefined {
    return lateDrawings().spokenName(shape);
  }
}

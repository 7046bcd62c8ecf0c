/** A line of the cycle, as tldraw handles it: it can be chosen and deleted, not moved. */
import { Polyline2d, Vec, type SvgExportContext } from '@tldraw/tldraw';
import { ProjectedShapeUtil } from '../projected/ProjectedShapeUtil.ts';
import { cycleMigrations, linkProps, type LinkShape } from './cycleShapes.ts';
import { cycleShapeTypes } from './cycleShapeTypes.ts';
import { lateDrawings } from './lateDrawings.ts';

const steps = 10;

export class LinkShapeUtil extends ProjectedShapeUtil<LinkShape> {
  static override type = cycleShapeTypes.link;
  static override props = linkProps;
  static override migrations = cycleMigrations.link;

  override canEdit(): boolean {
    return false;
  }

  override canBind(): boolean {
    return false;
  }

  override getDefaultProps(): LinkShape['props'] {
    return lateDrawings().emptyProps.link;
  }

  override getGeometry({ props: { start, bend, end } }: LinkShape) {
    const points = Array.from({ length: steps + 1 }, (_, at) => {
      const t = at / steps;
      const along = (one: number, two: number, three: number) =>
        (1 - t) * (1 - t) * one + 2 * (1 - t) * t * two + t * t * three;
      return new Vec(along(start.x, bend.x, end.x), along(start.y, bend.y, end.y));
    });
    return new Polyline2d({ points });
  }

  override component(shape: LinkShape) {
    const { Link } = lateDrawings();
    return <Link shape={shape} />;
  }

  override indicator({ props }: LinkShape) {
    return <path d={lateDrawings().linkPath(props)} />;
  }

  getIndicatorPath({ props }: LinkShape): Path2D {
    return new Path2D(lateDrawings().linkPath(props));
  }

  override toSvg(shape: LinkShape, context: SvgExportContext) {
    const { FiledCycleThing } = lateDrawings();
    return <FiledCycleThing shape={shape} context={context} />;
  }

  override getAriaDescriptor(shape: LinkShape): string | undefined {
    return lateDrawings().spokenName(shape);
  }
}

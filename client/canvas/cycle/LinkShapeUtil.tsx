/** A line of the cycle, as tldraw handles it: it can be chosen and deleted, not moved. */
import { Polyline2d, SVGContainer, Vec, type SvgExportContext } from '@tldraw/tldraw';
import { drawLink, linkPath } from '#shared/drawings/drawLink.ts';
import { Drawn } from '../drawn/Drawn.tsx';
import { ProjectedShapeUtil, say } from '../projected/ProjectedShapeUtil.ts';
import { cyclePalettes, cycleScreenPalette } from '#shared/views/cycle/cyclePalette.ts';
import { cycleMigrations, linkProps, type LinkShape } from './cycleShapes.ts';
import { cycleShapeTypes } from './cycleShapeTypes.ts';

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
    const point = { x: 0, y: 0 };
    return { text: '', kind: 'buildsOn', from: '', to: '', ratio: 1, start: point, bend: point, end: { x: 1, y: 1 } };
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

  override component({ props }: LinkShape) {
    return (
      <SVGContainer>
        <Drawn drawing={drawLink(props, cycleScreenPalette)} />
      </SVGContainer>
    );
  }

  override indicator({ props }: LinkShape) {
    return <path d={linkPath(props)} />;
  }

  getIndicatorPath({ props }: LinkShape): Path2D {
    return new Path2D(linkPath(props));
  }

  override toSvg({ props }: LinkShape, context: SvgExportContext) {
    const palette = context.isDarkMode ? cyclePalettes.dark : cyclePalettes.light;
    return <Drawn drawing={drawLink(props, palette)} />;
  }

  override getAriaDescriptor(): string | undefined {
    return say()?.('cycle.say.link');
  }
}

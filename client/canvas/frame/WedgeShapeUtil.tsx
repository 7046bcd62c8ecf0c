/** An interest, as tldraw handles it: chosen by its heading or rim, so that inside of it people can draw and choose cards. */
import { Group2d, Polygon2d, Rectangle2d, Vec, type SvgExportContext } from '@tldraw/tldraw';
import { drawWedge } from '#shared/drawings/drawWedge.ts';
import { wedgeMigrations, wedgeProps, type WedgeShape } from './frameShapes.ts';
import { frameShapeTypes } from './frameShapeTypes.ts';
import { ProjectedShapeUtil, say } from '../projected/ProjectedShapeUtil.ts';
import { FiledFrameThing, FrameThing } from './FrameThing.tsx';

export class WedgeShapeUtil extends ProjectedShapeUtil<WedgeShape> {
  static override type = frameShapeTypes.wedge;
  static override props = wedgeProps;
  static override migrations = wedgeMigrations;

  override getDefaultProps(): WedgeShape['props'] {
    return {
      interestId: '',
      text: '',
      essential: false,
      start: 0,
      end: 1,
      innerRadius: 1,
      outerRadius: 2,
      path: '',
      ringScale: 1,
      heading: { x: 0, y: 0, width: 1, height: 1, lines: [], fontSize: 15, lineHeight: 18, align: 'start', tokens: [] },
      voices: { designee: 0, doer: 0, decision_maker: 0 },
    };
  }

  override getGeometry({ props }: WedgeShape) {
    const { heading } = props;
    // The marks of the kinds stand below the words or beside them.
    const top = Math.min(heading.y, ...heading.tokens.map(({ y, size }) => y - size / 2));
    const right = Math.max(heading.x + heading.width, ...heading.tokens.map(({ x, size }) => x + size / 2));
    const bottom = Math.max(heading.y + heading.height, ...heading.tokens.map(({ y, size }) => y + size / 2));
    return new Group2d({
      children: [
        new Polygon2d({ points: outline(props), isFilled: false }),
        // tldraw leaves labels out of a shape's bounds; what is outside of them is cut from pictures and not drawn.
        new Rectangle2d({
          x: heading.x,
          y: top,
          width: Math.max(right - heading.x, 24),
          height: Math.max(bottom - top, 24),
          isFilled: true,
        }),
        new Rectangle2d({
          x: heading.x,
          y: heading.y,
          width: Math.max(heading.width, 24),
          height: Math.max(heading.height, 24),
          isFilled: true,
          isLabel: true,
        }),
      ],
    });
  }

  /** An arrow drawn over the ring would cling to whatever wedge is under it. */
  override canBind(): boolean {
    return false;
  }

  override component(shape: WedgeShape) {
    return <FrameThing shape={shape} draw={drawWedge} edits="wedge" maxLength={300} />;
  }

  override indicator({ props }: WedgeShape) {
    return <path d={props.path} />;
  }

  getIndicatorPath({ props }: WedgeShape): Path2D {
    return new Path2D(props.path);
  }

  override toSvg(shape: WedgeShape, context: SvgExportContext) {
    return <FiledFrameThing shape={shape} draw={drawWedge} context={context} />;
  }

  override getAriaDescriptor({ props }: WedgeShape): string | undefined {
    const t = say();
    return t?.('frame.say.interest', {
      title: props.text,
      weight: t(props.essential ? 'frame.say.essential' : 'frame.say.supporting'),
      ...props.voices,
    });
  }
}

/** Corners and points along both arcs. */
function outline({ start, end, innerRadius, outerRadius }: WedgeShape['props']): Vec[] {
  const steps = Math.max(4, Math.ceil((end - start) / 0.1));
  const arc = (radius: number) =>
    Array.from({ length: steps + 1 }, (_, at) => {
      const angle = start + ((end - start) * at) / steps;
      return new Vec(Math.cos(angle) * radius, Math.sin(angle) * radius);
    });
  return [...arc(outerRadius), ...arc(innerRadius).toReversed()];
}

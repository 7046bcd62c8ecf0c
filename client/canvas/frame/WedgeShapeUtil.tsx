/** An interest, as tldraw handles it: a press inside of it chooses it, and from there people draw and choose cards by a box. */
import { Circle2d, Group2d, Polygon2d, Rectangle2d, Vec, type SvgExportContext } from '@tldraw/tldraw';
import { drawWedge } from '#shared/drawings/drawWedge.ts';
import { closedPath, wedgeOutline } from '#shared/drawings/rimPath.ts';
import { representativeKinds } from '#shared/kinds/values.ts';
import { frameTable } from '#shared/views/frame/frameMeasures.ts';
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
      onlyAway: false,
      isFirst: false,
      edges: { start: 0, end: 1, from: null, to: null },
      heading: { x: 0, y: 0, width: 1, height: 1, lines: [], fontSize: 14, lineHeight: 16, isBeside: true, marks: [] },
      chairs: [],
      voices: { designee: 0, doer: 0, decision_maker: 0 },
    };
  }

  override getGeometry({ props }: WedgeShape) {
    // what a tool puts down stands where the press was
    if (props.interestId === '') return new Rectangle2d({ width: 1, height: 1, isFilled: false });
    const { heading, chairs, voices } = props;
    // The marks of the kinds stand below the words or beside them.
    const top = Math.min(heading.y, ...heading.marks.map(({ y, size }) => y - size / 2));
    const left = Math.min(heading.x, ...heading.marks.map(({ x, size }) => x - size / 2));
    const right = Math.max(heading.x + heading.width, ...heading.marks.map(({ x, size }) => x + size / 2));
    const bottom = Math.max(heading.y + heading.height, ...heading.marks.map(({ y, size }) => y + size / 2));
    const empty = chairs.filter((_, at) => voices[representativeKinds[at] ?? 'designee'] === 0);
    return new Group2d({
      children: [
        new Polygon2d({ points: outline(props), isFilled: false }),
        // tldraw leaves labels out of a shape's bounds; what is outside of them is cut from pictures and not drawn.
        new Rectangle2d({
          x: left,
          y: top,
          width: Math.max(right - left, 24),
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
        ...empty.map(
          ({ x, y, size }) => new Circle2d({ x: x - size / 2, y: y - size / 2, radius: size / 2, isFilled: true }),
        ),
      ],
    });
  }

  /** An arrow drawn over the table would cling to whatever wedge is under it. */
  override canBind(): boolean {
    return false;
  }

  override component(shape: WedgeShape) {
    return <FrameThing shape={shape} draw={drawWedge} title={shape.props.text} edits="wedge" maxLength={300} />;
  }

  override indicator({ props }: WedgeShape) {
    return <path d={pathOf(props)} />;
  }

  getIndicatorPath({ props }: WedgeShape): Path2D {
    return new Path2D(pathOf(props));
  }

  override toSvg(shape: WedgeShape, context: SvgExportContext) {
    return <FiledFrameThing shape={shape} draw={drawWedge} title={shape.props.text} context={context} />;
  }

  override getAriaDescriptor({ props }: WedgeShape): string | undefined {
    const t = say();
    return t?.(props.isFirst ? 'frame.say.interestFirst' : 'frame.say.interest', {
      title: props.text,
      weight: t(props.essential ? 'frame.say.essential' : 'frame.say.supporting'),
      ...props.voices,
    });
  }
}

function outline({ edges }: WedgeShape['props']): Vec[] {
  return wedgeOutline(frameTable, edges).map(({ x, y }) => new Vec(x, y));
}

function pathOf({ edges }: WedgeShape['props']): string {
  return closedPath(wedgeOutline(frameTable, edges));
}

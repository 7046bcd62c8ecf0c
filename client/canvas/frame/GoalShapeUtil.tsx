/** The goal in the middle, as tldraw handles it. */
import { Circle2d, Group2d, Rectangle2d, type SvgExportContext } from '@tldraw/tldraw';
import { drawGoal } from '#shared/drawings/drawGoal.ts';
import { goalMigrations, goalProps, type GoalShape } from './frameShapes.ts';
import { frameShapeTypes } from './frameShapeTypes.ts';
import { ProjectedShapeUtil, say } from '../projected/ProjectedShapeUtil.ts';
import { FiledFrameThing, FrameThing } from './FrameThing.tsx';

export class GoalShapeUtil extends ProjectedShapeUtil<GoalShape> {
  static override type = frameShapeTypes.goal;
  static override props = goalProps;
  static override migrations = goalMigrations;

  override getDefaultProps(): GoalShape['props'] {
    return { radius: 95, text: '', value: null, unit: '', until: null, progress: null };
  }

  override getGeometry({ props: { radius } }: GoalShape) {
    const half = radius * 0.7;
    return new Group2d({
      children: [
        new Circle2d({ radius, isFilled: true }),
        new Rectangle2d({
          x: radius - half,
          y: radius - half,
          width: half * 2,
          height: half * 2,
          isFilled: true,
          isLabel: true,
        }),
      ],
    });
  }

  override component(shape: GoalShape) {
    return <FrameThing shape={shape} draw={drawGoal} edits="goal" maxLength={10_000} isLong />;
  }

  override indicator({ props: { radius } }: GoalShape) {
    return <circle cx={radius} cy={radius} r={radius} />;
  }

  getIndicatorPath({ props: { radius } }: GoalShape): Path2D {
    const path = new Path2D();
    path.arc(radius, radius, radius, 0, Math.PI * 2);
    return path;
  }

  override toSvg(shape: GoalShape, context: SvgExportContext) {
    return <FiledFrameThing shape={shape} draw={drawGoal} context={context} />;
  }

  override getAriaDescriptor({ props }: GoalShape): string | undefined {
    return say()?.('frame.say.goal', { statement: props.text });
  }
}

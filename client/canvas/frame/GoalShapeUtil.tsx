/** The goal in the middle, as tldraw handles it. */
import { Circle2d, Group2d, Rectangle2d, SVGContainer, useIsEditing, type SvgExportContext } from '@tldraw/tldraw';
import { framePalettes, screenPalette, type FramePalette } from '#shared/views/frame/framePalette.ts';
import { goalMigrations, goalProps, type GoalShape } from './frameShapes.ts';
import { frameShapeTypes } from './frameShapeTypes.ts';
import { FrameShapeUtil, say } from './FrameShapeUtil.ts';
import { GoalDrawing } from './GoalDrawing.tsx';
import { InPlaceText } from './InPlaceText.tsx';
import { useFrameWords } from './useFrameWords.ts';

export class GoalShapeUtil extends FrameShapeUtil<GoalShape> {
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
    return <Goal shape={shape} />;
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
    return <DrawnGoal shape={shape} palette={context.isDarkMode ? framePalettes.dark : framePalettes.light} />;
  }

  override getAriaDescriptor({ props }: GoalShape): string | undefined {
    return say()?.('frame.say.goal', { statement: props.text });
  }
}

function Goal({ shape }: { readonly shape: GoalShape }) {
  const isEditing = useIsEditing(shape.id);
  const { radius } = shape.props;
  return (
    <>
      <SVGContainer>
        <DrawnGoal shape={shape} palette={screenPalette} />
      </SVGContainer>
      {isEditing && (
        <InPlaceText
          shape={shape}
          edits="goal"
          box={{ x: radius * 0.22, y: radius * 0.5, width: radius * 1.56, height: radius }}
          fontSize={radius * 0.1}
          align="center"
          maxLength={10_000}
          isLong
        />
      )}
    </>
  );
}

function DrawnGoal({ shape, palette }: { readonly shape: GoalShape; readonly palette: FramePalette }) {
  const words = useFrameWords();
  return <GoalDrawing goal={shape.props} palette={palette} words={words} />;
}

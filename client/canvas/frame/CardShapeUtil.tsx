/** An organization in an interest, as tldraw handles it. */
import { Group2d, Rectangle2d, SVGContainer, useIsEditing, type SvgExportContext } from '@tldraw/tldraw';
import { CardDrawing } from './CardDrawing.tsx';
import { framePalettes, screenPalette, type FramePalette } from '#shared/views/frame/framePalette.ts';
import { cardMigrations, cardProps, type CardShape } from './frameShapes.ts';
import { frameShapeTypes } from './frameShapeTypes.ts';
import { FrameShapeUtil, say } from './FrameShapeUtil.ts';
import { InPlaceText } from './InPlaceText.tsx';
import { frameMeasures } from '#shared/views/frame/frameMeasures.ts';
import { useDetail, type Detail } from './useDetail.ts';
import { useFrameWords } from './useFrameWords.ts';

const { width, height, footer } = frameMeasures.card;

export class CardShapeUtil extends FrameShapeUtil<CardShape> {
  static override type = frameShapeTypes.card;
  static override props = cardProps;
  static override migrations = cardMigrations;

  override getDefaultProps(): CardShape['props'] {
    return {
      w: width,
      h: height,
      organizationId: '',
      interestId: null,
      text: '',
      sector: null,
      sectorLabel: '',
      engagement: 'not_contacted',
      tokenCount: 0,
    };
  }

  override getGeometry({ props: { w, h } }: CardShape) {
    return new Group2d({
      children: [
        new Rectangle2d({ width: w, height: h, isFilled: true }),
        new Rectangle2d({ x: 4, y: 2, width: w - 8, height: h - footer - 6, isFilled: true, isLabel: true }),
      ],
    });
  }

  override hideSelectionBoundsFg(): boolean {
    return false;
  }

  override component(shape: CardShape) {
    return <Card shape={shape} />;
  }

  override indicator({ props: { w, h } }: CardShape) {
    return <rect width={w} height={h} rx={6} />;
  }

  getIndicatorPath({ props: { w, h } }: CardShape): Path2D {
    const path = new Path2D();
    path.roundRect(0, 0, w, h, 6);
    return path;
  }

  override toSvg(shape: CardShape, context: SvgExportContext) {
    return (
      <DrawnCard shape={shape} detail="full" palette={context.isDarkMode ? framePalettes.dark : framePalettes.light} />
    );
  }

  override getAriaDescriptor({ props }: CardShape): string | undefined {
    const t = say();
    return t?.('frame.say.card', {
      name: props.text,
      sector: props.sectorLabel || props.sector || '',
      engagement: t(`frame.engagement.${props.engagement}`),
    });
  }
}

function Card({ shape }: { readonly shape: CardShape }) {
  const isEditing = useIsEditing(shape.id);
  const detail = useDetail();
  const { w, h } = shape.props;
  return (
    <>
      <SVGContainer>
        <DrawnCard shape={shape} detail={detail} palette={screenPalette} />
      </SVGContainer>
      {isEditing && (
        <InPlaceText
          shape={shape}
          edits="card"
          box={{ x: 2, y: 0, width: w - 4, height: h - footer }}
          fontSize={13}
          maxLength={300}
        />
      )}
    </>
  );
}

interface DrawnCardProps {
  readonly shape: CardShape;
  readonly detail: Detail;
  readonly palette: FramePalette;
}

function DrawnCard({ shape, detail, palette }: DrawnCardProps) {
  const words = useFrameWords();
  return <CardDrawing card={shape.props} palette={palette} words={words} detail={detail} />;
}

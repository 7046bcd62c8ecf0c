/** An organization in an interest, as tldraw handles it. */
import { Group2d, Rectangle2d, type SvgExportContext } from '@tldraw/tldraw';
import { drawCard } from '#shared/drawings/drawCard.ts';
import { cardMigrations, cardProps, type CardShape } from './frameShapes.ts';
import { frameShapeTypes } from './frameShapeTypes.ts';
import { ProjectedShapeUtil, say } from '../projected/ProjectedShapeUtil.ts';
import { FiledFrameThing, LevelledFrameThing } from './FrameThing.tsx';
import { frameMeasures } from '#shared/views/frame/frameMeasures.ts';

const { width, height, footer } = frameMeasures.card;

export class CardShapeUtil extends ProjectedShapeUtil<CardShape> {
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
    return <LevelledFrameThing shape={shape} draw={drawCard} title={shape.props.text} edits="card" maxLength={300} />;
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
    return <FiledFrameThing shape={shape} draw={drawCard} title={shape.props.text} context={context} />;
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

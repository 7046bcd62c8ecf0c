/** An organization in an interest, as tldraw handles it. */
import { Group2d, Rectangle2d, type SvgExportContext } from '@tldraw/tldraw';
import { drawCard } from '#shared/drawings/drawCard.ts';
import { cardMigrations, cardProps, type CardShape } from './frameShapes.ts';
import { frameShapeTypes } from './frameShapeTypes.ts';
import { ProjectedShapeUtil, say } from '../projected/ProjectedShapeUtil.ts';
import { FiledFrameThing, LevelledFrameThing } from './FrameThing.tsx';
import { LitCard } from './LitCard.tsx';

/** Before layout has written it. */
const unwritten: CardShape['props']['form'] = {
  width: 124,
  height: 34,
  ratio: 1,
  hasStrip: true,
  textX: 22,
  textWidth: 76,
  lines: [],
  second: [],
  isCut: false,
  more: 0,
};

export class CardShapeUtil extends ProjectedShapeUtil<CardShape> {
  static override type = frameShapeTypes.card;
  static override props = cardProps;
  static override migrations = cardMigrations;

  override getDefaultProps(): CardShape['props'] {
    return {
      organizationId: '',
      interestId: null,
      text: '',
      sector: null,
      sectorLabel: '',
      engagement: 'not_contacted',
      tokenCount: 0,
      form: unwritten,
    };
  }

  override getGeometry({ props: { form } }: CardShape) {
    const { width, height, textX, textWidth } = form;
    return new Group2d({
      children: [
        new Rectangle2d({ width, height, isFilled: true }),
        new Rectangle2d({
          x: textX,
          y: 2,
          width: Math.max(textWidth, 8),
          height: height - 4,
          isFilled: true,
          isLabel: true,
        }),
      ],
    });
  }

  override hideSelectionBoundsFg(): boolean {
    return false;
  }

  override component(shape: CardShape) {
    return (
      <>
        <LevelledFrameThing
          shape={shape}
          draw={drawCard}
          title={shape.props.text}
          edits="card"
          maxLength={300}
          ratio={shape.props.form.ratio}
        />
        <LitCard card={shape} />
      </>
    );
  }

  override indicator({ props: { form } }: CardShape) {
    return <rect width={form.width} height={form.height} rx={6} />;
  }

  getIndicatorPath({ props: { form } }: CardShape): Path2D {
    const path = new Path2D();
    path.roundRect(0, 0, form.width, form.height, 6);
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

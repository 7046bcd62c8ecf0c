/** A representative on a card, as tldraw handles it. */
import { Rectangle2d, type SvgExportContext } from '@tldraw/tldraw';
import { drawToken } from '#shared/drawings/drawToken.ts';
import { tokenMigrations, tokenProps, type TokenShape } from './frameShapes.ts';
import { frameShapeTypes } from './frameShapeTypes.ts';
import { ProjectedShapeUtil, say } from '../projected/ProjectedShapeUtil.ts';
import { FiledFrameThing, LevelledFrameThing } from './FrameThing.tsx';
import { frameMeasures } from '#shared/views/frame/frameMeasures.ts';

export class TokenShapeUtil extends ProjectedShapeUtil<TokenShape> {
  static override type = frameShapeTypes.token;
  static override props = tokenProps;
  static override migrations = tokenMigrations;

  override getDefaultProps(): TokenShape['props'] {
    return {
      size: frameMeasures.token.size,
      representativeId: '',
      organizationId: '',
      interestId: null,
      kind: 'designee',
      text: '',
      atTable: false,
    };
  }

  override getGeometry({ props: { size } }: TokenShape) {
    return new Rectangle2d({ width: size, height: size, isFilled: true });
  }

  /** Arrows go to cards: a token is too small, and stands on several cards at once. */
  override canBind(): boolean {
    return false;
  }

  override component(shape: TokenShape) {
    const { size, kind, text } = shape.props;
    const plain = kind === 'decision_maker' ? frameMeasures.token.diamond : frameMeasures.token.size;
    return (
      <LevelledFrameThing
        shape={shape}
        draw={drawToken}
        title={text}
        edits="token"
        maxLength={300}
        ratio={size / plain}
      />
    );
  }

  override indicator({ props: { size } }: TokenShape) {
    return <rect width={size} height={size} rx={3} />;
  }

  getIndicatorPath({ props: { size } }: TokenShape): Path2D {
    const path = new Path2D();
    path.roundRect(0, 0, size, size, 3);
    return path;
  }

  override toSvg(shape: TokenShape, context: SvgExportContext) {
    return <FiledFrameThing shape={shape} draw={drawToken} title={shape.props.text} context={context} />;
  }

  override getAriaDescriptor({ props }: TokenShape): string | undefined {
    const t = say();
    return t?.('frame.say.token', {
      kind: t(`frame.tools.${props.kind}`),
      role: props.text || t('frame.noTitle'),
    });
  }
}

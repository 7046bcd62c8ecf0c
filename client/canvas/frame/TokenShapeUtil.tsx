/** A representative on a card, as tldraw handles it. */
import { Rectangle2d, SVGContainer, useIsEditing, type SvgExportContext } from '@tldraw/tldraw';
import { framePalettes, screenPalette, type FramePalette } from '#shared/views/frame/framePalette.ts';
import { tokenMigrations, tokenProps, type TokenShape } from './frameShapes.ts';
import { frameShapeTypes } from './frameShapeTypes.ts';
import { FrameShapeUtil, say } from './FrameShapeUtil.ts';
import { InPlaceText } from './InPlaceText.tsx';
import { KindMark } from './KindMark.tsx';
import { frameMeasures } from '#shared/views/frame/frameMeasures.ts';
import { useDetail } from './useDetail.ts';
import { useFrameWords } from './useFrameWords.ts';

export class TokenShapeUtil extends FrameShapeUtil<TokenShape> {
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
    return <Token shape={shape} />;
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
    return (
      <DrawnToken larger={1} shape={shape} palette={context.isDarkMode ? framePalettes.dark : framePalettes.light} />
    );
  }

  override getAriaDescriptor({ props }: TokenShape): string | undefined {
    const t = say();
    return t?.('frame.say.token', {
      kind: t(`frame.tools.${props.kind}`),
      role: props.text || t('frame.noTitle'),
    });
  }
}

function Token({ shape }: { readonly shape: TokenShape }) {
  const isEditing = useIsEditing(shape.id);
  const detail = useDetail();
  return (
    <>
      <SVGContainer>
        <DrawnToken
          shape={shape}
          palette={screenPalette}
          larger={detail === 'full' ? 1 : detail === 'names' ? 1.04 : 1.2}
          isLettered={detail !== 'signs'}
        />
      </SVGContainer>
      {isEditing && (
        <InPlaceText
          shape={shape}
          edits="token"
          box={{ x: 0, y: shape.props.size + 4, width: 180, height: 24 }}
          fontSize={12}
          maxLength={300}
        />
      )}
    </>
  );
}

interface DrawnTokenProps {
  readonly shape: TokenShape;
  readonly palette: FramePalette;
  /** From afar tokens take what room there is between them. */
  readonly larger: number;
  /** Letters too small to be read are left out. */
  readonly isLettered?: boolean;
}

function DrawnToken({ shape, palette, larger, isLettered = true }: DrawnTokenProps) {
  const words = useFrameWords();
  const { size, kind, atTable, text } = shape.props;
  return (
    <>
      <title>{text}</title>
      <KindMark
        kind={kind}
        letters={isLettered ? words.letter(kind) : ''}
        x={size / 2}
        y={size / 2}
        size={size * larger}
        palette={palette}
        state={atTable ? 'present' : 'away'}
      />
    </>
  );
}

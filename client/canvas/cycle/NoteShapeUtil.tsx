/** A stage note, as tldraw handles it. */
import { Group2d, Rectangle2d, SVGContainer, useIsEditing, type SvgExportContext, type TLHandle } from '@tldraw/tldraw';
import { useTranslation } from 'react-i18next';
import { FrameShapeUtil, say } from '../frame/FrameShapeUtil.ts';
import { cyclePalettes, cycleScreenPalette, type CyclePalette } from '#shared/cycle/cyclePalette.ts';
import { cycleMigrations, emptyNote, noteProps, type NoteShape } from './cycleShapes.ts';
import { cycleShapeTypes } from './cycleShapeTypes.ts';
import { CycleText } from './CycleText.tsx';
import { NoteDrawing } from './NoteDrawing.tsx';
import { pulled, PulledLine, pullHandle, type HandleDrag } from './PulledLine.tsx';
import { useCycleWords } from './useCycleWords.ts';
import { useIsFar } from './useIsFar.ts';

export class NoteShapeUtil extends FrameShapeUtil<NoteShape> {
  static override type = cycleShapeTypes.note;
  static override props = noteProps;
  static override migrations = cycleMigrations.note;

  override getDefaultProps(): NoteShape['props'] {
    return emptyNote;
  }

  override getGeometry({ props: { w, h, ratio } }: NoteShape) {
    const edge = 8 * ratio;
    return new Group2d({
      children: [
        new Rectangle2d({ width: w, height: h, isFilled: true }),
        new Rectangle2d({ x: edge, y: edge, width: w - edge * 2, height: h - edge * 2, isFilled: true, isLabel: true }),
      ],
    });
  }

  override getHandles(shape: NoteShape): TLHandle[] {
    return pullHandle(shape.props, say()?.('cycle.link'));
  }

  override onHandleDrag(shape: NoteShape, drag: HandleDrag) {
    return pulled<NoteShape>(shape, drag.handle);
  }

  override onHandleDragCancel(shape: NoteShape): void {
    this.editor.updateShape({ id: shape.id, type: shape.type, props: { pull: null } });
  }

  override hideSelectionBoundsFg(): boolean {
    return false;
  }

  override component(shape: NoteShape) {
    return <Note shape={shape} />;
  }

  override indicator({ id, props: { w, h, ratio } }: NoteShape) {
    // the field in which one writes has a line of its own, and may be larger
    if (this.editor.getEditingShapeId() === id) return null;
    return <rect width={w} height={h} rx={9 * ratio} />;
  }

  getIndicatorPath({ props: { w, h, ratio } }: NoteShape): Path2D {
    const path = new Path2D();
    path.roundRect(0, 0, w, h, 9 * ratio);
    return path;
  }

  override toSvg(shape: NoteShape, context: SvgExportContext) {
    const palette = context.isDarkMode ? cyclePalettes.dark : cyclePalettes.light;
    return <DrawnNote shape={shape} palette={palette} isFar={false} />;
  }

  override getAriaDescriptor({ props }: NoteShape): string | undefined {
    const t = say();
    return t?.('cycle.say.note', { kind: t(`cycle.kind.${props.stage}`), text: props.text });
  }
}

function Note({ shape }: { readonly shape: NoteShape }) {
  const { t } = useTranslation();
  const isEditing = useIsEditing(shape.id);
  const { w, h, ratio } = shape.props;
  const isFar = useIsFar(ratio);
  return (
    <>
      <SVGContainer>
        <DrawnNote shape={shape} palette={cycleScreenPalette} isFar={isFar} />
        <PulledLine shape={shape} />
      </SVGContainer>
      {isEditing && (
        <CycleText
          shape={shape}
          label={t('cycle.edit.note')}
          box={{ x: 0, y: 0, width: w, height: h }}
          fontSize={14 * ratio}
          maxLength={10_000}
        />
      )}
    </>
  );
}

interface DrawnNoteProps {
  readonly shape: NoteShape;
  readonly palette: CyclePalette;
  readonly isFar: boolean;
}

function DrawnNote({ shape, palette, isFar }: DrawnNoteProps) {
  const words = useCycleWords();
  return <NoteDrawing note={shape.props} palette={palette} words={words} isFar={isFar} />;
}

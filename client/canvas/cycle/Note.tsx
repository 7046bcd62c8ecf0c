/** A stage note on the canvas: its drawing, the line pulled out of it, and the field in which it is written. */
import { SVGContainer, useIsEditing } from '@tldraw/tldraw';
import { useTranslation } from 'react-i18next';
import { cycleScreenPalette, type CyclePalette } from '#shared/views/cycle/cyclePalette.ts';
import { type NoteShape } from './cycleShapes.ts';
import { CycleText } from './CycleText.tsx';
import { NoteDrawing } from './NoteDrawing.tsx';
import { PulledLine } from './PulledLine.tsx';
import { useCycleWords } from './useCycleWords.ts';
import { useIsFar } from './useIsFar.ts';

export function Note({ shape }: { readonly shape: NoteShape }) {
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

export function DrawnNote({ shape, palette, isFar }: DrawnNoteProps) {
  const words = useCycleWords();
  return <NoteDrawing note={shape.props} palette={palette} words={words} isFar={isFar} />;
}

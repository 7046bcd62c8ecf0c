/** An experiment on the canvas: its drawing, the line pulled out of it, and the field in which its title is written. */
import { SVGContainer, useIsEditing } from '@tldraw/tldraw';
import { useTranslation } from 'react-i18next';
import { cycleScreenPalette, type CyclePalette } from '#shared/views/cycle/cyclePalette.ts';
import { type ExperimentShape } from './cycleShapes.ts';
import { CycleText } from './CycleText.tsx';
import { ExperimentDrawing } from './ExperimentDrawing.tsx';
import { PulledLine } from './PulledLine.tsx';
import { useCycleWords } from './useCycleWords.ts';
import { useIsFar } from './useIsFar.ts';

export function Experiment({ shape }: { readonly shape: ExperimentShape }) {
  const { t } = useTranslation();
  const isEditing = useIsEditing(shape.id);
  const { w, ratio } = shape.props;
  const isFar = useIsFar(ratio);
  return (
    <>
      <SVGContainer>
        <DrawnExperiment shape={shape} palette={cycleScreenPalette} isFar={isFar} />
        <PulledLine shape={shape} />
      </SVGContainer>
      {isEditing && (
        <CycleText
          shape={shape}
          label={t('cycle.edit.experiment')}
          box={{ x: 4 * ratio, y: 22 * ratio, width: w - 8 * ratio, height: 54 * ratio }}
          fontSize={14 * ratio}
          maxLength={300}
        />
      )}
    </>
  );
}

interface DrawnExperimentProps {
  readonly shape: ExperimentShape;
  readonly palette: CyclePalette;
  readonly isFar: boolean;
}

export function DrawnExperiment({ shape, palette, isFar }: DrawnExperimentProps) {
  const words = useCycleWords();
  return <ExperimentDrawing experiment={shape.props} palette={palette} words={words} isFar={isFar} />;
}

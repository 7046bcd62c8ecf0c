/** A round on the canvas: its drawing, its spot for an experiment, and the field in which its question is written. */
import { SVGContainer, useIsEditing } from '@tldraw/tldraw';
import { useTranslation } from 'react-i18next';
import { cyclePalettes, cycleScreenPalette } from '#shared/views/cycle/cyclePalette.ts';
import { type RoundShape } from './cycleShapes.ts';
import { CycleText } from './CycleText.tsx';
import { RoundDrawing } from './RoundDrawing.tsx';
import { SpotButton } from './SpotButton.tsx';
import { useCycleWords } from './useCycleWords.ts';

export function Round({ shape }: { readonly shape: RoundShape }) {
  const { t } = useTranslation();
  const words = useCycleWords();
  const isEditing = useIsEditing(shape.id);
  const { hubRadius, next, ratio } = shape.props;
  return (
    <>
      <SVGContainer>
        <RoundDrawing round={shape.props} palette={cycleScreenPalette} words={words} hasSpot />
      </SVGContainer>
      {next && <SpotButton makes="experiment" label={t('cycle.addExperimentTo')} box={next} at={shape} />}
      {isEditing && (
        <CycleText
          shape={shape}
          label={t('cycle.edit.round')}
          box={{ x: -hubRadius * 0.8, y: -hubRadius * 0.5, width: hubRadius * 1.6, height: hubRadius }}
          fontSize={15 * ratio}
          align="center"
          maxLength={10_000}
        />
      )}
    </>
  );
}

export function DrawnRound({ shape, isDark }: { readonly shape: RoundShape; readonly isDark: boolean }) {
  const words = useCycleWords();
  const palette = isDark ? cyclePalettes.dark : cyclePalettes.light;
  return <RoundDrawing round={shape.props} palette={palette} words={words} hasSpot={false} />;
}

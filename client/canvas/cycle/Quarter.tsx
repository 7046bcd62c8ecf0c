/** A quarter on the canvas: its drawing with one of its questions at a time, and its spot for a note. */
import { SVGContainer, stopEventPropagation } from '@tldraw/tldraw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cyclePalettes, cycleScreenPalette } from '#shared/views/cycle/cyclePalette.ts';
import { type QuarterShape } from './cycleShapes.ts';
import { NextPrompt } from './NextPrompt.tsx';
import { QuarterDrawing } from './QuarterDrawing.tsx';
import { SpotButton } from './SpotButton.tsx';
import { useCycleWords } from './useCycleWords.ts';

type PromptNumber = 1 | 2 | 3 | 4;

export function Quarter({ shape }: { readonly shape: QuarterShape }) {
  const { t } = useTranslation();
  const words = useCycleWords();
  // Everybody begins with the same question; whoever wants another one turns it for themselves.
  const [prompt, setPrompt] = useState<PromptNumber>(1);
  const { props } = shape;
  const stage = t(`cycle.stage.${props.stage}`);
  return (
    <>
      <SVGContainer>
        <QuarterDrawing quarter={props} palette={cycleScreenPalette} words={words} prompt={prompt} hasSpot />
      </SVGContainer>
      {props.next && <SpotButton makes="note" label={t('cycle.addNoteTo', { stage })} box={props.next} at={shape} />}
      {props.isOpen && (
        <NextPrompt
          quarter={props}
          label={t('cycle.nextPromptOf', { stage })}
          onNext={() => setPrompt((now) => ((now % 4) + 1) as PromptNumber)}
          stop={stopEventPropagation}
        />
      )}
    </>
  );
}

export function DrawnQuarter({ shape, isDark }: { readonly shape: QuarterShape; readonly isDark: boolean }) {
  const words = useCycleWords();
  const palette = isDark ? cyclePalettes.dark : cyclePalettes.light;
  return <QuarterDrawing quarter={shape.props} palette={palette} words={words} prompt={1} hasSpot={false} />;
}

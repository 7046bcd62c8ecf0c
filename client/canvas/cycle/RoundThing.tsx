/** A round and its quarters on the canvas: their drawings, what is pressed in them, and the field for the question of the round. */
import { SVGContainer, useIsEditing } from '@tldraw/tldraw';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PromptNumber } from '#shared/drawings/CycleLook.ts';
import { drawQuarter } from '#shared/drawings/drawQuarter.ts';
import { drawRound } from '#shared/drawings/drawRound.ts';
import { cycleScreenPalette } from '#shared/views/cycle/cyclePalette.ts';
import { Drawn, partOf } from '../drawn/Drawn.tsx';
import { TextInPlace } from '../projected/TextInPlace.tsx';
import type { QuarterShape, RoundShape } from './cycleShapes.ts';
import { NextPrompt } from './NextPrompt.tsx';
import { SpotButton } from './SpotButton.tsx';
import { useCycleWords } from './useCycleWords.ts';

export function Round({ shape }: { readonly shape: RoundShape }) {
  const { t } = useTranslation();
  const { props } = shape;
  const words = useCycleWords();
  const isEditing = useIsEditing(shape.id);
  const drawing = useMemo(() => drawRound(props, { palette: cycleScreenPalette, words, isFar: false }), [props, words]);
  const spot = partOf(drawing, 'add');
  const place = isEditing ? partOf(drawing, 'write') : undefined;
  return (
    <>
      <SVGContainer>
        <Drawn drawing={drawing} />
      </SVGContainer>
      {spot && <SpotButton makes="experiment" label={t('cycle.addExperimentTo')} box={spot} at={shape} />}
      {place && <TextInPlace shape={shape} label={t('cycle.edit.round')} place={place} maxLength={10_000} mayBeEmpty />}
    </>
  );
}

export function Quarter({ shape }: { readonly shape: QuarterShape }) {
  const { t } = useTranslation();
  const { props } = shape;
  const words = useCycleWords();
  // Everybody begins with the same question; whoever wants another one turns it for themselves.
  const [prompt, setPrompt] = useState<PromptNumber>(1);
  const drawing = useMemo(
    () => drawQuarter(props, { palette: cycleScreenPalette, words, isFar: false }, prompt),
    [props, words, prompt],
  );
  const stage = words.say(`stage.${props.stage}`);
  const spot = partOf(drawing, 'add');
  const turn = partOf(drawing, 'turn');
  return (
    <>
      <SVGContainer>
        <Drawn drawing={drawing} />
      </SVGContainer>
      {spot && <SpotButton makes="note" label={t('cycle.addNoteTo', { stage })} box={spot} at={shape} />}
      {turn && (
        <NextPrompt
          place={turn}
          label={t('cycle.nextPromptOf', { stage })}
          onNext={() => setPrompt((now) => ((now % 4) + 1) as PromptNumber)}
        />
      )}
    </>
  );
}

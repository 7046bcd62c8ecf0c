/** A note or an experiment on the canvas: its drawing, the line pulled out of it, and the field in which it is written. */
import { SVGContainer, useIsEditing } from '@tldraw/tldraw';
import { useMemo } from 'react';
import type { CycleLook } from '#shared/drawings/CycleLook.ts';
import { drawExperiment } from '#shared/drawings/drawExperiment.ts';
import { drawNote } from '#shared/drawings/drawNote.ts';
import type { Drawing } from '#shared/drawings/Shape.ts';
import { cycleScreenPalette } from '#shared/views/cycle/cyclePalette.ts';
import { useTranslation } from 'react-i18next';
import { Drawn, partOf } from '../drawn/Drawn.tsx';
import { TextInPlace } from '../projected/TextInPlace.tsx';
import type { ExperimentShape, NoteShape } from './cycleShapes.ts';
import { PulledLine } from './PulledLine.tsx';
import { useCycleWords } from './useCycleWords.ts';
import { useIsFar } from './useIsFar.ts';

interface WorkThingProps<S extends NoteShape | ExperimentShape> {
  readonly shape: S;
  readonly draw: (props: S['props'], look: CycleLook) => Drawing;
  readonly label: string;
  readonly maxLength: number;
}

function WorkThing<S extends NoteShape | ExperimentShape>({ shape, draw, label, maxLength }: WorkThingProps<S>) {
  const { props } = shape;
  const words = useCycleWords();
  const isEditing = useIsEditing(shape.id);
  const isFar = useIsFar(props.ratio);
  const drawing = useMemo(
    () => draw(props, { palette: cycleScreenPalette, words, isFar }),
    [draw, props, words, isFar],
  );
  const place = isEditing ? partOf(drawing, 'write') : undefined;
  return (
    <>
      <SVGContainer>
        <Drawn drawing={drawing} title={props.text} />
        <PulledLine shape={shape} />
      </SVGContainer>
      {place && <TextInPlace shape={shape} label={label} place={place} maxLength={maxLength} />}
    </>
  );
}

export function Note({ shape }: { readonly shape: NoteShape }) {
  const { t } = useTranslation();
  return <WorkThing shape={shape} draw={drawNote} label={t('cycle.edit.note')} maxLength={10_000} />;
}

export function Experiment({ shape }: { readonly shape: ExperimentShape }) {
  const { t } = useTranslation();
  return <WorkThing shape={shape} draw={drawExperiment} label={t('cycle.edit.experiment')} maxLength={300} />;
}

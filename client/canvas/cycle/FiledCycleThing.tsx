/** A thing of the cycle in a picture file of the canvas: everything, in plain colors, without what is pressed. */
import type { SvgExportContext } from '@tldraw/tldraw';
import { drawExperiment } from '#shared/drawings/drawExperiment.ts';
import { drawLink } from '#shared/drawings/drawLink.ts';
import { drawNote } from '#shared/drawings/drawNote.ts';
import { drawQuarter } from '#shared/drawings/drawQuarter.ts';
import { drawRound } from '#shared/drawings/drawRound.ts';
import type { CycleLook } from '#shared/drawings/CycleLook.ts';
import type { Drawing } from '#shared/drawings/Shape.ts';
import { cyclePalettes } from '#shared/views/cycle/cyclePalette.ts';
import { Drawn } from '../drawn/Drawn.tsx';
import type { CycleShape } from './cycleShapes.ts';
import { cycleShapeTypes } from './cycleShapeTypes.ts';
import { useCycleWords } from './useCycleWords.ts';

export interface FiledCycleThingProps {
  readonly shape: CycleShape;
  readonly context: SvgExportContext;
}

export function FiledCycleThing({ shape, context }: FiledCycleThingProps) {
  const words = useCycleWords();
  const palette = context.isDarkMode ? cyclePalettes.dark : cyclePalettes.light;
  const drawing = drawingOf(shape, { palette, words, isFar: false });
  const isWork = shape.type === cycleShapeTypes.note || shape.type === cycleShapeTypes.experiment;
  return <Drawn drawing={drawing} title={isWork ? shape.props.text : undefined} onPaper />;
}

function drawingOf(shape: CycleShape, look: CycleLook): Drawing {
  switch (shape.type) {
    case cycleShapeTypes.note:
      return drawNote(shape.props, look);
    case cycleShapeTypes.experiment:
      return drawExperiment(shape.props, look);
    case cycleShapeTypes.quarter:
      return drawQuarter(shape.props, look);
    case cycleShapeTypes.round:
      return drawRound(shape.props, look);
    case cycleShapeTypes.link:
      return drawLink(shape.props, look.palette);
  }
}

/**
 * The shapes of the cycle are known to the canvas from the start, their drawings come after it: nothing of the cycle stands on
 * the canvas before the late parts put it there, and these bring the drawings along (WEIGHT-2, decision 0100).
 */
import { lazy, Suspense, type ComponentType } from 'react';
import type { ExperimentShape, NoteShape, QuarterShape, RoundShape } from './cycleShapes.ts';

export async function loadCycleDrawings() {
  const { cycleDrawings } = await import('./cycleDrawings.ts');
  return cycleDrawings;
}

type Drawn<Shape> = { readonly shape: Shape };

const LazyRound = lazy(async () => ({ default: (await loadCycleDrawings()).Round }));
const LazyQuarter = lazy(async () => ({ default: (await loadCycleDrawings()).Quarter }));
const LazyNote = lazy(async () => ({ default: (await loadCycleDrawings()).Note }));
const LazyExperiment = lazy(async () => ({ default: (await loadCycleDrawings()).Experiment }));

function waiting<Shape>(Part: ComponentType<Drawn<Shape>>, shape: Shape) {
  return (
    <Suspense fallback={null}>
      <Part shape={shape} />
    </Suspense>
  );
}

export const LateRound = ({ shape }: Drawn<RoundShape>) => waiting(LazyRound, shape);
export const LateQuarter = ({ shape }: Drawn<QuarterShape>) => waiting(LazyQuarter, shape);
export const LateNote = ({ shape }: Drawn<NoteShape>) => waiting(LazyNote, shape);
export const LateExperiment = ({ shape }: Drawn<ExperimentShape>) => waiting(LazyExperiment, shape);

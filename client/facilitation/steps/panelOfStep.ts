/** The panel that a step brings beside the canvas, where it brings one. */
import type { Step } from '#shared/wire/WorkshopState.ts';

export type StepPanel = 'coverage' | 'findings' | 'actions';

export function panelOfStep({ view }: Pick<Step, 'view'>): StepPanel | null {
  return view === 'coverage' || view === 'findings' || view === 'actions' ? view : null;
}

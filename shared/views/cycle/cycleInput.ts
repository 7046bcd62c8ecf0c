/** What of the map the cycle shows, in the words of its layout. */
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { CycleInput } from './CycleLayout.ts';

const experimentPrefix = 'experiment:';

/** The experiment that a note rests on: `experiment:e1` in its evidence. */
export function experimentOf(note: { readonly evidence: string }): string | null {
  return note.evidence.startsWith(experimentPrefix) ? note.evidence.slice(experimentPrefix.length).trim() : null;
}

export function evidenceOf(experiment: string): string {
  return `${experimentPrefix}${experiment}`;
}

/** `left`: where the cycle begins (`cycleLeft`). */
export function cycleInput(map: PartnershipMap, left: number): CycleInput {
  return {
    rounds: map.iterations.map(({ id, number, status }) => ({ id, number, isOpen: status === 'open' })),
    notes: map.notes.map((note) => ({
      id: note.id,
      round: note.iteration,
      stage: note.stage,
      notes: note.links,
      experiment: experimentOf(note),
    })),
    experiments: map.experiments.map(({ id, iteration, hypothesis_note_id }) => ({
      id,
      round: iteration,
      hypothesis: hypothesis_note_id,
    })),
    left,
  };
}

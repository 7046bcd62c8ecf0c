/** How the notes of a round spread over the four stages. Parked notes do not count. */
import type { MapIndex } from '../MapIndex.ts';
import { type Stage, stages } from '#shared/kinds/values.ts';

const thinBelow = 0.1;
const notesNeeded = 12;

export interface StageShare {
  readonly stage: Stage;
  readonly notes: number;
  /** 0 to 1; 0 in a round without notes */
  readonly share: number;
}

/** One row per stage, in the order of the cycle. */
export function stageShares(index: MapIndex, round: number): readonly StageShare[] {
  const byStage = index.notesOfRound.get(round);
  const counts = stages.map((stage) => byStage?.[stage].length ?? 0);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return stages.map((stage, place) => {
    const notes = counts[place] ?? 0;
    return { stage, notes, share: total === 0 ? 0 : notes / total };
  });
}

/** Stages below 10 % in a round with 12 or more notes. */
export function thinStages(index: MapIndex, round: number): readonly Stage[] {
  const shares = stageShares(index, round);
  const total = shares.reduce((sum, row) => sum + row.notes, 0);
  return total < notesNeeded ? [] : shares.filter((row) => row.share < thinBelow).map((row) => row.stage);
}

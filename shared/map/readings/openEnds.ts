/** What a round leaves open that its group could still say before it is closed. Pure. */
import type { EntityOf } from '../collections.ts';
import type { PartnershipMap } from '../PartnershipMap.ts';

export interface OpenEnds {
  /** Something was found or tried, and nothing was reflected on. */
  readonly isUnreflected: boolean;
  /** Tried, and what came of it is not written down. */
  readonly withoutResult: readonly EntityOf<'experiments'>[];
}

export function openEnds(map: PartnershipMap, round: number): OpenEnds {
  const notes = map.notes.filter((note) => note.iteration === round && !note.parked);
  const tried = map.experiments.filter(({ iteration, status }) => iteration === round && status !== 'stopped');
  const has = (stage: EntityOf<'notes'>['stage']): boolean => notes.some((note) => note.stage === stage);
  return {
    isUnreflected: (has('solution_finding') || tried.length > 0) && !has('analyzing_reflecting'),
    withoutResult: tried.filter(({ result }) => result.trim() === ''),
  };
}

/** CYC: always be problem-solving. Which stages are weak, what was learned, where a round stands still. */
import type { EntityOf } from '../collections.ts';
import { daysBetween } from '../days.ts';
import type { MapIndex } from '../MapIndex.ts';
import { thinStages } from '../readings/stageShares.ts';
import { type Stage, stages } from '#shared/kinds/values.ts';
import type { Observation, Rule } from './Finding.ts';

type Round = EntityOf<'iterations'>;

const isEmpty = (text: string) => text.trim() === '';

/** How many notes of the round are in a stage. */
function notesIn(index: MapIndex, round: Round, stage: Stage): number {
  return index.notesOfRound.get(round.number)?.[stage].length ?? 0;
}

const subjectOf = (round: Round) => `iteration:${round.number}`;

/** Solutions of a round that has no reflection; 0 when CYC-1 is silent. */
function unreflected(index: MapIndex, round: Round): number {
  const solutions = notesIn(index, round, 'solution_finding');
  return solutions >= 3 && notesIn(index, round, 'analyzing_reflecting') === 0 ? solutions : 0;
}

/** Stages that a round with solutions left out before. */
function leftOut(index: MapIndex, round: Round): readonly Stage[] {
  if (notesIn(index, round, 'solution_finding') === 0) return [];
  const before: Stage[] = ['problem_defining', 'interpreting_hypothesizing'];
  return before.filter((stage) => notesIn(index, round, stage) === 0);
}

const noReflection: Rule = (index) =>
  index.map.iterations.flatMap((round): Observation[] => {
    const count = unreflected(index, round);
    return count === 0 ? [] : [{ severity: 'alert', subject: subjectOf(round), data: { count } }];
  });

const jumpedToSolutions: Rule = (index) =>
  index.map.iterations.flatMap((round): Observation[] => {
    const missing = leftOut(index, round);
    return missing.length === 0 ? [] : [{ severity: 'warning', subject: subjectOf(round), data: { missing } }];
  });

const thinOnStage: Rule = (index) =>
  index.map.iterations.flatMap((round) => {
    const named: Stage[] = [
      ...leftOut(index, round),
      ...(unreflected(index, round) > 0 ? (['analyzing_reflecting'] as const) : []),
    ];
    return thinStages(index, round.number)
      .filter((stage) => !named.includes(stage))
      .map((stage): Observation => ({ severity: 'insight', subject: subjectOf(round), data: { stage } }));
  });

const learnedNothing: Rule = (index) =>
  index.map.iterations.flatMap((round): Observation[] => {
    const reflections = index.notesOfRound.get(round.number)?.analyzing_reflecting ?? [];
    if (round.status !== 'closed' || reflections.length === 0 || !isEmpty(round.carried_insight)) return [];
    const ids = new Set(reflections.map((note) => note.id));
    const isTakenUp = index.map.notes.some(
      (note) =>
        note.stage === 'problem_defining' &&
        note.iteration > round.number &&
        !note.parked &&
        note.links.some((link) => ids.has(link)),
    );
    return isTakenUp ? [] : [{ severity: 'warning', subject: subjectOf(round) }];
  });

const standsStill: Rule = (index) => {
  const newest = new Map<number, string>();
  for (const note of index.map.notes) {
    if (note.created_on !== null && note.created_on > (newest.get(note.iteration) ?? ''))
      newest.set(note.iteration, note.created_on);
  }
  return index.map.iterations.flatMap((round): Observation[] => {
    if (round.status !== 'open' || round.started_on === null) return [];
    const days = daysBetween(newest.get(round.number) ?? round.started_on, index.asOf);
    if (daysBetween(round.started_on, index.asOf) <= 180 || days <= 60) return [];
    return [{ severity: 'warning', subject: subjectOf(round), data: { days } }];
  });
};

const thinTwice: Rule = (index) => {
  const [before, latest] = index.map.iterations.toSorted((a, b) => a.number - b.number).slice(-2);
  if (!before || !latest || latest.number !== before.number + 1) return [];
  const thinBefore = thinStages(index, before.number);
  return thinStages(index, latest.number)
    .filter((stage) => thinBefore.includes(stage))
    .map((stage) => ({ severity: 'insight', subject: subjectOf(latest), data: { stage } }));
};

const withoutEvidence: Rule = (index) =>
  index.map.iterations.flatMap((round): Observation[] => {
    const reflections = index.notesOfRound.get(round.number)?.analyzing_reflecting ?? [];
    const count = reflections.filter((note) => note.links.length === 0 && isEmpty(note.evidence)).length;
    if (reflections.length < 2 || count * 2 <= reflections.length) return [];
    return [{ severity: 'insight', subject: subjectOf(round), data: { count, total: reflections.length } }];
  });

const allTheWayRound: Rule = (index) =>
  index.map.iterations
    .filter(
      (round) =>
        round.status === 'closed' &&
        !isEmpty(round.carried_insight) &&
        stages.every((stage) => notesIn(index, round, stage) > 0) &&
        (index.experimentsOfRound.get(round.number) ?? []).some((experiment) => !isEmpty(experiment.result)),
    )
    .map((round) => ({ severity: 'strength', subject: subjectOf(round) }));

export const cycleRules: Readonly<Record<string, Rule>> = {
  'CYC-1': noReflection,
  'CYC-2': jumpedToSolutions,
  'CYC-3': thinOnStage,
  'CYC-4': learnedNothing,
  'CYC-5': standsStill,
  'CYC-6': thinTwice,
  'CYC-7': withoutEvidence,
  'CYC-8': allTheWayRound,
};

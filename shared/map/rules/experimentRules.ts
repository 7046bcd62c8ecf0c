/** EXP: thinking and doing. Do experiments say what they test, count, and lead to? */
import type { EntityOf } from '../collections.ts';
import { daysBetween } from '../days.ts';
import type { MapIndex } from '../MapIndex.ts';
import type { Observation, Rule } from './Finding.ts';

const isEmpty = (text: string) => text.trim() === '';
const isTried = (experiment: EntityOf<'experiments'>) => experiment.status !== 'stopped';
const isUnderWay = (experiment: EntityOf<'experiments'>) =>
  experiment.status === 'running' || experiment.status === 'finished';

/** A finding for each experiment that fits. */
function each(
  index: MapIndex,
  severity: Observation['severity'],
  fits: (experiment: EntityOf<'experiments'>) => boolean,
) {
  return index.map.experiments.filter(fits).map((experiment) => ({ severity, subject: `experiment:${experiment.id}` }));
}

const noMeasure: Rule = (index) =>
  each(
    index,
    'warning',
    (experiment) => isTried(experiment) && (isEmpty(experiment.measure) || isEmpty(experiment.success_threshold)),
  );

const noHypothesis: Rule = (index) =>
  each(
    index,
    'warning',
    (experiment) => isTried(experiment) && experiment.hypothesis_note_id === null && isEmpty(experiment.hypothesis),
  );

const thinkingOnly: Rule = (index) =>
  index.map.iterations.flatMap((round): Observation[] => {
    if (round.status !== 'open' || round.started_on === null || daysBetween(round.started_on, index.asOf) <= 60)
      return [];
    const notes = index.notesOfRound.get(round.number);
    const thoughts = (notes?.problem_defining.length ?? 0) + (notes?.interpreting_hypothesizing.length ?? 0);
    const isDoing = (index.experimentsOfRound.get(round.number) ?? []).some(isUnderWay);
    return thoughts < 3 || isDoing ? [] : [{ severity: 'warning', subject: `iteration:${round.number}` }];
  });

const oneCourseOnly: Rule = (index) =>
  index.map.iterations.flatMap((round): Observation[] => {
    const tried = (index.experimentsOfRound.get(round.number) ?? []).filter(isTried).length;
    if (round.status !== 'open' || round.number < 2 || tried !== 1) return [];
    return [{ severity: 'insight', subject: `iteration:${round.number}` }];
  });

const noResult: Rule = (index) =>
  index.map.experiments.flatMap((experiment): Observation[] => {
    if (
      !isTried(experiment) ||
      experiment.end_on === null ||
      experiment.end_on >= index.asOf ||
      !isEmpty(experiment.result)
    )
      return [];
    return [{ severity: 'alert', subject: `experiment:${experiment.id}`, data: { date: experiment.end_on } }];
  });

const noOwner: Rule = (index) =>
  each(
    index,
    'warning',
    (experiment) =>
      (experiment.status === 'proposed' || experiment.status === 'running') && experiment.owner_org_id === null,
  );

const notDecided: Rule = (index) =>
  each(
    index,
    'warning',
    (experiment) => experiment.status === 'finished' && !isEmpty(experiment.result) && experiment.decision === null,
  );

export const experimentRules: Readonly<Record<string, Rule>> = {
  'EXP-1': noMeasure,
  'EXP-2': noHypothesis,
  'EXP-3': thinkingOnly,
  'EXP-4': oneCourseOnly,
  'EXP-5': noResult,
  'EXP-6': noOwner,
  'EXP-7': notDecided,
};

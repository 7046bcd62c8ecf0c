/** SYS: change the system. Does what we do fit what we say? */
import { groupBy, type MapIndex } from '../MapIndex.ts';
import { goalGaps, headlineIndicator } from '../readings/goalPath.ts';
import type { Observation, Rule } from './Finding.ts';

/** Relationships, power and ways of thinking. */
const deepConditions: readonly string[] = ['relationships', 'power', 'mental_models'];

/** Solution notes and experiments; parked notes do not count. */
function items(index: MapIndex) {
  const notes = index.map.notes.filter((note) => note.stage === 'solution_finding' && !note.parked);
  return [...notes, ...index.map.experiments];
}

const isSystemWork = (item: { readonly level: string | null }) => item.level === 'system' || item.level === 'mixed';

const onlyPrograms: Rule = (index) => {
  const claim = index.map.partnership.level_of_intervention;
  const leveled = items(index).filter((item) => item.level !== null);
  const claimsSystem = claim === 'system' || claim === 'both';
  if (!claimsSystem || leveled.length < 3 || leveled.some(isSystemWork)) return [];
  return [{ severity: 'alert', subject: 'partnership', data: { count: leveled.length } }];
};

const noLevelYet: Rule = (index) => {
  const all = items(index);
  const count = all.filter((item) => item.level === null).length;
  if (all.length < 4 || count * 2 < all.length) return [];
  return [{ severity: 'insight', subject: 'partnership', data: { count, total: all.length } }];
};

const claimsDoNotFit: Rule = (index) => {
  const { goal, partnership } = index.map;
  const isMeasurable = goal.statement.trim() !== '' && goalGaps(goal).length === 0;
  if (!isMeasurable || headlineIndicator(index)?.level !== 'population') return [];
  const why = [
    ...(partnership.level_of_intervention === 'program' ? ['level'] : []),
    ...(partnership.charge === 'thinking' || partnership.charge === 'doing' ? ['charge'] : []),
  ];
  return why.length === 0 ? [] : [{ severity: 'warning', subject: 'partnership', data: { why } }];
};

const notYetDeep: Rule = (index) => {
  const work = items(index).filter((item) => isSystemWork(item) && item.conditions.length > 0);
  const isDeep = work.some((item) => item.conditions.some((condition) => deepConditions.includes(condition)));
  return work.length < 2 || isDeep ? [] : [{ severity: 'insight', subject: 'partnership' }];
};

const oneCarriesMost: Rule = (index) => {
  const actions = index.map.actions.filter((action) => action.status === 'open' || action.status === 'doing');
  const owned = [...index.map.experiments, ...actions].filter((item) => item.owner_org_id !== null);
  if (owned.length < 4) return [];
  const observations: Observation[] = [];
  for (const [organization, work] of groupBy(owned, (item) => item.owner_org_id)) {
    if (work.length * 2 <= owned.length) continue;
    const share = Math.round((work.length / owned.length) * 100);
    observations.push({ severity: 'warning', subject: `organization:${organization}`, data: { share } });
  }
  return observations;
};

const changedTheSystem: Rule = (index) =>
  index.map.experiments
    .filter(
      (experiment) => isSystemWork(experiment) && experiment.status === 'finished' && experiment.decision === 'adopt',
    )
    .map((experiment) => ({ severity: 'strength', subject: `experiment:${experiment.id}` }));

export const systemRules: Readonly<Record<string, Rule>> = {
  'SYS-1': onlyPrograms,
  'SYS-2': noLevelYet,
  'SYS-3': claimsDoNotFit,
  'SYS-4': notYetDeep,
  'SYS-5': oneCarriesMost,
  'SYS-6': changedTheSystem,
};

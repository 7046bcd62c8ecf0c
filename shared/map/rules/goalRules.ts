/** GOAL: name a specific and measurable result. */
import { daysBetween } from '../days.ts';
import type { MapIndex } from '../MapIndex.ts';
import { actualMeasurements, goalGaps, goalPath, headlineIndicator, latestOf } from '../readings/goalPath.ts';
import type { Observation, Rule } from './Finding.ts';

const daysInMonth = 30.44;
const monthsWhenEmpty = 12;

const isEmpty = (text: string) => text.trim() === '';
const hasStatement = (index: MapIndex) => !isEmpty(index.map.goal.statement);

const noGoal: Rule = (index) => (hasStatement(index) ? [] : [{ severity: 'alert', subject: 'goal' }]);

const notMeasurable: Rule = (index) => {
  const missing = hasStatement(index) ? goalGaps(index.map.goal) : [];
  return missing.length === 0 ? [] : [{ severity: 'alert', subject: 'goal', data: { missing } }];
};

const forWhomAndWhere: Rule = (index) => {
  const { goal } = index.map;
  if (!hasStatement(index)) return [];
  const missing = [...(isEmpty(goal.population) ? ['population'] : []), ...(isEmpty(goal.place) ? ['place'] : [])];
  return missing.length === 0 ? [] : [{ severity: 'warning', subject: 'goal', data: { missing } }];
};

const noSource: Rule = (index) =>
  index.map.goal.indicator_id !== null && isEmpty(index.map.goal.data_source)
    ? [{ severity: 'warning', subject: 'goal' }]
    : [];

const datesDoNotWork: Rule = (index) => {
  const { baseline, target } = index.map.goal;
  if (target.date === null) return [];
  const isOrder = baseline.date !== null && target.date <= baseline.date;
  const isPast = target.date < index.asOf && index.map.partnership.status !== 'closed';
  if (!isOrder && !isPast) return [];
  return [{ severity: 'alert', subject: 'goal', data: { why: isOrder ? 'order' : 'past' } }];
};

const wrongWay: Rule = (index) => {
  const { direction, baseline, target } = index.map.goal;
  if (baseline.value === null || target.value === null) return [];
  const isWrong =
    (direction === 'increase' && target.value <= baseline.value) ||
    (direction === 'decrease' && target.value >= baseline.value);
  return isWrong ? [{ severity: 'alert', subject: 'goal' }] : [];
};

const notAgreed: Rule = (index) => {
  const { goal, iterations, experiments } = index.map;
  const isUnderWay =
    iterations.some((round) => round.status === 'closed') ||
    experiments.some((experiment) => experiment.status === 'running' || experiment.status === 'finished');
  return goal.status !== 'agreed' && isUnderWay ? [{ severity: 'warning', subject: 'goal' }] : [];
};

const behindThePath: Rule = (index) => {
  const path = goalPath(index);
  if (path?.status !== 'behind') return [];
  return [{ severity: 'warning', subject: 'goal', data: { latest: path.latest, expected: path.expected } }];
};

const oldNumber: Rule = (index) =>
  index.map.indicators.flatMap((indicator): Observation[] => {
    if (indicator.status === 'proposed') return [];
    const latest = latestOf(actualMeasurements(index, indicator.id));
    const allowedDays = 1.5 * (indicator.update_every_months ?? monthsWhenEmpty) * daysInMonth;
    if (!latest || daysBetween(latest.date, index.asOf) <= allowedDays) return [];
    return [{ severity: 'insight', subject: `indicator:${indicator.id}`, data: { date: latest.date } }];
  });

const onlyOneGroup: Rule = (index) => {
  const headline = headlineIndicator(index);
  const rows = headline ? (index.measurementsOf.get(headline.id) ?? []) : [];
  if (!headline || rows.length === 0 || rows.some((row) => row.group !== 'all')) return [];
  return [{ severity: 'insight', subject: `indicator:${headline.id}` }];
};

/** From the first to the last value of a group: the number for everybody got better, and theirs got worse. */
const groupFalls: Rule = (index) => {
  const headline = headlineIndicator(index);
  const { direction } = index.map.goal;
  if (!headline || direction === 'keep') return [];
  const better = direction === 'increase' ? 1 : -1;
  const rows = actualMeasurements(index, headline.id).toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const ofAll = rows.filter(({ group }) => group === 'all');
  const groups = [...new Set(rows.map(({ group }) => group))].filter((group) => {
    const own = rows.filter((row) => row.group === group);
    const [first, last] = [own[0], own.at(-1)];
    if (group === 'all' || first === undefined || last === undefined || first.date === last.date) return false;
    const from = latestOf(ofAll.filter(({ date }) => date <= first.date)) ?? ofAll[0];
    const to = latestOf(ofAll.filter(({ date }) => date <= last.date));
    if (from === undefined || to === undefined || from.date >= to.date) return false;
    return (to.value - from.value) * better > 0 && (last.value - first.value) * better < 0;
  });
  return groups.length === 0 ? [] : [{ severity: 'insight', subject: `indicator:${headline.id}`, data: { groups } }];
};

const countsPrograms: Rule = (index) => {
  const headline = headlineIndicator(index);
  return headline?.level === 'performance' ? [{ severity: 'warning', subject: `indicator:${headline.id}` }] : [];
};

export const goalRules: Readonly<Record<string, Rule>> = {
  'GOAL-1': noGoal,
  'GOAL-2': notMeasurable,
  'GOAL-3': forWhomAndWhere,
  'GOAL-4': noSource,
  'GOAL-5': datesDoNotWork,
  'GOAL-6': wrongWay,
  'GOAL-7': notAgreed,
  'GOAL-8': behindThePath,
  'GOAL-9': oldNumber,
  'GOAL-10': onlyOneGroup,
  'GOAL-11': countsPrograms,
  'GOAL-12': groupFalls,
};

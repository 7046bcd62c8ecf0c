/** TRUST: trust is imperative. Claims against evidence and pulse; nothing below the threshold is looked at. */
import type { EntityOf } from '../collections.ts';
import { daysBetween } from '../days.ts';
import type { MapIndex } from '../MapIndex.ts';
import { rounded } from '../readings/goalPath.ts';
import { latestTrustStage } from '../readings/latestTrustStage.ts';
import { closedPulses, isShown, meanOf, type PulseItem, pulseItems, shownPulses } from '../readings/pulse.ts';
import type { TrustStage } from '#shared/kinds/values.ts';
import type { Observation, Rule } from './Finding.ts';

const lowMean = 3;
const fall = 0.5;
const slack = 1e-9;

const claimsMuch = (stage: TrustStage | undefined) => stage === 'norming' || stage === 'performing';

const skippedStages: Rule = (index) => {
  const stage = latestTrustStage(index)?.stage;
  if (!claimsMuch(stage)) return [];
  const shown = new Set(
    index.map.trust_stages
      .filter(
        (record) =>
          record.date !== null && record.date <= index.asOf && record.evidence.some((line) => line.trim() !== ''),
      )
      .map((record) => record.stage),
  );
  const earlier: TrustStage[] = stage === 'performing' ? ['storming', 'norming'] : ['storming'];
  const missing = earlier.filter((one) => !shown.has(one));
  return missing.length === 0 ? [] : [{ severity: 'alert', subject: 'trust', data: { missing } }];
};

/** Items of the latest shown pulse that have answers. */
function latestItems(
  index: MapIndex,
): { readonly pulse: EntityOf<'trust_pulses'>; readonly items: readonly PulseItem[] } | null {
  const pulse = shownPulses(index).at(-1);
  return pulse ? { pulse, items: pulseItems(index, pulse) ?? [] } : null;
}

const claimAgainstPulse: Rule = (index) => {
  const latest = latestItems(index);
  if (!latest || !claimsMuch(latestTrustStage(index)?.stage)) return [];
  let lowest: { readonly item: string; readonly mean: number } | null = null;
  for (const { item, counts } of latest.items) {
    const mean = meanOf(counts);
    if (mean !== null && mean < lowMean - slack && (lowest === null || mean < lowest.mean)) lowest = { item, mean };
  }
  if (!lowest) return [];
  return [
    {
      severity: 'warning',
      subject: `pulse:${latest.pulse.id}`,
      data: { item: lowest.item, mean: rounded(lowest.mean) },
    },
  ];
};

const dividedRoom: Rule = (index) => {
  const latest = latestItems(index);
  const items = latest?.items.filter((item) => item.divided).map((item) => item.item) ?? [];
  return !latest || items.length === 0
    ? []
    : [{ severity: 'insight', subject: `pulse:${latest.pulse.id}`, data: { items } }];
};

const fellSince: Rule = (index) => {
  const before = shownPulses(index).at(-2);
  const latest = latestItems(index);
  if (!before || !latest) return [];
  return latest.items.flatMap(({ item, counts }): Observation[] => {
    const [was, is] = [meanOf(before.items[item] ?? []), meanOf(counts)];
    if (was === null || is === null || was - is < fall - slack) return [];
    return [{ severity: 'warning', subject: `pulse:${latest.pulse.id}`, data: { item, drop: rounded(was - is) } }];
  });
};

const tooFewAnswers: Rule = (index) => {
  const latest = closedPulses(index).at(-1);
  if (!latest) return [];
  const hidden = !isShown(index, latest);
  if (!hidden && latest.responded * 10 >= latest.invited * 6) return [];
  return [{ severity: 'insight', subject: `pulse:${latest.id}`, data: { hidden } }];
};

const manyNew: Rule = (index) => {
  const since = latestTrustStage(index)?.date ?? null;
  const all = index.representatives.length;
  if (since === null || all < 5) return [];
  const joined = index.representatives.filter((person) => person.since !== null && person.since > since).length;
  if (joined * 10 < all * 3) return [];
  return [{ severity: 'insight', subject: 'trust', data: { share: Math.round((joined / all) * 100) } }];
};

const noRuleForConflict: Rule = (index) => {
  if (!claimsMuch(latestTrustStage(index)?.stage)) return [];
  const covered = new Set<string>([...index.agreementsInForce.values()].flatMap((agreement) => agreement.covers));
  const missing = ['decision_making', 'conflict_resolution'].filter((topic) => !covered.has(topic));
  return missing.length === 0 ? [] : [{ severity: 'warning', subject: 'trust', data: { missing } }];
};

const longAgo: Rule = (index) => {
  const latest = closedPulses(index).at(-1);
  if (!latest || daysBetween(latest.closed_on, index.asOf) <= 183) return [];
  return [{ severity: 'insight', subject: `pulse:${latest.id}`, data: { date: latest.closed_on } }];
};

export const trustRules: Readonly<Record<string, Rule>> = {
  'TRUST-1': skippedStages,
  'TRUST-2': claimAgainstPulse,
  'TRUST-3': dividedRoom,
  'TRUST-4': fellSince,
  'TRUST-5': tooFewAnswers,
  'TRUST-6': manyNew,
  'TRUST-7': noRuleForConflict,
  'TRUST-8': longAgo,
};

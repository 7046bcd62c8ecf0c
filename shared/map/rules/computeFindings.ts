/** Findings of a map on a day: computed in table order, arranged for people. */
import type { EntityOf } from '../collections.ts';
import { acknowledgementId } from '#shared/kinds/ids.ts';
import type { MapIndex } from '../MapIndex.ts';
import { type Severity, severities } from '#shared/kinds/values.ts';
import { dataOf, type Finding, subjectOf } from './Finding.ts';
import { ruleFacts, rules } from './ruleBook.ts';

/** Findings of one rule, in the order of their subjects on the map. */
export function findingsOf(index: MapIndex, rule: string): readonly Finding[] {
  const observe = rules[rule];
  if (!observe) throw new Error(`there is no rule ${rule}`);
  return observe(index).map(({ severity, subject, data }) => ({ rule, severity, subject, ...data }));
}

/** All findings in table order. */
export function computeFindings(index: MapIndex): readonly Finding[] {
  return ruleFacts.flatMap(({ id }) => findingsOf(index, id));
}

function isEssential(index: MapIndex, finding: Finding): boolean {
  const { type, id } = subjectOf(finding);
  return type === 'interest' && index.interests.get(id)?.weight === 'essential';
}

/** For people: alerts, warnings, insights, strengths; essential interests first; then table order. */
export function arrangeFindings(index: MapIndex, findings: readonly Finding[]): readonly Finding[] {
  const rank = (finding: Finding) => severities.indexOf(finding.severity) * 2 + (isEssential(index, finding) ? 0 : 1);
  return findings.toSorted((a, b) => rank(a) - rank(b));
}

/** What a finding said: when it changes, an accepted finding comes back. */
export function fingerprint(finding: Finding): string {
  const data = Object.entries(dataOf(finding)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([finding.severity, data]);
}

export interface FindingState {
  readonly finding: Finding;
  /** the acceptance that still holds, or null */
  readonly accepted: EntityOf<'acknowledgements'> | null;
}

/** Arranged findings, each with the acceptance that holds for it. */
export function findingStates(index: MapIndex): readonly FindingState[] {
  const accepted = new Map(index.map.acknowledgements.map((one) => [one.id, one]));
  return arrangeFindings(index, computeFindings(index)).map((finding) => {
    const found = accepted.get(acknowledgementId(finding.rule, finding.subject));
    return { finding, accepted: found && found.seen === fingerprint(finding) ? found : null };
  });
}

/** One card per rule and severity: the same rule with several subjects is one card with a list. */
export interface FindingCard {
  readonly rule: string;
  readonly severity: Severity;
  readonly findings: readonly FindingState[];
}

/** Cards in the order in which people see them. */
export function findingCards(states: readonly FindingState[]): readonly FindingCard[] {
  const cards = new Map<string, { rule: string; severity: Severity; findings: FindingState[] }>();
  for (const state of states) {
    const key = `${state.finding.severity} ${state.finding.rule}`;
    const card = cards.get(key);
    if (card) card.findings.push(state);
    else cards.set(key, { rule: state.finding.rule, severity: state.finding.severity, findings: [state] });
  }
  return [...cards.values()];
}

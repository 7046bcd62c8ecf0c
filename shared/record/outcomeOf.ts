/**
 * What a workshop left on the map: what stands there at its end and did not at its start. Each thing that counts has a mark made
 * of what was decided about it, so that the start is a list of short words, and a goal that was agreed anew counts anew.
 */
import { digest } from '#shared/kinds/ids.ts';
import { type Severity, severities } from '#shared/kinds/values.ts';
import type { EntityOf } from '#shared/map/collections.ts';
import { indexMap, type MapIndex } from '#shared/map/MapIndex.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { revealsRating, withoutRatings } from '#shared/map/ratings.ts';
import { isShown } from '#shared/map/readings/pulse.ts';
import { findingFacts } from '#shared/map/rules/describeFinding.ts';
import type { FindingValue } from '#shared/map/rules/Finding.ts';
import { sheetRecords } from './sheetRecords.ts';
import type { Decision, Outcome } from './WorkshopRecord.ts';

/** Marks of all that stands there. */
export function standing(map: PartnershipMap, asOf: string): readonly string[] {
  const found = lookedThrough(map, asOf);
  return Object.values(found).flatMap((list: readonly Marked<unknown>[]) => list.map(({ mark }) => mark));
}

export function outcomeOf(map: PartnershipMap, asOf: string, atStart: Iterable<string>): Outcome {
  const before = new Set(atStart);
  const since = <T>(list: readonly Marked<T>[]): T[] =>
    list.flatMap(({ mark, thing }) => (before.has(mark) ? [] : [thing]));
  const { sheets, decisions, pulses, actions } = lookedThrough(map, asOf);
  return { sheets: since(sheets), decisions: since(decisions), pulses: since(pulses), actions: since(actions) };
}

interface Marked<T> {
  readonly mark: string;
  readonly thing: T;
}

type LookedThrough = { readonly [part in keyof Outcome]: readonly Marked<Outcome[part][number]>[] };

function lookedThrough(map: PartnershipMap, asOf: string): LookedThrough {
  const index = indexMap(withoutRatings(map), asOf);
  return {
    sheets: sheetRecords(map).map(({ id, sheet }) => marked(sheet, 'sheet', id, sheet)),
    decisions: [
      ...goalAgreed(map),
      ...map.interests
        .filter(({ weight }) => weight === 'essential')
        .map(({ id, title }) => marked<Decision>({ what: 'essential', text: title }, 'essential', id)),
      ...map.acknowledgements
        .filter(({ rule }) => !revealsRating('acknowledgements', 'rule', rule))
        .map((one) => marked(accepted(index, one), 'accepted', one.id, one.reason, one.seen)),
      ...map.agreements
        .filter(({ status }) => status === 'in_force')
        .map(({ id, title }) => marked<Decision>({ what: 'agreement', text: title }, 'agreement', id)),
      ...map.experiments.flatMap(({ id, title, decision }) =>
        decision === null
          ? []
          : [marked<Decision>({ what: 'experiment', text: title, decision }, 'tried', id, decision)],
      ),
    ],
    pulses: map.trust_pulses
      .filter((one) => isShown(index, one))
      .map((one) => marked(pulseOf(map, one), 'pulse', one.id)),
    actions: map.actions
      .filter(({ status, source }) => status !== 'dropped' && !revealsRating('actions', 'source', source))
      .map(({ id, title, owner_org_id, due_on }) =>
        marked({ title, owner: index.organizations.get(owner_org_id ?? '')?.name ?? '', due: due_on }, 'action', id),
      ),
  };
}

function marked<T>(thing: T, ...of: readonly unknown[]): Marked<T> {
  return { mark: digest(JSON.stringify(of)), thing };
}

function goalAgreed({ goal }: PartnershipMap): readonly Marked<Decision>[] {
  const statement = goal.statement.trim();
  if (goal.status !== 'agreed' || statement === '') return [];
  return [marked<Decision>({ what: 'goal', text: statement }, 'goal', statement)];
}

/** In the words of then: what it said is kept with the acceptance. */
function accepted(index: MapIndex, { rule, subject, reason, seen }: EntityOf<'acknowledgements'>): Decision {
  const { severity, data } = readSeen(seen);
  const { facts } = findingFacts(index, { ...data, rule, severity, subject });
  const copied = Object.entries(facts).map(
    ([name, fact]) => [name, typeof fact === 'object' ? [...fact] : fact] as const,
  );
  return { what: 'accepted', rule, severity, subject, facts: Object.fromEntries(copied), reason };
}

/** As `fingerprint` wrote it; a file may have none, or anything. */
function readSeen(seen: string): {
  readonly severity: Severity;
  readonly data: Readonly<Record<string, FindingValue>>;
} {
  try {
    const [said, data] = JSON.parse(seen) as readonly [unknown, readonly (readonly [string, FindingValue])[]];
    const severity = severities.find((one) => one === said);
    if (severity !== undefined) return { severity, data: Object.fromEntries(data.filter(([, one]) => isFact(one))) };
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
  }
  return { severity: 'insight', data: {} };
}

function isFact(value: unknown): boolean {
  return Array.isArray(value)
    ? value.every((one) => typeof one === 'string')
    : ['string', 'number', 'boolean'].includes(typeof value);
}

function pulseOf(
  map: PartnershipMap,
  { closed_on: on, invited, responded, items }: EntityOf<'trust_pulses'>,
): Outcome['pulses'][number] {
  const own = new Map(map.trust_items.map(({ id, text }) => [id, text.trim()]));
  return {
    on,
    invited,
    responded,
    items: Object.entries(items).map(([item, counts]) => ({ item, text: own.get(item) ?? '', counts: [...counts] })),
  };
}

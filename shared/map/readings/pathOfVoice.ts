/**
 * How the ideas of an organization reach a yes: the fewest steps from it, or from a body where it has a seat, to a
 * deciding body. One search from the deciding bodies backwards serves all organizations.
 */
import type { EntityOf } from '../collections.ts';
import type { MapIndex } from '../MapIndex.ts';
import { decidingBodies } from './decidingBodies.ts';

/** One step towards a deciding body: along a line, or by a person who sits in both bodies. */
export interface VoiceStep {
  readonly from: string;
  readonly to: string;
  readonly by: { readonly line: string } | { readonly person: string };
}

/** Ends of lines (`body:x`, ...) with their distance to a deciding body and the next step on the way. */
export interface VoiceReach {
  readonly steps: ReadonlyMap<string, number>;
  readonly next: ReadonlyMap<string, VoiceStep>;
}

/** Two representatives of one person have one key: the least id among those linked by `same_person_as`. */
function personKeys(index: MapIndex): ReadonlyMap<string, string> {
  const parent = new Map<string, string>();
  const root = (id: string): string => {
    let at = id;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
    return at;
  };
  for (const person of index.map.representatives) {
    if (person.same_person_as === null) continue;
    const [a, b] = [root(person.id), root(person.same_person_as)];
    if (a !== b) parent.set(a > b ? a : b, a > b ? b : a);
  }
  return new Map(index.representatives.map((person) => [person.id, root(person.id)]));
}

function bodiesOfPeople(index: MapIndex, keys: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const bodies = new Map<string, string[]>();
  for (const [representative, seats] of index.seatsOfRepresentative) {
    const key = keys.get(representative) ?? representative;
    bodies.set(key, [...(bodies.get(key) ?? []), ...seats.map((seat) => `body:${seat.body_id}`)]);
  }
  return bodies;
}

/** Agreed lines, seen from the end that they lead to: a voice channel one way, accountability both ways. */
function linesInto(index: MapIndex): ReadonlyMap<string, readonly VoiceStep[]> {
  const into = new Map<string, VoiceStep[]>();
  const add = (from: string, to: string, line: EntityOf<'lines'>) => {
    const steps = into.get(to);
    const made = { from, to, by: { line: line.id } };
    if (steps) steps.push(made);
    else into.set(to, [made]);
  };
  for (const line of index.lines) {
    if (line.status !== 'agreed') continue;
    add(line.from, line.to, line);
    if (line.kind === 'accountable_to') add(line.to, line.from, line);
  }
  return into;
}

/** Distances of everything that has a path to a deciding body. */
export function voiceReach(index: MapIndex): VoiceReach {
  const steps = new Map<string, number>();
  const next = new Map<string, VoiceStep>();
  const keys = personKeys(index);
  const bodiesOf = bodiesOfPeople(index, keys);
  const into = linesInto(index);
  const asked = new Set<string>();
  const queue = decidingBodies(index).map((body) => `body:${body.id}`);
  for (const start of queue) steps.set(start, 0);
  for (const to of queue) {
    const distance = (steps.get(to) ?? 0) + 1;
    const reach = (way: VoiceStep) => {
      if (steps.has(way.from)) return;
      steps.set(way.from, distance);
      next.set(way.from, way);
      queue.push(way.from);
    };
    for (const way of into.get(to) ?? []) reach(way);
    if (!to.startsWith('body:')) continue;
    for (const seat of index.seatsOfBody.get(to.slice('body:'.length)) ?? []) {
      const person = keys.get(seat.representative_id) ?? seat.representative_id;
      if (asked.has(person)) continue;
      asked.add(person);
      for (const from of bodiesOf.get(person) ?? []) reach({ from, to, by: { person: seat.representative_id } });
    }
  }
  return { steps, next };
}

/** Where an organization starts: itself, and every body where it has a current seat. */
function startsOf(index: MapIndex, organization: string): readonly string[] {
  const seats = (index.representativesOf.get(organization) ?? []).flatMap(
    (person) => index.seatsOfRepresentative.get(person.id) ?? [],
  );
  return [`organization:${organization}`, ...seats.map((seat) => `body:${seat.body_id}`)];
}

/** Fewest steps to a deciding body; a seat in one = 0; null = no path. */
export function pathSteps(index: MapIndex, reach: VoiceReach, organization: string): number | null {
  const found = startsOf(index, organization).flatMap((start) => reach.steps.get(start) ?? []);
  return found.length === 0 ? null : Math.min(...found);
}

/** The shortest way itself: where it starts and each step, or null. */
export function pathOfVoice(
  index: MapIndex,
  reach: VoiceReach,
  organization: string,
): { readonly start: string; readonly steps: readonly VoiceStep[] } | null {
  let start: string | null = null;
  for (const candidate of startsOf(index, organization)) {
    const distance = reach.steps.get(candidate);
    if (distance !== undefined && (start === null || distance < (reach.steps.get(start) ?? 0))) start = candidate;
  }
  if (start === null) return null;
  const steps: VoiceStep[] = [];
  for (let way = reach.next.get(start); way; way = reach.next.get(way.to)) steps.push(way);
  return { start, steps };
}

/** Steps of every grassroots partner, by id. */
export function grassrootsPathSteps(index: MapIndex): Readonly<Record<string, number | null>> {
  const reach = voiceReach(index);
  const grassroots = index.partners.filter((partner) => partner.grassroots).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return Object.fromEntries(grassroots.map((partner) => [partner.id, pathSteps(index, reach, partner.id)]));
}

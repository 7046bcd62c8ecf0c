/**
 * What is current on one day, indexed: built once per map and day, in one pass over each list; all readings and rules
 * look here. Only what invariant 5 calls current is in it: partners, their representatives of that day, their seats.
 */
import type { EntityOf } from './collections.ts';
import type { PartnershipMap } from './PartnershipMap.ts';
import { isActive, isCurrentOn, isInForce, isPartner } from './readings/current.ts';
import { endOf } from './references.ts';
import type { RepresentativeKind, Stage } from '#shared/kinds/values.ts';

export type KindCounts = Readonly<Record<RepresentativeKind, number>>;
export type StageNotes = Readonly<Record<Stage, readonly EntityOf<'notes'>[]>>;

export interface MapIndex {
  readonly map: PartnershipMap;
  readonly asOf: string;
  readonly organizations: ReadonlyMap<string, EntityOf<'organizations'>>;
  readonly interests: ReadonlyMap<string, EntityOf<'interests'>>;
  readonly bodies: ReadonlyMap<string, EntityOf<'bodies'>>;
  readonly notes: ReadonlyMap<string, EntityOf<'notes'>>;
  readonly indicators: ReadonlyMap<string, EntityOf<'indicators'>>;
  /** organizations at the table */
  readonly partners: readonly EntityOf<'organizations'>[];
  /** placements of partners that stand in an interest */
  readonly partnerPlacements: readonly EntityOf<'placements'>[];
  readonly placementsOfInterest: ReadonlyMap<string, readonly EntityOf<'placements'>[]>;
  /** interests in which an organization is placed, each once */
  readonly interestsOfOrganization: ReadonlyMap<string, readonly string[]>;
  /** active representatives */
  readonly representatives: readonly EntityOf<'representatives'>[];
  readonly activeRepresentatives: ReadonlyMap<string, EntityOf<'representatives'>>;
  readonly representativesOf: ReadonlyMap<string, readonly EntityOf<'representatives'>[]>;
  /** how many of each kind speak for an interest */
  readonly voices: ReadonlyMap<string, KindCounts>;
  readonly seatsOfBody: ReadonlyMap<string, readonly EntityOf<'seats'>[]>;
  readonly seatsOfRepresentative: ReadonlyMap<string, readonly EntityOf<'seats'>[]>;
  /** lines between ends that are current */
  readonly lines: readonly EntityOf<'lines'>[];
  readonly agreementsInForce: ReadonlyMap<string, EntityOf<'agreements'>>;
  /** notes of a round by stage, without parked ones */
  readonly notesOfRound: ReadonlyMap<number, StageNotes>;
  readonly experimentsOfRound: ReadonlyMap<number, readonly EntityOf<'experiments'>[]>;
  readonly measurementsOf: ReadonlyMap<string, readonly EntityOf<'measurements'>[]>;
}

function byId<E extends { readonly id: string }>(entities: readonly E[]): ReadonlyMap<string, E> {
  return new Map(entities.map((entity) => [entity.id, entity]));
}

/** Groups entities by a key; the ones without a key are left out. */
export function groupBy<E, K>(entities: readonly E[], keyOf: (entity: E) => K | null): ReadonlyMap<K, readonly E[]> {
  const groups = new Map<K, E[]>();
  for (const entity of entities) {
    const key = keyOf(entity);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(entity);
    else groups.set(key, [entity]);
  }
  return groups;
}

/** Interests a representative speaks for: its list; without a list all placements of its organization (1.6). */
export function spokenFor(
  person: EntityOf<'representatives'>,
  interestsOfOrganization: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  return person.interest_ids ?? interestsOfOrganization.get(person.organization_id) ?? [];
}

function countVoices(
  people: readonly EntityOf<'representatives'>[],
  interestsOfOrganization: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, KindCounts> {
  const voices = new Map<string, Record<RepresentativeKind, number>>();
  for (const person of people) {
    for (const interest of spokenFor(person, interestsOfOrganization)) {
      const counts = voices.get(interest) ?? { designee: 0, doer: 0, decision_maker: 0 };
      counts[person.kind] += 1;
      voices.set(interest, counts);
    }
  }
  return voices;
}

function sortNotes(notes: readonly EntityOf<'notes'>[]): ReadonlyMap<number, StageNotes> {
  const rounds = new Map<number, Record<Stage, EntityOf<'notes'>[]>>();
  for (const note of notes) {
    if (note.parked) continue;
    let round = rounds.get(note.iteration);
    if (!round) {
      round = { problem_defining: [], interpreting_hypothesizing: [], solution_finding: [], analyzing_reflecting: [] };
      rounds.set(note.iteration, round);
    }
    round[note.stage].push(note);
  }
  return rounds;
}

/** The index of a map on a day. */
export function indexMap(map: PartnershipMap, asOf: string): MapIndex {
  const organizations = byId(map.organizations);
  const partners = map.organizations.filter(isPartner);
  const partnerIds = new Set(partners.map((partner) => partner.id));
  const partnerPlacements = map.placements.filter(
    (placement) => placement.interest_id !== null && partnerIds.has(placement.organization_id),
  );
  const interestsOfOrganization = new Map<string, readonly string[]>();
  for (const [organization, placements] of groupBy(map.placements, (placement) => placement.organization_id)) {
    const interests = placements.flatMap((placement) => placement.interest_id ?? []);
    interestsOfOrganization.set(organization, [...new Set(interests)]);
  }
  const representatives = map.representatives.filter(
    (person) => partnerIds.has(person.organization_id) && isActive(person, asOf),
  );
  const activeRepresentatives = byId(representatives);
  const people = new Set(map.representatives.map((person) => person.id));
  const seats = map.seats.filter(
    (seat) => seat.status === 'agreed' && activeRepresentatives.has(seat.representative_id) && isCurrentOn(seat, asOf),
  );
  const isCurrentEnd = (end: string) => {
    const { type, id } = endOf(end);
    if (type === 'organization') return partnerIds.has(id) || !organizations.has(id);
    return type !== 'representative' || activeRepresentatives.has(id) || !people.has(id);
  };
  return {
    map,
    asOf,
    organizations,
    interests: byId(map.interests),
    bodies: byId(map.bodies),
    notes: byId(map.notes),
    indicators: byId(map.indicators),
    partners,
    partnerPlacements,
    placementsOfInterest: groupBy(partnerPlacements, (placement) => placement.interest_id),
    interestsOfOrganization,
    representatives,
    activeRepresentatives,
    representativesOf: groupBy(representatives, (person) => person.organization_id),
    voices: countVoices(representatives, interestsOfOrganization),
    seatsOfBody: groupBy(seats, (seat) => seat.body_id),
    seatsOfRepresentative: groupBy(seats, (seat) => seat.representative_id),
    lines: map.lines.filter((line) => isCurrentEnd(line.from) && isCurrentEnd(line.to)),
    agreementsInForce: byId(map.agreements.filter((agreement) => isInForce(agreement, asOf))),
    notesOfRound: sortNotes(map.notes),
    experimentsOfRound: groupBy(map.experiments, (experiment) => experiment.iteration),
    measurementsOf: groupBy(map.measurements, (measurement) => measurement.indicator_id),
  };
}

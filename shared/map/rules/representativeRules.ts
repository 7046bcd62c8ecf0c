/** REP: engage the right representatives. Who can decide, who would do it, whose voice is missing? */
import type { MapIndex } from '../MapIndex.ts';
import { type RepresentativeKind, representativeKinds } from '#shared/kinds/values.ts';
import type { Observation, Rule } from './Finding.ts';

/** Interests that have a partner but nobody of this kind who speaks for them. */
function interestsWithout(index: MapIndex, kind: RepresentativeKind) {
  return index.map.interests.filter(
    (interest) => index.placementsOfInterest.has(interest.id) && (index.voices.get(interest.id)?.[kind] ?? 0) === 0,
  );
}

const missingKind: Rule = (index) => {
  if (index.representatives.length < 3) return [];
  const present = new Set(index.representatives.map((person) => person.kind));
  return representativeKinds
    .filter((kind) => !present.has(kind))
    .map((kind) => ({ severity: 'alert', subject: `kind:${kind}` }));
};

const nobodyDecides: Rule = (index) =>
  interestsWithout(index, 'decision_maker').map((interest) => ({
    severity: interest.weight === 'essential' ? 'alert' : 'warning',
    subject: `interest:${interest.id}`,
  }));

const nobodyDoes: Rule = (index) =>
  interestsWithout(index, 'doer').map((interest) => ({ severity: 'warning', subject: `interest:${interest.id}` }));

const emptyChair: Rule = (index) =>
  index.partners
    .filter(
      (partner) =>
        (index.interestsOfOrganization.get(partner.id) ?? []).length > 0 && !index.representativesOf.has(partner.id),
    )
    .map((partner) => ({ severity: 'warning', subject: `organization:${partner.id}` }));

const noGrassroots: Rule = (index) =>
  index.representatives.length >= 5 &&
  !index.representatives.some((person) => index.organizations.get(person.organization_id)?.grassroots)
    ? [{ severity: 'alert', subject: 'partnership' }]
    : [];

const influentialButUnable: Rule = (index) =>
  index.partners.flatMap((partner): Observation[] => {
    const people = index.representativesOf.get(partner.id) ?? [];
    const isInfluential = (partner.influence ?? 0) >= 4;
    if (!isInfluential || people.length === 0 || people.some((person) => person.kind !== 'designee')) return [];
    return [{ severity: 'warning', subject: `organization:${partner.id}` }];
  });

const communityOnlyHeard: Rule = (index) => {
  const people = index.representatives.filter((person) => {
    const organization = index.organizations.get(person.organization_id);
    return organization?.sector === 'community' || organization?.grassroots === true;
  });
  if (people.length < 2 || people.some((person) => person.kind !== 'designee')) return [];
  return [{ severity: 'warning', subject: 'sector:community', data: { count: people.length } }];
};

const powerFromFewSectors: Rule = (index) => {
  const deciders = index.representatives.filter((person) => person.kind === 'decision_maker');
  const known = deciders.flatMap((person) => index.organizations.get(person.organization_id)?.sector ?? []);
  const sectors = [...new Set(known)].toSorted();
  // a decision-maker whose sector nobody wrote down may be from another one
  if (known.length < 4 || known.length < deciders.length || sectors.length > 2) return [];
  return [{ severity: 'insight', subject: 'partnership', data: { sectors } }];
};

const carriesTooMuch: Rule = (index) =>
  index.representatives.flatMap((person): Observation[] => {
    const count = index.seatsOfRepresentative.get(person.id)?.length ?? 0;
    return count < 4 ? [] : [{ severity: 'insight', subject: `representative:${person.id}`, data: { count } }];
  });

export const representativeRules: Readonly<Record<string, Rule>> = {
  'REP-1': missingKind,
  'REP-2': nobodyDecides,
  'REP-3': nobodyDoes,
  'REP-4': emptyChair,
  'REP-5': noGrassroots,
  'REP-6': influentialButUnable,
  'REP-7': communityOnlyHeard,
  'REP-8': powerFromFewSectors,
  'REP-9': carriesTooMuch,
};

/** INT: the interest-based frame. Who is around the goal, by interest, sector and part of the work. */
import type { EntityOf } from '../collections.ts';
import { groupBy, type MapIndex } from '../MapIndex.ts';
import { speaksFor } from '../readings/speaksFor.ts';
import { standardSectors } from '#shared/kinds/values.ts';
import type { Observation, Rule } from './Finding.ts';

const partnersForSectors = 4;
const expectedSectors = standardSectors.filter((sector) => sector !== 'education');
const expectedParts = ['practice', 'policymaking', 'funding'] as const;

/** Partners by sector, in the order of the standard sectors, then of the board's own. */
function partnersBySector(index: MapIndex): readonly (readonly [string, readonly EntityOf<'organizations'>[]])[] {
  const groups = groupBy(index.partners, (partner) => partner.sector);
  const codes = [...new Set([...standardSectors, ...groups.keys()])];
  return codes.flatMap((code) => {
    const group = groups.get(code);
    return group ? [[code, group] as const] : [];
  });
}

const nobodyAtTheTable: Rule = (index) =>
  index.partnerPlacements.length === 0
    ? []
    : index.map.interests
        .filter((interest) => !index.placementsOfInterest.has(interest.id))
        .map((interest) => ({
          severity: interest.weight === 'essential' ? 'alert' : 'warning',
          subject: `interest:${interest.id}`,
        }));

const aloneForItsSector: Rule = (index) =>
  index.partners.length < partnersForSectors
    ? []
    : partnersBySector(index).flatMap(([sector, partners]) => {
        const [only] = partners;
        return only && partners.length === 1
          ? [{ severity: 'warning', subject: `sector:${sector}`, data: { organization: only.id } }]
          : [];
      });

const businessesOfOneSize: Rule = (index) => {
  const sizes = index.partners
    .filter((partner) => partner.sector === 'business')
    .flatMap((partner) => (partner.size === 'small' || partner.size === 'large' ? [partner.size] : []));
  const [size] = sizes;
  if (!size || sizes.length < 2 || sizes.some((other) => other !== size)) return [];
  return [{ severity: 'warning', subject: 'sector:business', data: { size } }];
};

const sectorForOneInterest: Rule = (index) =>
  partnersBySector(index).flatMap(([sector, partners]): Observation[] => {
    const placed = partners
      .map((partner) => index.interestsOfOrganization.get(partner.id) ?? [])
      .filter((list) => list.length > 0);
    const interests = new Set(placed.flat());
    if (placed.length < 3 || interests.size !== 1) return [];
    return [{ severity: 'insight', subject: `sector:${sector}`, data: { count: placed.length } }];
  });

const onePersonForMany: Rule = (index) =>
  index.partners.flatMap((partner): Observation[] => {
    const people = index.representativesOf.get(partner.id) ?? [];
    const [only] = people;
    const count = only && people.length === 1 ? speaksFor(index, only).length : 0;
    return count < 3 ? [] : [{ severity: 'warning', subject: `organization:${partner.id}`, data: { count } }];
  });

const missingPart: Rule = (index) => {
  if (index.partnerPlacements.length < 4) return [];
  const present = new Set(index.partnerPlacements.map((placement) => placement.part_of_work));
  return expectedParts
    .filter((part) => !present.has(part))
    .map((part) => ({ severity: 'warning', subject: `part:${part}` }));
};

const missingSector: Rule = (index) => {
  if (index.partners.length < partnersForSectors) return [];
  const present = new Set(index.partners.map((partner) => partner.sector));
  return expectedSectors
    .filter((sector) => !present.has(sector))
    .map((sector) => ({ severity: sector === 'community' ? 'warning' : 'insight', subject: `sector:${sector}` }));
};

const oneSectorAround: Rule = (index) =>
  index.map.interests.flatMap((interest): Observation[] => {
    const here = new Set(
      (index.placementsOfInterest.get(interest.id) ?? []).map((placement) => placement.organization_id),
    );
    const sectors = new Set([...here].map((id) => index.organizations.get(id)?.sector ?? null));
    const [sector] = sectors;
    if (here.size < 3 || sectors.size !== 1 || !sector || sector === interest.natural_sector) return [];
    return [{ severity: 'insight', subject: `interest:${interest.id}`, data: { sector } }];
  });

export const frameRules: Readonly<Record<string, Rule>> = {
  'INT-1': nobodyAtTheTable,
  'INT-2': aloneForItsSector,
  'INT-3': businessesOfOneSize,
  'INT-4': sectorForOneInterest,
  'INT-5': onePersonForMany,
  'INT-6': missingPart,
  'INT-7': missingSector,
  'INT-8': oneSectorAround,
};

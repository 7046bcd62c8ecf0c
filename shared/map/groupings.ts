/** What commands and imports look for on a draft of the map. */
import { groupingOf } from './MapDraft.ts';

/** Several ids as one key; ids have no line breaks. */
export const pairKey = (...ids: readonly string[]): string => ids.join('\n');

/** A place: organization, interest (null = not placed) and part of work (null = none). */
export const placeKey = (organization: string, interest: string | null, part: string | null): string =>
  pairKey(organization, interest ?? '', part ?? '');

export const placementsOfOrganization = groupingOf('placements', (one) => one.organization_id);
export const placementsInInterest = groupingOf('placements', (one) =>
  one.interest_id === null ? null : pairKey(one.organization_id, one.interest_id),
);
export const placementsOfPart = groupingOf('placements', (one) =>
  placeKey(one.organization_id, one.interest_id, one.part_of_work),
);
export const representativesOfOrganization = groupingOf('representatives', (one) => one.organization_id);
export const seatsOfRepresentative = groupingOf('seats', (one) => one.representative_id);
export const linesFrom = groupingOf('lines', (one) => one.from);
export const linesTo = groupingOf('lines', (one) => one.to);
export const ideasOfSheet = groupingOf('ideas', (one) => one.sheet_id);

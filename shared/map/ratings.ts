/**
 * Influence and stake of organizations, 1 to 5, for facilitators only. A file has them in its organizations; a board keeps
 * them apart from its document, since a document gives everything to everybody (RATE-1).
 */
import type { PartnershipMap } from './PartnershipMap.ts';

export interface Rating {
  /** 1 to 5, or not rated */
  readonly influence: number | null;
  readonly stake: number | null;
}

/** organization id -> its rating; organizations without one are absent */
export type Ratings = ReadonlyMap<string, Rating>;

/** Rules that look at ratings: what they find because of one is for facilitators only. */
export const ratedRules: readonly string[] = ['REP-6'];

/** True of an entity that would say in everybody's document what a rating reveals: an accepted finding, or where an action came from. */
export function revealsRating(collection: string, field: string, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  if (collection === 'acknowledgements') return field === 'rule' && ratedRules.includes(value);
  if (collection !== 'actions' || field !== 'source') return false;
  const [type, rule = ''] = value.split(':');
  return type === 'finding' && ratedRules.includes(rule);
}

/** True when neither number is given. */
export function isUnrated(rating: Rating): boolean {
  return rating.influence === null && rating.stake === null;
}

/** The ratings that a map from a file has. */
export function ratingsOf(map: PartnershipMap): Ratings {
  return new Map(
    map.organizations
      .map(({ id, influence, stake }): [string, Rating] => [id, { influence, stake }])
      .filter(([, rating]) => !isUnrated(rating)),
  );
}

/** The map as a file has it, with ratings in its organizations; the same object where there are none. */
export function withRatings(map: PartnershipMap, ratings: Ratings): PartnershipMap {
  if (!map.organizations.some(({ id }) => ratings.has(id))) return map;
  return {
    ...map,
    organizations: map.organizations.map((organization) => {
      const rating = ratings.get(organization.id);
      return rating ? { ...organization, influence: rating.influence, stake: rating.stake } : organization;
    }),
  };
}

/** The map as reports see it: without any rating (RATE-3). */
export function withoutRatings(map: PartnershipMap): PartnershipMap {
  if (map.organizations.every(isUnrated)) return map;
  return {
    ...map,
    organizations: map.organizations.map((organization) => ({ ...organization, influence: null, stake: null })),
  };
}

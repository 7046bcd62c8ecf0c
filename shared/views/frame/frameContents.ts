/** What of the map stands in the frame: which cards, who has a token on them, where the goal stands. For canvas and picture files. */
import type { EntityOf } from '../../map/collections.ts';
import { groupBy, type MapIndex, spokenFor } from '../../map/MapIndex.ts';
import { isActive } from '../../map/readings/current.ts';
import { goalPath } from '../../map/readings/goalPath.ts';
import type { FrameCard, FrameInput } from './FrameLayout.ts';

type Representative = EntityOf<'representatives'>;

/** Who has a token on the card of an organization in an interest, or below the table. */
export type PeopleOnCard = (organization: string, interest: string | null) => readonly Representative[];

/** Everybody in place on that day, also of organizations that are not at the table. */
export function peopleOnCards(index: MapIndex): PeopleOnCard {
  const { map, asOf, interestsOfOrganization } = index;
  const byOrganization = groupBy(
    map.representatives.filter((person) => isActive(person, asOf)),
    (person) => person.organization_id,
  );
  return (organization, interest) => {
    const all = byOrganization.get(organization) ?? [];
    if (interest === null) return all;
    return all.filter((person) => spokenFor(person, interestsOfOrganization).includes(interest));
  };
}

/** The id of the card of an organization in an interest; equal orders go by it. */
export function placementCardId(organization: string, interest: string): string {
  return `shape:placement.${organization}~${interest}`;
}

/** The layout's input: one card per organization and interest, whatever the number of its parts of work there; the first leads. */
export function frameInput(index: MapIndex, people: PeopleOnCard): FrameInput {
  const cards = new Map<string, FrameCard>();
  for (const placement of index.map.placements) {
    const { organization_id: organizationId, interest_id: interestId } = placement;
    const organization = index.organizations.get(organizationId);
    if (interestId === null || !organization) continue;
    const placementId = placementCardId(organizationId, interestId);
    const earlier = cards.get(placementId);
    if (earlier) {
      cards.set(placementId, { ...earlier, position: earlier.position ?? positionOf(placement) });
      continue;
    }
    cards.set(placementId, {
      placementId,
      organizationId,
      interestId,
      name: organization.name,
      position: positionOf(placement),
      tokenCount: people(organizationId, interestId).length,
      hasState: organization.engagement !== 'partner',
      addedOrder: placement.order,
    });
  }
  return {
    interests: index.map.interests.map(({ id, title, placeholder, weight, order }) => ({
      id,
      title: title.trim() || placeholder,
      weight,
      order,
    })),
    cards: [...cards.values()],
  };
}

function positionOf({ position }: EntityOf<'placements'>): FrameCard['position'] {
  return position === null ? undefined : { angle: position[0], radius: position[1] };
}

/** Where the goal stands on the way from baseline to target; shares of that way. */
export interface GoalProgress {
  readonly now: number;
  readonly expected: number;
  readonly latest: number;
  /** Positive = better than the straight line. */
  readonly gap: number;
  readonly status: 'behind' | 'on path' | 'ahead';
}

/** Null while the goal cannot be measured. */
export function goalProgress(index: MapIndex): GoalProgress | null {
  const path = goalPath(index);
  const { baseline, target } = index.map.goal;
  if (!path || baseline.value === null || target.value === null || baseline.value === target.value) return null;
  const from = baseline.value;
  const whole = target.value - from;
  const share = (value: number) => Math.min(1, Math.max(0, (value - from) / whole));
  const { latest, gap, status } = path;
  return { now: share(latest), expected: share(path.expected), latest, gap, status };
}

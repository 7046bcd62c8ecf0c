/** What an organization has on the table, and what is asked of it: its actions, its roles, and who is missing where it stands. */
import type { EntityOf } from '../collections.ts';
import type { MapIndex } from '../MapIndex.ts';
import { nameKey } from '../nameKey.ts';
import type { PartnershipMap } from '../PartnershipMap.ts';
import { type RepresentativeKind, representativeKinds } from '#shared/kinds/values.ts';
import { isActive, isPartner } from './current.ts';
import { speaksFor } from './speaksFor.ts';

export interface Part {
  /** Not done and not dropped: those of this person's role first, then as they are due. */
  readonly actions: readonly EntityOf<'actions'>[];
  readonly roles: readonly { readonly role: EntityOf<'representatives'>; readonly interests: readonly string[] }[];
  /** Where it stands or speaks, and somebody is missing. */
  readonly missing: readonly { readonly interest: string; readonly kinds: readonly RepresentativeKind[] }[];
  /** About an interest in which it stands or speaks, and nobody's yet. */
  readonly unowned: readonly EntityOf<'actions'>[];
}

/** Who somebody said they are. */
export interface Who {
  readonly name: string;
  readonly kind: RepresentativeKind | null;
}

/** The organization that people call by this name; of several the one at the table. */
export function organizationNamed(map: PartnershipMap, name: string | null): EntityOf<'organizations'> | null {
  const key = nameKey(name ?? '');
  if (key === '') return null;
  const alike = map.organizations.filter((one) => nameKey(one.name) === key);
  return alike.find(isPartner) ?? alike[0] ?? null;
}

export function isOver({ status }: Pick<EntityOf<'actions'>, 'status'>): boolean {
  return status === 'done' || status === 'dropped';
}

/** What is due first stands first; without a day last, in the order in which it was added. */
export function byDay(one: EntityOf<'actions'>, other: EntityOf<'actions'>): number {
  if (one.due_on === other.due_on) return 0;
  if (one.due_on === null) return 1;
  if (other.due_on === null) return -1;
  return one.due_on < other.due_on ? -1 : 1;
}

/** All actions of an organization, or of somebody who represents it. */
export function actionsOf(map: PartnershipMap, organization: string): readonly EntityOf<'actions'>[] {
  const people = new Set(map.representatives.filter((one) => one.organization_id === organization).map(({ id }) => id));
  return map.actions.filter(
    (one) =>
      one.owner_org_id === organization ||
      (one.owner_representative_id !== null && people.has(one.owner_representative_id)),
  );
}

export function partOf(index: MapIndex, organization: string, who: Who): Part {
  const { map, asOf } = index;
  const roles = map.representatives.filter((one) => one.organization_id === organization && isActive(one, asOf));
  const own = ownRoles(roles, who);
  const isOwn = (one: EntityOf<'actions'>) => own.has(one.owner_representative_id ?? '');
  const interests = new Set([
    ...(index.interestsOfOrganization.get(organization) ?? []),
    ...roles.flatMap((role) => speaksFor(index, role)),
  ]);
  return {
    actions: actionsOf(map, organization)
      .filter((one) => !isOver(one))
      .toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)) || byDay(a, b)),
    roles: roles.map((role) => ({ role, interests: speaksFor(index, role) })),
    missing: map.interests.flatMap(({ id }) => {
      const counts = index.voices.get(id);
      const kinds = representativeKinds.filter((kind) => (counts?.[kind] ?? 0) === 0);
      return interests.has(id) && kinds.length > 0 ? { interest: id, kinds } : [];
    }),
    unowned: map.actions.filter(
      (one) =>
        one.owner_org_id === null &&
        one.owner_representative_id === null &&
        !isOver(one) &&
        interests.has(one.source.split(':').at(-1) ?? ''),
    ),
  };
}

/** The role that bears this person's name, else the only one of their kind: nothing else tells who of an organization came. */
function ownRoles(roles: readonly EntityOf<'representatives'>[], { name, kind }: Who): ReadonlySet<string> {
  const named = roles.filter((one) => one.display_name !== '' && nameKey(one.display_name) === nameKey(name));
  if (named.length > 0) return new Set(named.map(({ id }) => id));
  const alike = roles.filter((one) => one.kind === kind);
  return new Set(alike.length === 1 ? alike.map(({ id }) => id) : []);
}

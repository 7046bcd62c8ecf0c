/** Finds things by name: as it is written, else as people would call it the same. */
import type { EntityOf } from '#shared/map/collections.ts';
import { pairKey } from '#shared/map/groupings.ts';
import { groupingOf } from '#shared/map/MapDraft.ts';
import { nameKey, tidyName } from '#shared/map/nameKey.ts';

export const organizationsByName = groupingOf('organizations', (one) => nameKey(one.name));
export const interestsByName = groupingOf('interests', (one) => nameKey(one.title));
export const bodiesByName = groupingOf('bodies', (one) => nameKey(bodyName(one)));
/** By organization, kind and the name of their role. */
export const representativesByRole = groupingOf('representatives', (one) =>
  pairKey(one.organization_id, one.kind, nameKey(one.role_title)),
);

/** As the register writes bodies in lists: without a name by the id. */
export function bodyName(body: Pick<EntityOf<'bodies'>, 'id' | 'name'>): string {
  return tidyName(body.name) === '' ? body.id : body.name.replaceAll(';', ',');
}

/** The one that bears the name, of those whose names are one; "several" when more than one does. */
export function ofName<T>(alike: readonly T[], name: string, nameOf: (one: T) => string): T | 'several' | undefined {
  if (alike.length < 2) return alike[0];
  const wanted = tidyName(name);
  const written = alike.filter((one) => tidyName(nameOf(one)) === wanted);
  const [first, second] = written.length > 0 ? written : alike;
  return second === undefined ? first : 'several';
}

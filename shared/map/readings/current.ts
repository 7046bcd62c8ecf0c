/** What counts on a day (invariant 5). */
import type { EntityOf } from '../collections.ts';

/** At the table. */
export function isPartner(organization: EntityOf<'organizations'>): boolean {
  return organization.engagement === 'partner';
}

/** True when the day lies within `since` and `until`, both included; an open end is open. */
export function isCurrentOn(
  entity: { readonly since: string | null; readonly until: string | null },
  asOf: string,
): boolean {
  return (entity.since === null || entity.since <= asOf) && (entity.until === null || asOf <= entity.until);
}

/** True when this representative is in place on that day. Whether its organization is a partner is another question. */
export function isActive(person: EntityOf<'representatives'>, asOf: string): boolean {
  return isCurrentOn(person, asOf);
}

/** In force: marked so, and not expired on that day. A draft does not count. */
export function isInForce(agreement: EntityOf<'agreements'>, asOf: string): boolean {
  return agreement.status === 'in_force' && (agreement.expires_on === null || agreement.expires_on >= asOf);
}

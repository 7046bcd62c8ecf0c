/**
 * What people do to the map, as commands: the canvas, the outline and the findings use the same, so that an act means the
 * same wherever it is done.
 */
import type { Command } from '#shared/map/commands/Command.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { RepresentativeKind } from '#shared/kinds/values.ts';

/** A new interest, behind `after` or at the end. */
export function addInterest(id: string, title: string, after?: string): readonly Command[] {
  return [{ type: 'add', collection: 'interests', id, ...(after === undefined ? {} : { after }), fields: { title } }];
}

/** A new organization, placed when an interest is named. Nobody has asked it yet (decision 0092). */
export function addOrganization(id: string, name: string, interest: string | null): readonly Command[] {
  return [
    { type: 'add', collection: 'organizations', id, fields: { name } },
    ...(interest === null
      ? []
      : [{ type: 'place', organization_id: id, interest_id: interest, part_of_work: null } as const]),
  ];
}

/** It is at the table: only then its people count. */
export function seatAtTable(organization: string): readonly Command[] {
  return [{ type: 'edit', collection: 'organizations', id: organization, fields: { engagement: 'partner' } }];
}

/**
 * A new representative. Speaks for everything its organization is placed in, unless it was put into one interest of several:
 * then for that one.
 */
export function addRepresentative(
  map: PartnershipMap,
  id: string,
  person: { readonly organization: string; readonly kind: RepresentativeKind; readonly title: string },
  interest: string | null,
): readonly Command[] {
  const placed = new Set(
    map.placements.flatMap((one) =>
      one.organization_id === person.organization && one.interest_id !== null ? one.interest_id : [],
    ),
  );
  const interest_ids = interest !== null && placed.size > 1 && placed.has(interest) ? [interest] : null;
  return [
    {
      type: 'add',
      collection: 'representatives',
      id,
      fields: { organization_id: person.organization, kind: person.kind, role_title: person.title, interest_ids },
    },
  ];
}

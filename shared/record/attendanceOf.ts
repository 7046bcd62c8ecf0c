/**
 * How many people were there, so that nobody can be found in it: a count below three says only that, and one of the others says
 * only "3 or more", because the small one would follow from it.
 */
import { type RepresentativeKind, representativeKinds } from '#shared/kinds/values.ts';
import { type Role, roles } from '#shared/wire/roles.ts';
import { sealedLimits } from '#shared/wire/SealedRequest.ts';
import type { Attendance } from './WorkshopRecord.ts';

export interface Attendant {
  readonly role: Role;
  /** for which kind of representative they are there; null: they did not say */
  readonly kind: RepresentativeKind | null;
}

const { fewest } = sealedLimits;

export function attendanceOf(people: readonly Attendant[]): Attendance {
  const perRole = roles.map((role) => ({ role, people: people.filter((one) => one.role === role).length }));
  return {
    roles: perRole
      .filter((row) => row.people > 0)
      .map((row) => ({ ...row, people: row.people < fewest ? null : row.people })),
    kinds: kindsOf(people),
  };
}

function kindsOf(people: readonly Attendant[]): Attendance['kinds'] {
  const counts = representativeKinds
    .map((kind) => ({ kind, people: people.filter((one) => one.kind === kind).length }))
    .filter((row) => row.people > 0);
  const fewer = counts.filter((row) => row.people < fewest);
  if (fewer.length === 0) return counts;
  // by their order and not by their size, which would tell it again
  const more = counts.find((row) => row.people >= fewest);
  const left = [...fewer, ...(more ? [more] : [])].reduce((sum, row) => sum + row.people, 0);
  // what the given numbers leave fits in one way only: any word about these few is one about somebody
  if (more === undefined || left < fewer.length - 1 + fewest + (fewest - 1)) return [];
  return counts.map((row) => ({
    kind: row.kind,
    people: row === more ? 'more' : fewer.includes(row) ? 'fewer' : row.people,
  }));
}

/** Whether a link takes somebody who was here before straight back in as themselves. */
import type { VisitedBoard } from '#client/connection/device/VisitedBoards.ts';
import { roles, type Role } from '#shared/wire/roles.ts';

/**
 * The kind of link by which they came does, also when they have become facilitator since. Another kind asks: a facilitator
 * may want to see the board as participants do, and somebody who was sent a link with more rights should get them.
 */
export function returnsBy({ role, link = role }: Pick<VisitedBoard, 'role' | 'link'>, linkRole: Role): boolean {
  return role === linkRole || (link === linkRole && roles.indexOf(role) < roles.indexOf(linkRole));
}

/** Whether a place stays on the device when this tab joins in a role: a weaker one never takes it. The owner's is the strongest. */
export function staysBeside(
  known: Pick<VisitedBoard, 'role' | 'owner'>,
  joins: Pick<VisitedBoard, 'role' | 'owner'>,
): boolean {
  return strength(known) > strength(joins);
}

function strength({ role, owner }: Pick<VisitedBoard, 'role' | 'owner'>): number {
  return owner === undefined ? roles.length - roles.indexOf(role) : roles.length + 1;
}

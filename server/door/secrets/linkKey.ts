/**
 * The secret part of a link. It is derived, never stored: whoever copies the database without the installation secret
 * cannot join, and resetting a link is counting its generation up.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { roles } from '#shared/wire/roles.ts';
import type { Role } from '#shared/wire/roles.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import { secretsEqual } from './secretsEqual.ts';
import type { LinkGenerations } from '#server/store/BoardStore.ts';

/** 18 bytes: 144 bits, and 24 characters without padding. */
const keyBytes = 18;

function macOf(secret: Uint8Array, board: string, role: Role, generation: number): Buffer {
  return createHmac('sha256', secret).update(`link\n${board}\n${role}\n${generation}`).digest().subarray(0, keyBytes);
}

export function linkKey(secret: Uint8Array, board: BoardId, role: Role, generation: number): string {
  return macOf(secret, board, role, generation).toString('base64url');
}

/** How many resets back a key is still known as one that was reset. */
const knownGenerations = 64;

/** Whether a key was one of this board's before a reset. As much work for every key, however often links were reset. */
export function wasReset(secret: Uint8Array, board: string, generations: LinkGenerations, key: string): boolean {
  let found = false;
  for (const role of roles)
    for (let back = 1; back <= knownGenerations; back += 1) {
      const generation = generations[role] - back;
      const equal = secretsEqual(macOf(secret, board, role, generation).toString('base64url'), key);
      if (equal && generation > 0) found = true;
    }
  return found;
}

/**
 * The role that a key joins in, or null. All three roles are always tried, so that the time of an answer tells nothing.
 * `board` may be any text: for an unknown board the same work is done with generations that nobody was given.
 */
export function roleOfKey(
  secret: Uint8Array,
  board: string,
  generations: LinkGenerations | null,
  key: string,
): Role | null {
  const given = Buffer.alloc(keyBytes);
  const bytes = Buffer.from(key, 'base64url');
  bytes.copy(given, 0, 0, keyBytes);
  // One spelling per key: Node's decoder skips what is not base64url, so `a-b` and `a-!b` would be the same bytes.
  const wellFormed = bytes.length === keyBytes && bytes.toString('base64url') === key;
  let found: Role | null = null;
  for (const role of roles) {
    const equal = timingSafeEqual(macOf(secret, board, role, generations?.[role] ?? -1), given);
    if (equal && wellFormed && generations !== null) found = role;
  }
  return found;
}

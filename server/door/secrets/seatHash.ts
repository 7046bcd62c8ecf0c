/** Seats are stored as SHA-256. A seat has 192 random bits, so a slow password hash would add nothing. */
import { createHash } from 'node:crypto';

/** in hexadecimal digits */
export const deviceIdLength = 16;

export function seatHash(seat: string): string {
  return createHash('sha256').update(seat).digest('hex');
}

/** By what a person, and tickets, call one of their devices: the beginning of the hash of its seat. */
export function deviceIdOf({ hash }: { readonly hash: string }): string {
  return hash.slice(0, deviceIdLength);
}

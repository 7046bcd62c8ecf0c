/** Seats are stored as SHA-256. A seat has 192 random bits, so a slow password hash would add nothing. */
import { createHash } from 'node:crypto';

export function seatHash(seat: string): string {
  return createHash('sha256').update(seat).digest('hex');
}

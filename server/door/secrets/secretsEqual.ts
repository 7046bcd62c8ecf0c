/** Compares two secrets in a time that depends on neither. */
import { createHash, timingSafeEqual } from 'node:crypto';

export function secretsEqual(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}

/** A closed round stays as it was: its notes can be read, not changed. */
import type { PartnershipMap } from '../PartnershipMap.ts';

/** False where there is no such round. */
export function isRoundClosed(map: Pick<PartnershipMap, 'iterations'>, number: unknown): boolean {
  return map.iterations.find((round) => round.number === number)?.status === 'closed';
}

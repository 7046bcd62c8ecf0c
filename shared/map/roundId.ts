/** Rounds are named by number on the map and by id, which never changes, in documents and changes. */
import type { PartnershipMap } from './PartnershipMap.ts';

/** The id, as a number, of the round with this number; null when there is none. */
export function roundId(map: Pick<PartnershipMap, 'iterations'>, number: number): number | null {
  const round = map.iterations.find((one) => one.number === number);
  return round ? Number(round.id) : null;
}

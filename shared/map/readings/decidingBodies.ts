/** Bodies that can decide for the partnership. */
import type { EntityOf } from '../collections.ts';
import type { MapIndex } from '../MapIndex.ts';

/** Current voting seats of a body. */
export function votingSeats(index: MapIndex, body: string): readonly EntityOf<'seats'>[] {
  return (index.seatsOfBody.get(body) ?? []).filter((seat) => seat.voting);
}

/** True when the seat is held by somebody who can decide at home. */
export function isDecisionMakerSeat(index: MapIndex, seat: EntityOf<'seats'>): boolean {
  return index.activeRepresentatives.get(seat.representative_id)?.kind === 'decision_maker';
}

/** decision_role = decides, and at least one current voting seat held by a decision-maker. */
export function decidingBodies(index: MapIndex): readonly EntityOf<'bodies'>[] {
  return index.map.bodies.filter(
    (body) =>
      body.decision_role === 'decides' && votingSeats(index, body.id).some((seat) => isDecisionMakerSeat(index, seat)),
  );
}

/** Pages and sentences of what stands large, and how a facilitator turns to the next one for all. */
import { useActivities, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { placeIn, stopsOf } from '#client/room/shown/stops.ts';
import { type Turns, turnsIn } from '#client/room/shown/turnsIn.ts';
import { useRoomFacts } from '#client/room/shown/useRoomView.ts';
import { type BigSheet, isBigSheet } from '#shared/wire/showing/views.ts';

export function useBigTurns(sheet: BigSheet): Turns {
  const { ask } = useWorkshop();
  const facts = useRoomFacts();
  const stops = stopsOf(sheet, facts, useActivities()).filter(isBigSheet);
  return turnsIn(stops, Math.max(0, placeIn(stops, sheet)), (next) => void ask({ do: 'showBig', sheet: next }));
}

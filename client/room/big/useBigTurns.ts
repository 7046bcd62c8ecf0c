/** Pages and sentences of what stands large, and how a facilitator turns to the next one for all. */
import { useActivities, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { placeIn, stopsOf } from '#client/room/shown/stops.ts';
import { useRoomFacts } from '#client/room/shown/useRoomView.ts';
import { type BigSheet, isBigSheet } from '#shared/wire/showing/views.ts';

export interface BigTurnsNow {
  readonly place: number;
  readonly places: number;
  readonly canTurn: (by: number) => boolean;
  readonly turn: (by: number) => void;
}

export function useBigTurns(sheet: BigSheet): BigTurnsNow {
  const { ask } = useWorkshop();
  const facts = useRoomFacts();
  const stops = stopsOf(sheet, facts, useActivities()).filter(isBigSheet);
  const place = Math.max(0, placeIn(stops, sheet));
  return {
    place,
    places: stops.length,
    canTurn: (by) => stops[place + by] !== undefined,
    turn: (by) => {
      const next = stops[place + by];
      if (next !== undefined) void ask({ do: 'showBig', sheet: next });
    },
  };
}

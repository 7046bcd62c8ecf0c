/** A clicker that is pressed in the room's window walks on, by the hands of the facilitator whose page is open beside it. */
import { useEffect, useEffectEvent } from 'react';
import { useBoard } from '#client/board/BoardContext.ts';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { clicksOf } from '#client/room/clicks.ts';
import { automaticView } from '#client/room/shown/automaticView.ts';
import { roomFacts } from '#client/room/shown/roomFacts.ts';
import { placeIn, stopsOf } from '#client/room/shown/stops.ts';

export function useClicker(): void {
  const { id } = useBoard();
  const { ask, workshop } = useWorkshop();
  const { boardMap } = useBoardMap();
  // read when somebody clicks: the rest of the time this costs nothing
  const onTurn = useEffectEvent((by: 1 | -1) => {
    const { state, activities } = workshop.view();
    const readings = boardMap.readings();
    if (readings === null) return;
    const view = state.showing.room ?? automaticView(state, activities);
    const stops = stopsOf(view, roomFacts(readings.index), activities);
    const next = stops[placeIn(stops, view) + by];
    if (next !== undefined) void ask({ do: 'showInRoom', view: next });
  });
  useEffect(() => clicksOf(id).listen((by) => onTurn(by)), [id]);
}

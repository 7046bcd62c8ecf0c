/** What the room's screen shows now, and the walk that it is part of. */
import { useMemo } from 'react';
import { useFindings } from '#client/map/MapContext.ts';
import { useActivities, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import type { RoomView } from '#shared/wire/showing/views.ts';
import { automaticView } from './automaticView.ts';
import { roomFacts, type RoomFacts } from './roomFacts.ts';
import { placeIn, stopsOf } from './stops.ts';

export interface RoomNow {
  readonly view: RoomView;
  readonly facts: RoomFacts;
  readonly stops: readonly RoomView[];
  /** of the view among the stops; -1 where what was chosen is gone */
  readonly place: number;
}

export function useRoomFacts(): RoomFacts {
  const { index } = useFindings();
  return useMemo(() => roomFacts(index), [index]);
}

export function useRoomView(): RoomNow {
  const facts = useRoomFacts();
  const state = useWorkshopState();
  const activities = useActivities();
  const view = state.showing.room ?? automaticView(state, activities);
  const stops = stopsOf(view, facts, activities);
  return { view, facts, stops, place: placeIn(stops, view) };
}

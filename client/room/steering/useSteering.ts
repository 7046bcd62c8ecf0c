/** Walking through what the room sees, by buttons and keys. */
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { type Turns, turnsIn } from '#client/room/shown/turnsIn.ts';
import { type RoomNow, useRoomView } from '#client/room/shown/useRoomView.ts';

export type Steering = RoomNow & Turns;

export function useSteering(): Steering {
  const { ask } = useWorkshop();
  const now = useRoomView();
  return { ...now, ...turnsIn(now.stops, now.place, (view) => void ask({ do: 'showInRoom', view })) };
}

const keys: Readonly<Record<string, number>> = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };

/** How far a key walks; 0 for all others. */
export function turnOf(key: string): number {
  return keys[key] ?? 0;
}

/** Walking through what the room sees, by buttons and keys. */
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { type RoomNow, useRoomView } from '#client/room/shown/useRoomView.ts';

export interface Steering extends RoomNow {
  readonly canTurn: (by: number) => boolean;
  readonly turn: (by: number) => void;
}

export function useSteering(): Steering {
  const { ask } = useWorkshop();
  const now = useRoomView();
  const { stops, place } = now;
  return {
    ...now,
    canTurn: (by) => stops[place + by] !== undefined,
    turn: (by) => {
      const view = stops[place + by];
      if (view !== undefined) void ask({ do: 'showInRoom', view });
    },
  };
}

const keys: Readonly<Record<string, number>> = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };

/** How far a key walks; 0 for all others. */
export function turnOf(key: string): number {
  return keys[key] ?? 0;
}

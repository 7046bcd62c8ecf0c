/** Back and on in a walk, as far as it goes. */

export interface Turns {
  /** -1 where the board has moved on: the walk begins anew */
  readonly place: number;
  readonly places: number;
  readonly canTurn: (by: number) => boolean;
  readonly turn: (by: number) => void;
}

export function turnsIn<Stop>(stops: readonly Stop[], place: number, show: (stop: Stop) => void): Turns {
  return {
    place,
    places: stops.length,
    canTurn: (by) => stops[place + by] !== undefined,
    turn: (by) => {
      const next = stops[place + by];
      if (next !== undefined) show(next);
    },
  };
}

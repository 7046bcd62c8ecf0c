/** Somebody goes on with a device on which somebody else is known: what of the one before stays, and what is said first. */
import { useState } from 'react';
import type { VisitedBoard } from '#client/connection/device/VisitedBoards.ts';
import { staysBeside } from './returnsBy.ts';
import { useServices } from '#client/app/Services.ts';
import type { Left } from './settleLeft.ts';

export interface TakeOver {
  /** The one before keeps the device unless told otherwise, since their place is the stronger one. */
  readonly mayStay: boolean;
  readonly forgets: boolean;
  /** What is left of the one before, once that was looked for. */
  readonly left: readonly Left[];
  setForgets(forgets: boolean): void;
  /** False: something has to be read first. Said once: whoever presses again has read it. */
  isSettled(): Promise<boolean>;
  /** Keeps the newcomer: on the device, or in this tab where the one before stays. */
  keep(me: VisitedBoard): void;
}

/** `joins`: as what somebody comes. */
export function useTakeOver(known: VisitedBoard | null, joins: Pick<VisitedBoard, 'role' | 'owner'>): TakeOver {
  const services = useServices();
  const [left, setLeft] = useState<readonly Left[]>([]);
  const [forgets, setForgets] = useState(false);
  const mayStay = known !== null && staysBeside(known, joins);
  const stays = mayStay && !forgets;
  return {
    mayStay,
    forgets,
    left,
    setForgets: (wish) => {
      setForgets(wish);
      setLeft([]);
    },
    isSettled: async () => {
      if (known === null || left.length > 0) return true;
      const { settleLeft } = await import('./settleLeft.ts');
      const found = await settleLeft({ left: known, stays }, services);
      setLeft(found);
      return found.length === 0;
    },
    keep: (me) => (stays ? services.visited.keepForTab(me) : services.visited.keep(me)),
  };
}

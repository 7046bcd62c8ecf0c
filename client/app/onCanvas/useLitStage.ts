/** The stage of the cycle that the workshop runs now; null while people roam, and without a workshop. */
import { useContext, useSyncExternalStore } from 'react';
import { WorkshopContext } from '#client/facilitation/WorkshopContext.ts';
import type { Stage } from '#shared/kinds/values.ts';

export function useLitStage(): Stage | null {
  const workshop = useContext(WorkshopContext)?.workshop;
  return useSyncExternalStore(workshop?.subscribe ?? never, () => workshop?.view().state.stage ?? null);
}

const never = () => () => {};

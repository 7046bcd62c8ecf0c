/** Why the running workshop lets this person not do an act, all of its changes together: asked before it is offered and run. */
import { use, useMemo } from 'react';
import { actRefusal } from '#shared/workshop/actRefusal.ts';
import { voteRefusal } from '#shared/workshop/voteRefusal.ts';
import type { PermitAct } from './BoardMap.ts';
import { PermitsContext } from './PermitsContext.ts';
import { VotedContext } from './VotedContext.ts';

/** Null: nothing is held back. */
export function useActRefusal(): PermitAct | null {
  const permits = use(PermitsContext);
  const voted = use(VotedContext);
  return useMemo(() => {
    if (permits === null && voted.size === 0) return null;
    return (map, changes) =>
      (permits === null ? null : actRefusal(permits, map, changes)) ?? voteRefusal(voted, map, changes);
  }, [permits, voted]);
}

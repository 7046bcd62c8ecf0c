/** Gives the running workshop of the open board to the page, and takes commands to the server. */
import { useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { LocksContext } from '#client/canvas/limits/LocksContext.ts';
import { useBoard, useRole } from '#client/board/BoardContext.ts';
import { PermitsContext } from '#client/map/PermitsContext.ts';
import { VotedContext } from '#client/map/VotedContext.ts';
import { WorkshopContext, type WorkshopServices } from '#client/facilitation/WorkshopContext.ts';
import { votedThings } from '#shared/workshop/votedThings.ts';
import { permitsOf } from '#shared/workshop/permits.ts';
import { mayDo } from '#shared/wire/roles.ts';
import { useFacilitatorNotes } from './useFacilitatorNotes.ts';
import { useOwnActivities } from './useOwnActivities.ts';

export function WorkshopProvider({ children }: { readonly children: ReactNode }) {
  const { person, server, connection, screen } = useBoard();
  const { workshop } = connection;
  const { refuse } = screen;
  const role = useRole();
  const sealed = useOwnActivities();
  const notes = useFacilitatorNotes(mayDo(role, 'administer'));
  const services = useMemo<WorkshopServices>(
    () => ({
      workshop,
      me: person,
      role,
      ask: async (command) => {
        const settle = workshop.foresee(command);
        const answer = await server.command(command);
        settle(answer.ok ? answer.value.version : null);
        if (answer.ok) return null;
        refuse(answer.code);
        return answer.code;
      },
      sealed,
      notes,
      showRefusal: refuse,
    }),
    [server, workshop, refuse, person, role, sealed, notes],
  );
  const { state, activities } = useSyncExternalStore(workshop.subscribe, workshop.view);
  const { agenda, step, locks, lockedAll, skeletonOpen } = state;
  const isFree = mayDo(role, 'administer');
  const permits = useMemo(
    () => (isFree ? null : permitsOf({ agenda, step, locks, lockedAll, skeletonOpen })),
    [isFree, agenda, step, locks, lockedAll, skeletonOpen],
  );
  const votedKeys = [...votedThings(activities)].join('\n');
  const voted = useMemo(() => new Set(votedKeys === '' ? [] : votedKeys.split('\n')), [votedKeys]);
  return (
    <WorkshopContext value={services}>
      <LocksContext value={locks}>
        <PermitsContext value={permits}>
          <VotedContext value={voted}>{children}</VotedContext>
        </PermitsContext>
      </LocksContext>
    </WorkshopContext>
  );
}

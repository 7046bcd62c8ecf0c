/** Gives the running workshop of the open board to the page, and takes commands to the server. */
import { useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { LocksContext } from '#client/canvas/limits/LocksContext.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import type { BoardConnection } from '#client/connection/BoardConnection.ts';
import type { VisitedBoard } from '#client/connection/device/VisitedBoards.ts';
import { PermitsContext } from '#client/canvas/limits/PermitsContext.ts';
import { WorkshopContext, type WorkshopServices } from '#client/facilitation/WorkshopContext.ts';
import { permitsOf } from '#shared/workshop/permits.ts';
import { mayDo } from '#shared/wire/roles.ts';
import type { Role } from '#shared/wire/roles.ts';
import { useSealedDesk } from './useSealedDesk.ts';
import { useServices } from '#client/app/Services.ts';

export interface WorkshopProviderProps {
  readonly board: string;
  readonly me: VisitedBoard;
  readonly role: Role;
  readonly connection: BoardConnection;
  readonly onRefused: (code: Failure) => void;
  readonly children: ReactNode;
}

export function WorkshopProvider({ board, me, role, connection, onRefused, children }: WorkshopProviderProps) {
  const { api } = useServices();
  const { seat, person } = me;
  const sealed = useSealedDesk(board, seat, connection.workshop, onRefused);
  const services = useMemo<WorkshopServices>(
    () => ({
      workshop: connection.workshop,
      board,
      seat,
      me: person,
      role,
      ask: async (command) => {
        const answer = await api.command(board, seat, command);
        if (answer.ok) return null;
        onRefused(answer.code);
        return answer.code;
      },
      sealed,
      showRefusal: onRefused,
    }),
    [api, board, connection, onRefused, person, role, sealed, seat],
  );
  const { workshop } = connection;
  const { session } = useSyncExternalStore(workshop.subscribe, workshop.view);
  const { agenda, step, locks, lockedAll } = session;
  const isFree = mayDo(role, 'administer');
  const permits = useMemo(
    () => (isFree ? null : permitsOf({ agenda, step, locks, lockedAll })),
    [isFree, agenda, step, locks, lockedAll],
  );
  return (
    <WorkshopContext value={services}>
      <LocksContext value={locks}>
        <PermitsContext value={permits}>{children}</PermitsContext>
      </LocksContext>
    </WorkshopContext>
  );
}

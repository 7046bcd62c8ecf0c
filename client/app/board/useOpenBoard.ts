/** What every part of a page with an open board has at hand: the server by this seat, the screen, and the moment that is looked at. */
import { useMemo, useState, useSyncExternalStore } from 'react';
import { useServices } from '#client/app/Services.ts';
import type { OpenBoard } from '#client/board/BoardContext.ts';
import type { PanelName } from '#client/board/panelNames.ts';
import { Screen } from '#client/board/Screen.ts';
import { SeatApi } from '#client/connection/api/SeatApi.ts';
import type { BoardConnection } from '#client/connection/BoardConnection.ts';
import type { VisitedBoard } from '#client/connection/device/VisitedBoards.ts';
import { useLook } from './useLook.ts';

export interface OpenedBoard {
  readonly board: string;
  readonly me: VisitedBoard;
  readonly connection: BoardConnection;
}

/** `firstPanel`: what stands beside the canvas from the start. */
export function useOpenBoard({ board, me, connection }: OpenedBoard, firstPanel: () => PanelName | null): OpenBoard {
  const { api } = useServices();
  const { seat, person } = me;
  const [screen] = useState(() => new Screen(firstPanel()));
  const server = useMemo(() => new SeatApi(api, board, seat), [api, board, seat]);
  const live = useSyncExternalStore(connection.subscribe, () => connection.view().doc);
  const look = useLook(server, live);
  return useMemo<OpenBoard>(
    () => ({ id: board, person, server, connection, screen, look, origin: location.origin }),
    [board, person, server, connection, screen, look],
  );
}

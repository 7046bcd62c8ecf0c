/** The open board for everything on its page, and narrow ways to what of it changes. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { SeatApi } from '#client/connection/api/SeatApi.ts';
import type { BoardConnection } from '#client/connection/BoardConnection.ts';
import type { BoardView } from '#client/connection/BoardView.ts';
import type { PersonHere } from '#client/connection/sync/PeopleHere.ts';
import type { Role } from '#shared/wire/roles.ts';
import type { CanvasPort } from './CanvasPort.ts';
import type { LookControl } from './LookControl.ts';
import type { Screen, ScreenState } from './Screen.ts';

export interface OpenBoard {
  readonly id: string;
  /** my person id */
  readonly person: string;
  /** the server, asked with my seat */
  readonly server: SeatApi;
  readonly connection: BoardConnection;
  readonly screen: Screen;
  /** which moment is shown */
  readonly look: LookControl;
  /** https://host of this page */
  readonly origin: string;
}

export const BoardContext = createContext<OpenBoard | null>(null);

export function useBoard(): OpenBoard {
  const board = useContext(BoardContext);
  if (board === null) throw new Error('there is no board around this component');
  return board;
}

/** As the line has it, whatever moment is shown. */
export function useConnected(): BoardView {
  const { connection } = useBoard();
  return useSyncExternalStore(connection.subscribe, connection.view);
}

/** As the screen shows it: now, or the moment that is looked at. */
export function useBoardView(): BoardView {
  const connected = useConnected();
  const { look } = useBoard();
  const newer = useScreen(({ newer: doc }) => doc);
  const now = newer === connected.doc ? lookedAtOnly(connected) : connected;
  return look.looked === null ? now : { ...now, doc: look.looked.doc, mayEdit: false };
}

/** What the canvas cannot write must not look as if it could be written. */
function lookedAtOnly(view: BoardView): BoardView {
  const { line } = view;
  if (line.kind !== 'live') return { ...view, mayEdit: false };
  return { ...view, mayEdit: false, line: { kind: 'readOnly', reason: 'newerDocument', kept: 0 } };
}

/** my role */
export function useRole(): Role {
  const { connection } = useBoard();
  return useSyncExternalStore(connection.subscribe, () => connection.view().role);
}

export function usePeople(): readonly PersonHere[] {
  const { connection } = useBoard();
  return useSyncExternalStore(connection.people.onList, connection.people.list);
}

/** One part of what the screen shows; the same value until that part changes. */
export function useScreen<T>(part: (state: ScreenState) => T): T {
  const { screen } = useBoard();
  return useSyncExternalStore(screen.subscribe, () => part(screen.state()));
}

export function useCanvas(): CanvasPort {
  return useScreen(({ canvas }) => canvas);
}

/** Who is on the line, without those who have just gone. */
export function usePeopleHere(): readonly PersonHere[] {
  return usePeople().filter(({ state }) => state !== 'gone');
}

/** Whom I follow, as long as they are here. */
export function useFollowed(): PersonHere | null {
  const id = useScreen(({ followed }) => followed);
  return usePeopleHere().find((person) => person.id === id) ?? null;
}

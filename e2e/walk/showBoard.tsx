/** The whole board page over a real server, for tests. */
import { vi } from 'vitest';
import { WebSocket as NodeWebSocket } from 'ws';
import { BoardConnection } from '#client/connection/BoardConnection.ts';
import { SeatApi } from '#client/connection/api/SeatApi.ts';
import { comeBack, readReturnLink } from '#client/connection/api/ownPlaces.ts';
import { systemClock } from '#client/connection/systemClock.ts';
import { Drafts } from '#client/drafts/Drafts.ts';
import { DraftsContext } from '#client/drafts/DraftsContext.ts';
import type { BoardCreated } from '#shared/wire/http.ts';
import type { Role } from '#shared/wire/roles.ts';
import { joinAs } from '#server/testing/openBoard.ts';
import { BoardScreen } from '#client/app/board/BoardScreen.tsx';
import type { Services } from '#client/app/Services.ts';
import { pageServices, showPage, type Server } from './showPage.tsx';

export interface Seated {
  readonly connection: BoardConnection;
  readonly seat: string;
  readonly person: string;
}

/** Somebody joins, and is on the line. */
export async function sitDown(
  server: Server,
  board: BoardCreated,
  role: Role,
  name: string,
  { api, report }: Services,
): Promise<Seated> {
  const { seat, person } = await joinAs(server, board, role, name);
  const connection = new BoardConnection({
    board: board.id,
    role,
    title: 'Riverbend Works',
    syncUrl: server.wsOrigin,
    ports: {
      clock: systemClock,
      random: () => 0.5,
      takeTicket: () => new SeatApi(api, board.id, seat).ticket(),
      // The class of `ws` has the surface of the browser's.
      WebSocket: NodeWebSocket as unknown as typeof WebSocket,
      watchNetwork: () => () => {},
      openCopy: () => Promise.resolve(null),
      report,
    },
  });
  await connection.start();
  return { connection, seat, person: person.id };
}

async function addDevices(api: Services['api'], board: string, seat: string, count: number): Promise<void> {
  const answer = await readReturnLink(new SeatApi(api, board, seat));
  const secret = answer.ok ? (answer.value.link.split('#r=')[1] ?? '') : '';
  for (let n = 0; n < count; n += 1)
    await comeBack(api, board, secret, { device: { browser: 'Firefox', system: 'Android' } });
}

/** Returns how to close it. `devices`: of this person, with the one here. */
export async function showBoard(
  server: Server,
  board: BoardCreated,
  role: Role,
  name: string,
  devices = 1,
): Promise<() => void> {
  const services = await pageServices(server);
  const { connection, seat, person } = await sitDown(server, board, role, name, services);
  await addDevices(services.api, board.id, seat, devices - 1);
  const me = { id: board.id, title: 'Riverbend Works', role, seat, person, name, visitedAt: Date.now() };
  services.visited.keep(me);
  const close = await showPage(
    services,
    <DraftsContext value={new Drafts(null, { board: board.id, person })}>
      <BoardScreen board={board.id} me={me} connection={connection} />
    </DraftsContext>,
  );
  await vi.waitFor(() => {
    if (document.querySelector('header') === null) throw new Error('the board is not open yet');
  }, 10_000);
  return () => {
    close();
    connection.stop();
  };
}

/** Boards and people for tests, made through the API like everybody's. */
import type { BoardCreated, Joined, Ticket } from '#shared/wire/http.ts';
import type { Role } from '#shared/wire/roles.ts';
import { callApi } from './callApi.ts';

type Server = { readonly origin: string };

export async function openBoard(server: Server, title = 'Early reading'): Promise<BoardCreated> {
  const { body, status } = await callApi<BoardCreated>(server, 'POST', '/api/boards', { json: { title } });
  if (status !== 201) throw new Error(`the board was not created: ${status}`);
  return body;
}

/** The key of a link. */
export function keyOf(link: string): string {
  return link.slice(link.indexOf('#k=') + 3);
}

export async function joinAs(server: Server, board: BoardCreated, role: Role, name: string = role): Promise<Joined> {
  const json = { key: keyOf(board.links[role]), name };
  const { body, status } = await callApi<Joined>(server, 'POST', `/api/boards/${board.id}/join`, { json });
  if (status !== 201) throw new Error(`nobody joined: ${status}`);
  return body;
}

export async function ticketFor(server: Server, board: { readonly id: string }, seat: string): Promise<string> {
  const { body, status } = await callApi<Ticket>(server, 'POST', `/api/boards/${board.id}/tickets`, { secret: seat });
  if (status !== 201) throw new Error(`no ticket: ${status}`);
  return body.ticket;
}

/** The HTTP API of a running server as scripts use it: start a board, join it, get a ticket. */
import * as v from 'valibot';
import { ReturnLink } from '#shared/wire/devices.ts';
import { BoardCreated, Joined, Ticket } from '#shared/wire/http.ts';
import type { WorkshopCommand } from '#shared/wire/WorkshopCommand.ts';

export interface Guest {
  readonly board: string;
  readonly seat: string;
  readonly person: string;
  readonly name: string;
}

export class BoardApi {
  readonly origin: string;
  readonly #headers: Readonly<Record<string, string>>;

  /** `headers` go with every call. */
  constructor(origin: string, headers: Readonly<Record<string, string>> = {}) {
    this.origin = origin;
    this.#headers = headers;
  }

  async createBoard(title = 'Board', template = 'blank'): Promise<BoardCreated> {
    return v.parse(BoardCreated, await this.call('POST', '/api/boards', { title, template }));
  }

  /** Joins in the role of the link. */
  async join(board: BoardCreated, role: keyof BoardCreated['links'], name: string): Promise<Guest> {
    const key = board.links[role].split('#k=')[1] ?? '';
    const joined = v.parse(Joined, await this.call('POST', `/api/boards/${board.id}/join`, { key, name }));
    return { board: board.id, seat: joined.seat, person: joined.person.id, name };
  }

  /** Lets participants change the frame of a board that begins with it closed. */
  async openFrame(board: BoardCreated): Promise<void> {
    const { seat } = await this.join(board, 'facilitator', 'Ana Brooks');
    const command: WorkshopCommand = { do: 'openSkeleton', open: true };
    await this.call('POST', `/api/boards/${board.id}/session`, { id: 'open-frame', command }, seat);
  }

  async ticket(guest: Guest): Promise<string> {
    return v.parse(Ticket, await this.call('POST', `/api/boards/${guest.board}/tickets`, undefined, guest.seat)).ticket;
  }

  /** An address that brings the guest straight onto the board. */
  async returnAddress(guest: Guest): Promise<string> {
    const answer = await this.call('GET', `/api/boards/${guest.board}/return-link`, undefined, guest.seat);
    return this.origin + v.parse(ReturnLink, answer).link;
  }

  /** Any call; throws with status and code unless the answer is a success. */
  async call(method: string, path: string, body?: object, bearer?: string): Promise<unknown> {
    const answer = await fetch(this.origin + path, {
      method,
      headers: {
        ...this.#headers,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 200)}`);
    return text === '' ? null : JSON.parse(text);
  }
}

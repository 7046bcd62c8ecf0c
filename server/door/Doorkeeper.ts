/**
 * Decides who may come in. Everything a request claims (key, seat, code, ticket) is checked here against the store; a
 * role is always the one in the store. Failures are counted per address: above the limit wrong keys and seats are told
 * to wait, while people with a right key or seat (144 and 192 random bits, nothing to guess) still come in, since a whole
 * workshop sits behind one router. Codes have a budget of their own (`CodeTries`).
 */
import * as v from 'valibot';

import type { CloseName } from '#shared/wire/closeCodes.ts';
import { BoardId } from '#shared/wire/ids.ts';
import type { Person } from '#shared/wire/messages.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import type { RefusalCode } from '#shared/wire/refusals.ts';
import { mayDo } from '#shared/wire/roles.ts';
import type { Right, Role } from '#shared/wire/roles.ts';
import type { BoardRow, PersonRow, Store } from '#server/store/Store.ts';
import { codeHasEnded } from './codeHasEnded.ts';
import { CodeTries } from './CodeTries.ts';
import { joinCode } from './joinCode.ts';
import { roleOfKey, wasReset } from './linkKey.ts';
import { seatHash } from './seatHash.ts';
import { SlidingWindow } from './SlidingWindow.ts';
import { issueTicket, readTicket, ticketLastsMs } from './ticket.ts';

export interface DoorkeeperOptions {
  readonly store: Store;
  readonly secret: Uint8Array;
  readonly triesPerMinute: number;
  readonly codeTriesPerMinute: number;
  readonly nowMs: () => number;
}

/** Whom a socket belongs to, or the name of the code it is closed with. */
export type SocketDecision = { readonly board: BoardId; readonly person: Person } | { readonly refused: CloseName };

export class Doorkeeper {
  readonly #store: Store;
  readonly #secret: Uint8Array;
  readonly #nowMs: () => number;
  readonly #failures: SlidingWindow;
  readonly #codes: CodeTries;
  /** tickets that opened a socket, the oldest first, with the time from which on they could not any more */
  readonly #used = new Map<string, number>();

  constructor(options: DoorkeeperOptions) {
    this.#store = options.store;
    this.#secret = options.secret;
    this.#nowMs = options.nowMs;
    this.#codes = new CodeTries({ perMinute: options.codeTriesPerMinute, nowMs: options.nowMs });
    this.#failures = new SlidingWindow({ limit: options.triesPerMinute, windowMs: 60_000, nowMs: options.nowMs });
  }

  /** The board and the role that a key joins in. */
  async byKey(id: string, key: string, address: string): Promise<{ readonly board: BoardRow; readonly role: Role }> {
    const found = await this.#findBoard(id);
    const role = roleOfKey(this.#secret, id, found.board?.linkGenerations ?? null, key);
    if (found.board === null) throw this.#failed(address, found.refusal);
    if (role === null) {
      // Who is told to wait anyway costs no more than that.
      const isOld =
        !this.#failures.isFull(address) && wasReset(this.#secret, found.board.id, found.board.linkGenerations, key);
      throw this.#failed(address, isOld ? 'link-ended' : 'link-altered');
    }
    return { board: found.board, role };
  }

  /** The person whose seat this is; `right` is what they are about to use. */
  async bySeat(
    id: string,
    seat: string,
    address: string,
    right?: Right,
  ): Promise<{ readonly board: BoardRow; readonly person: PersonRow }> {
    const found = await this.#findBoard(id);
    const hash = seatHash(seat);
    if (found.board === null) throw this.#failed(address, found.refusal);
    const person = await this.#store.findPersonBySeat(found.board.id, hash);
    if (person === null) throw this.#failed(address, 'seat-ended');
    if (person.removedAtMs !== null) throw this.#failed(address, 'removed');
    if (right !== undefined && !mayDo(person.role, right))
      throw new Refusal(right === 'edit' ? 'edit-refused' : 'role-refused');
    return { board: found.board, person };
  }

  /** The board whose participant link a typed code stands for. A code ends when nobody has worked on its board for long. */
  async byCode(typed: string, address: string): Promise<BoardRow> {
    await this.#codes.take(address);
    const board = await this.#store.findBoardByCode(joinCode(typed));
    if (board === null || codeHasEnded(board, this.#nowMs())) throw new Refusal('code-unknown');
    return board;
  }

  /** For secrets that are not a board's (the operator's). */
  failed(address: string, code: RefusalCode): Refusal {
    return this.#failed(address, code);
  }

  ticketFor(person: PersonRow): string {
    return issueTicket(this.#secret, { board: person.board, person: person.id, role: person.role }, this.#nowMs());
  }

  /** Never throws for anything that a client sent. `ticket` is undefined where none came. */
  async forSocket(id: string, ticket: string | undefined, address: string): Promise<SocketDecision> {
    const found = await this.#findBoard(id);
    const claims = ticket === undefined ? null : readTicket(this.#secret, ticket, this.#nowMs());
    if (found.board === null) {
      this.#failures.add(address);
      return { refused: found.refusal === 'board-deleted' ? 'boardDeleted' : 'boardUnknown' };
    }
    if (claims === null) {
      this.#failures.add(address);
      return { refused: 'ticketEnded' };
    }
    if (claims.board !== found.board.id) return { refused: 'roleRefused' };
    if (!this.#use(ticket ?? '')) return { refused: 'ticketEnded' };
    const person = await this.#store.readPerson(claims.board, claims.person);
    if (person === null) return { refused: 'ticketEnded' };
    if (person.removedAtMs !== null) return { refused: 'removed' };
    const { name, color, role } = person;
    return { board: claims.board, person: { id: person.id, name, color, role } };
  }

  /** False for a ticket that was used before. */
  #use(ticket: string): boolean {
    const now = this.#nowMs();
    for (const [used, endsMs] of this.#used) {
      if (endsMs > now) break;
      this.#used.delete(used);
    }
    if (this.#used.has(ticket)) return false;
    this.#used.set(ticket, now + ticketLastsMs);
    return true;
  }

  async #findBoard(id: string): Promise<{ board: BoardRow } | { board: null; refusal: RefusalCode }> {
    const parsed = v.safeParse(BoardId, id);
    if (!parsed.success) return { board: null, refusal: 'board-unknown' };
    const board = await this.#store.readBoard(parsed.output);
    if (board !== null) return { board };
    return { board: null, refusal: (await this.#store.wasDeleted(parsed.output)) ? 'board-deleted' : 'board-unknown' };
  }

  #failed(address: string, code: RefusalCode): Refusal {
    const isFull = this.#failures.isFull(address);
    this.#failures.add(address);
    return new Refusal(isFull ? 'too-fast' : code);
  }
}

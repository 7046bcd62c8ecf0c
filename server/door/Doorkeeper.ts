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
import type { SeatRow, DoorStore } from '#server/store/DoorStore.ts';
import type { BoardAbsence, BoardRow, BoardStore } from '#server/store/BoardStore.ts';
import type { PersonRow, PeopleStore } from '#server/store/PeopleStore.ts';
import { codeHasEnded } from './codeHasEnded.ts';
import { CodeTries } from '#server/door/limits/CodeTries.ts';
import { joinCode } from '#server/door/secrets/joinCode.ts';
import { roleOfKey, wasReset } from '#server/door/secrets/linkKey.ts';
import { isReturnOf, namedBy } from '#server/door/secrets/returnSecret.ts';
import { deviceIdOf, seatHash } from '#server/door/secrets/seatHash.ts';
import { SlidingWindow } from '#server/door/limits/SlidingWindow.ts';
import { issueTicket, readTicket, ticketLastsMs, type TicketClaims } from '#server/door/secrets/ticket.ts';

export interface DoorkeeperOptions {
  readonly store: BoardStore & DoorStore & PeopleStore;
  readonly secret: Uint8Array;
  readonly triesPerMinute: number;
  readonly codeTriesPerMinute: number;
  readonly nowMs: () => number;
}

/** Whom a socket belongs to, or the name of the code it is closed with. */
export type SocketDecision = Admitted | { readonly refused: CloseName };

export interface Admitted {
  readonly board: BoardId;
  readonly person: Person;
  /** which of their devices, by the id of its seat */
  readonly device: string;
}

export interface Seated {
  readonly board: BoardRow;
  readonly person: PersonRow;
  readonly seat: SeatRow;
}

/** What a socket reads where there is no board, and what a request reads. */
const closeNames = {
  'board-deleted': 'boardDeleted',
  'board-unknown': 'boardUnknown',
  damaged: 'boardUnreadable',
} as const satisfies Partial<Record<RefusalCode, CloseName>>;
const refusalOf = {
  lost: 'damaged',
  deleted: 'board-deleted',
  unknown: 'board-unknown',
} as const satisfies Record<BoardAbsence, keyof typeof closeNames>;

export class Doorkeeper {
  readonly #store: BoardStore & DoorStore & PeopleStore;
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
  async bySeat(id: string, secret: string, address: string, right?: Right): Promise<Seated> {
    const found = await this.#findBoard(id);
    const hash = seatHash(secret);
    if (found.board === null) throw this.#failed(address, found.refusal);
    const seat = await this.#store.findSeat(found.board.id, hash);
    const person = seat === null ? null : await this.#store.readPerson(found.board.id, seat.person);
    if (seat === null || person === null) throw this.#failed(address, 'seat-ended');
    if (person.removedAtMs !== null) throw this.#failed(address, 'removed');
    if (seat.endedAtMs !== null) throw this.#failed(address, 'device-ended');
    if (right !== undefined && !mayDo(person.role, right))
      throw new Refusal(right === 'edit' ? 'edit-refused' : 'role-refused');
    return { board: found.board, person, seat };
  }

  /** Whom a return link brings back: one of now, or a seat from before devices had seats of their own. */
  async byReturn(id: string, given: string, address: string): Promise<Omit<Seated, 'seat'>> {
    const found = await this.#findBoard(id);
    if (found.board === null) throw this.#failed(address, found.refusal);
    const board = found.board;
    const [named, seat] = [namedBy(given), await this.#store.findSeat(board.id, seatHash(given))];
    const old = seat?.isReturn === true && seat.endedAtMs === null ? seat.person : null;
    const whose = old ?? named;
    const person = whose === null ? null : await this.#store.readPerson(board.id, whose);
    const isOfNow = isReturnOf(this.#secret, board.id, person, given);
    if (person === null || (old === null && !isOfNow)) throw this.#failed(address, 'return-ended');
    if (person.removedAtMs !== null) throw this.#failed(address, 'removed');
    return { board, person };
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

  ticketFor({ person, seat }: Pick<Seated, 'person' | 'seat'>): string {
    const { board, id, role } = person;
    return issueTicket(this.#secret, { board, person: id, role, device: deviceIdOf(seat) }, this.#nowMs());
  }

  /** Never throws for anything that a client sent. `ticket` is undefined where none came. */
  async forSocket(id: string, ticket: string | undefined, address: string): Promise<SocketDecision> {
    const found = await this.#findBoard(id);
    const claims = ticket === undefined ? null : readTicket(this.#secret, ticket, this.#nowMs());
    if (found.board === null) {
      this.#failures.add(address);
      return { refused: closeNames[found.refusal] };
    }
    if (claims === null) {
      this.#failures.add(address);
      return { refused: 'ticketEnded' };
    }
    if (claims.board !== found.board.id) return { refused: 'roleRefused' };
    if (!this.#use(ticket ?? '')) return { refused: 'ticketEnded' };
    const person = await this.#personOn(claims);
    if ('refused' in person) return person;
    const { name, color, role } = person;
    return { board: claims.board, person: { id: person.id, name, color, role }, device: claims.device };
  }

  /** The person as they are stored now; refused where they, or their seat on this device, have ended meanwhile. */
  async lookAgain({ board, person, device }: Admitted): Promise<PersonRow | { readonly refused: CloseName }> {
    return this.#personOn({ board, person: person.id, device });
  }

  async #personOn({
    board,
    person: id,
    device,
  }: Pick<TicketClaims, 'board' | 'person' | 'device'>): Promise<PersonRow | { readonly refused: CloseName }> {
    const [person, seats] = await Promise.all([this.#store.readPerson(board, id), this.#store.listSeats(board, id)]);
    const seat = seats.find((one) => deviceIdOf(one) === device);
    if (person === null) return { refused: 'ticketEnded' };
    if (person.removedAtMs !== null) return { refused: 'removed' };
    if (seat === undefined) return { refused: 'ticketEnded' };
    return seat.endedAtMs === null ? person : { refused: 'deviceEnded' };
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

  async #findBoard(id: string): Promise<{ board: BoardRow } | { board: null; refusal: keyof typeof closeNames }> {
    const parsed = v.safeParse(BoardId, id);
    if (!parsed.success) return { board: null, refusal: 'board-unknown' };
    const board = await this.#store.readBoard(parsed.output);
    if (board !== null) return { board };
    return { board: null, refusal: refusalOf[await this.#store.absenceOf(parsed.output)] };
  }

  #failed(address: string, code: RefusalCode): Refusal {
    const isFull = this.#failures.isFull(address);
    this.#failures.add(address);
    return new Refusal(isFull ? 'too-fast' : code);
  }
}

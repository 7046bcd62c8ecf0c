/** The relay: every room of this process, and what the rest of the server may ask of them. */
import type * as Y from 'yjs';
import type { Limits } from '#shared/wire/limits.ts';
import type { Permits } from '#shared/workshop/permits.ts';
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import type { Person, ServerMessage } from '#shared/wire/messages.ts';
import type { Role } from '#shared/wire/roles.ts';
import type { BoardStore } from '#server/store/BoardStore.ts';
import type { DamageStore } from '#server/store/DamageStore.ts';
import type { DocumentStore } from '#server/store/DocumentStore.ts';
import type { Clock } from '#server/clock/Clock.ts';
import type { Log } from '#server/log/Log.ts';
import type { Loss } from '#server/relay/tick/MassRemoval.ts';
import type { Meter } from './Meter.ts';
import type { Command, MadeUpdate } from '#server/relay/tick/OwnChange.ts';
import type { PersonBudgets } from '#server/relay/connection/PersonBudgets.ts';
import type { Socket, SocketHandlers } from './Socket.ts';

/** Something that belongs to a board beside its document and goes over the same line: the running workshop, sealed rounds. */
export interface RoomCompanion {
  /** The room is loading: nobody was greeted yet. When it fails, the room is not opened. */
  opened(board: BoardId): Promise<void>;
  /** Nobody is there any more; also called where `opened` failed. */
  closed(board: BoardId): void;
  /** What everybody hears right after `welcome`. */
  greetings(board: BoardId): readonly ServerMessage[];
}

/** Whom a message is for; everybody where it is not given. */
export type Audience = { readonly role: Role } | { readonly person: PersonId };

export interface RelayOptions {
  readonly store: BoardStore & DamageStore & DocumentStore;
  /** greeted in this order */
  readonly companions?: readonly RoomCompanion[];
  /** What participants may change just now; null when nothing is limited. Asked once per tick. */
  readonly permits?: (board: BoardId) => Permits | null;
  /** Things of the map in open votes (`votedThings`), which nobody may reword, merge or remove. Asked once per tick. */
  readonly votedOn?: (board: BoardId) => ReadonlySet<string>;
  /**
   * What people would miss is being taken away from the board (`MassRemoval`). What is on disk is the state before; the
   * change waits for this, and goes on also where this fails.
   */
  readonly beforeLoss?: (board: BoardId, loss: Loss) => Promise<void>;
  /** What people or somebody's command changed on the board is on disk, as this version of the document. */
  readonly onChanged?: (board: BoardId, version: number) => void;
  /** People gave these organizations a name that they did not have; it is on disk. Nobody waits for this. */
  readonly onNamed?: (board: BoardId, organizations: readonly string[]) => Promise<void>;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly log: Log;
  readonly meter: Meter;
}

/** What a room gets of the relay besides. */
export interface RoomOptions extends RelayOptions {
  readonly budgets: PersonBudgets;
}

/** Values that go up and down, read when metrics are asked for. */
export interface RelayGauges {
  readonly rooms: number;
  readonly connections: number;
  /** rooms that take no edits because the disk is full or the document too large */
  readonly readOnlyRooms: number;
  /** bytes of document messages that wait for a tick */
  readonly queuedBytes: number;
}

export interface ConnectedBy {
  readonly board: BoardId;
  readonly person: Person;
  /** which of their devices; each has a name that the door knows */
  readonly device: string;
}

export interface Relay {
  /** A socket whose ticket was checked. The adapter calls the handlers. */
  connect(socket: Socket, who: ConnectedBy): SocketHandlers;
  /** Closes every connection of the person with 4406, and takes nothing of theirs that still waits. */
  removePerson(board: BoardId, person: PersonId): void;
  /** The same for the connections of one of their devices, with 4405. */
  endDevice(board: BoardId, person: PersonId, device: string): void;
  /** Closes every connection of the person with 4401: they need a new ticket, and get it where they may still come in. */
  checkAgain(board: BoardId, person: PersonId): void;
  /** Tells everybody the new title. */
  renameBoard(board: BoardId, title: string): void;
  /** From now on the person's connections have this role; with `from` only those that still have that one. */
  changeRole(board: BoardId, person: PersonId, role: Role, from?: Role): void;
  /** Says something to everybody on the board who understands messages of our own kind, or to some of them. */
  tell(board: BoardId, message: ServerMessage, to?: Audience): void;
  /**
   * Runs `edit` on the document of the board in a tick of its own: one transaction, journaled and sent to everybody like any
   * other, in the name of the server. Resolves with what it returned when it is on disk; an edit that writes nothing is a
   * look at the document. It must check before it writes: what it throws ends the room. Rejects with `StorageFullError`
   * when the disk refuses, `NotStoredError` when there is no such board, and `DamagedError` when it cannot be read or when
   * `edit` wrote although something of the document is missing; nothing of it is kept then.
   */
  change<T>(board: BoardId, edit: (doc: Y.Doc) => T): Promise<T>;
  /**
   * The same for much at once, made elsewhere out of exactly what is on disk. Until `make` resolves and its update is on disk
   * the room applies no edits; they wait, and presence goes on. It is applied in pieces, over several turns of the event
   * loop, and seen by everybody as one update. What `make` throws rejects, and changes nothing. `command` = whose it is, for
   * who changed what.
   */
  changeMade<T>(board: BoardId, make: () => Promise<MadeUpdate & { readonly value: T }>, command?: Command): Promise<T>;
  /**
   * What is missing of a damaged document counts as gone from now on: what waited for it comes as far as it can without it,
   * and people may edit again. Rejects as `change` does; on disk as soon as it resolves.
   */
  goOn(board: BoardId): Promise<void>;
  /** Who is connected to the board now. */
  present(board: BoardId): readonly Person[];
  /** Closes everybody with 4410 and forgets the board; resolves when no write of the room is under way any more. */
  deleteBoard(board: BoardId): Promise<void>;
  /** Commits what arrived, closes everybody with 4503; new sockets are closed with 4503. */
  stop(): Promise<void>;
  gauges(): RelayGauges;
}

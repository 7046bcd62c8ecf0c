/** Who is in a room, and what they are told about it: its title, what they may do, and that the line is alive. */
import type { PersonId } from '#shared/wire/ids.ts';
import type { Person, ReadOnlyReason, ServerMessage } from '#shared/wire/messages.ts';
import { mayDo, type Role } from '#shared/wire/roles.ts';
import type { CloseName } from '#shared/wire/closeCodes.ts';
import type { Broadcast } from './Broadcast.ts';
import type { Connection, ConnectionHost } from '#server/relay/connection/Connection.ts';
import { encodeServerMessage } from '#server/relay/connection/encodeMessage.ts';
import { keepAlive } from './keepAlive.ts';
import { makeRoom } from './makeRoom.ts';
import type { Audience, RelayOptions } from '#server/relay/Relay.ts';
import { PersonPauses } from './PersonPauses.ts';
import type { Resync } from './Resync.ts';
import type { RoomPresence } from '#server/relay/presence/RoomPresence.ts';
import type { Tick } from '#server/relay/tick/Tick.ts';

/** Why nobody may edit: what holds for one person is not among the reasons of a room. */
export type RoomReadOnly = Exclude<ReadOnlyReason, 'observer' | 'sentTooMuch'> | null;

export interface RoomPeopleOptions extends Pick<RelayOptions, 'clock' | 'limits'> {
  /** the same set everywhere in the room; only `RoomPeople` changes it */
  readonly members: Set<Connection>;
  readonly presence: RoomPresence<Connection>;
  readonly broadcast: Broadcast;
  readonly resync: Resync;
  readonly tick: Tick;
  isOpen(): boolean;
  /** What everybody hears right after `welcome`. */
  greetings(): readonly ServerMessage[];
}

export class RoomPeople {
  readonly pauses: PersonPauses;
  readonly #options: RoomPeopleOptions;
  readonly #members: Set<Connection>;
  /** joins that came while the room was closing: they get the next one */
  #waiting: Connection[] = [];
  #title = '';
  #readOnly: RoomReadOnly = null;

  constructor(options: RoomPeopleOptions) {
    this.#options = options;
    this.#members = options.members;
    this.pauses = new PersonPauses({
      ...options,
      tellMode: (member) => member.tell({ type: 'mode', readOnly: this.#readOnlyFor(member) }),
      ask: (member) => this.#mayWrite(member) && options.resync.ask(member),
    });
  }

  get count(): number {
    return this.#members.size;
  }

  /** Everybody once, whatever the number of their connections; a room's screen is nobody. */
  list(): readonly Person[] {
    const people = [...this.#members].filter(({ isScreen, person }) => !isScreen || person.role !== 'observer');
    return [...new Map(people.map(({ person }) => [person.id, person])).values()];
  }

  get readOnly(): RoomReadOnly {
    return this.#readOnly;
  }

  /** Before anybody was welcomed. */
  opened(title: string, readOnly: RoomReadOnly): void {
    this.#title = title;
    this.#readOnly = readOnly;
  }

  /** Closes the connection when there is no place for it. */
  add(connection: Connection, host: ConnectionHost): boolean {
    const refusal = makeRoom(this.#members, connection, this.#options);
    if (refusal !== null) {
      connection.close(refusal);
      return false;
    }
    connection.hostedBy(host);
    this.#members.add(connection);
    return true;
  }

  /** Until the next room takes it. */
  keepWaiting(connection: Connection): void {
    connection.hostedBy({
      receive: () => {},
      left: () => (this.#waiting = this.#waiting.filter((one) => one !== connection)),
    });
    this.#waiting.push(connection);
  }

  takeWaiting(): readonly Connection[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting;
  }

  remove(connection: Connection): void {
    const { resync, presence, tick } = this.#options;
    this.#members.delete(connection);
    resync.forget(connection);
    presence.remove(connection);
    tick.presenceChanged();
  }

  /** The connection said hello. */
  greet(connection: Connection): void {
    connection.saidHello = true;
    connection.tell({
      type: 'welcome',
      person: connection.person,
      title: this.#title,
      now: this.#options.clock.nowMs(),
      readOnly: this.#readOnlyFor(connection),
    });
    for (const message of this.#options.greetings()) connection.tell(message);
  }

  /** The room is open for this member. */
  welcome(connection: Connection): void {
    if (this.#mayWrite(connection)) this.#options.resync.ask(connection);
    this.#options.broadcast.sendFullPresence(connection);
    connection.deliver();
  }

  /** To everybody who understands messages of our own kind, or to some of them; written once, however many they are. */
  tell(message: ServerMessage, to?: Audience): void {
    let bytes: Uint8Array | null = null;
    for (const member of this.#members) {
      if (!member.saidHello || !isAmong(member, to)) continue;
      bytes ??= encodeServerMessage(message);
      if (member.bufferedBytes > this.#options.limits.maxBufferedBytes) member.close('slowReader');
      else member.send(bytes);
    }
  }

  rename(title: string): void {
    this.#title = title;
    this.tell({ type: 'board', title });
  }

  removePerson(person: PersonId): void {
    for (const member of [...this.#members, ...this.#waiting]) if (member.person.id === person) member.expel('removed');
  }

  endDevice(person: PersonId, device: string): void {
    for (const member of [...this.#members, ...this.#waiting])
      if (member.person.id === person && member.device === device) member.expel('deviceEnded');
  }

  checkAgain(person: PersonId): void {
    for (const member of [...this.#members, ...this.#waiting])
      if (member.person.id === person) member.close('ticketEnded');
  }

  /** `from`: only where it still is this one. */
  changeRole(person: PersonId, role: Role, from?: Role): void {
    const { resync, presence, tick } = this.#options;
    for (const member of [...this.#members, ...this.#waiting]) {
      if (member.person.id !== person || member.person.role === role) continue;
      if (from !== undefined && member.person.role !== from) continue;
      member.person = { ...member.person, role };
      if (!this.#options.isOpen()) continue;
      member.tell({ type: 'role', role });
      member.tell({ type: 'mode', readOnly: this.#readOnlyFor(member) });
      if (this.#mayWrite(member)) resync.ask(member);
      presence.refresh(member);
      tick.presenceChanged();
    }
  }

  setReadOnly(reason: RoomReadOnly): void {
    if (this.#readOnly === reason) return;
    this.#readOnly = reason;
    for (const member of this.#members) member.tell({ type: 'mode', readOnly: this.#readOnlyFor(member) });
  }

  /** Asks everybody who may write for what the document lacks. */
  askAll(): void {
    for (const member of this.#members) if (this.#mayWrite(member)) this.#options.resync.ask(member);
  }

  /** Once a second. */
  keepAlive(): void {
    for (const member of this.#members) keepAlive(member, this.#options);
  }

  closeAll(name: CloseName): void {
    for (const member of this.#members) member.close(name);
  }

  #mayWrite(connection: Connection): boolean {
    const { id, role } = connection.person;
    return mayDo(role, 'edit') && this.#readOnly !== 'storage' && !this.pauses.has(id);
  }

  #readOnlyFor(connection: Connection): ReadOnlyReason | null {
    const { id, role } = connection.person;
    if (!mayDo(role, 'edit')) return 'observer';
    return this.#readOnly ?? (this.pauses.has(id) ? 'sentTooMuch' : null);
  }
}

function isAmong(member: Connection, to: Audience | undefined): boolean {
  if (to === undefined) return true;
  return 'role' in to ? member.person.role === to.role : member.person.id === to.person;
}

/**
 * One board that people have open: loading -> open -> closing, or failed, and what becomes of it when something fails. Who is
 * here stands in `RoomPeople`, what messages mean in `RoomMessages`, when they are applied in `Tick`, what they may hold in `admit`.
 */
import type * as Y from 'yjs';
import type { BoardId } from '#shared/wire/ids.ts';
import { StorageFullError } from '#server/store/storeErrors.ts';
import { Acknowledgements } from './Acknowledgements.ts';
import type { Admission } from '#server/relay/updates/admit.ts';
import { Broadcast } from './Broadcast.ts';
import type { Cancel } from '#server/clock/Clock.ts';
import { Compaction } from '#server/relay/document/Compaction.ts';
import type { Connection, ConnectionHost } from '#server/relay/connection/Connection.ts';
import { DocumentDoor } from './DocumentDoor.ts';
import { DocumentSize } from './DocumentSize.ts';
import { everySecond } from '#server/clock/everySecond.ts';
import { loadRoomDocument } from '#server/relay/document/loadRoomDocument.ts';
import { madeChange, ownChange, type MadeChange, type OwnChange } from '#server/relay/tick/OwnChange.ts';
import { closedFor, notOpen } from './notOpen.ts';
import type { Message } from '#server/relay/connection/readMessage.ts';
import type { RoomOptions } from '#server/relay/Relay.ts';
import { Resync } from './Resync.ts';
import { RoomDamage } from './RoomDamage.ts';
import type { ApplyFault } from '#server/relay/tick/AppliedTick.ts';
import type { RoomDocument } from '#server/relay/document/RoomDocument.ts';
import { RoomMessages } from './RoomMessages.ts';
import { RoomPeople } from './RoomPeople.ts';
import { RoomPresence } from '#server/relay/presence/RoomPresence.ts';
import { StorageProbe, type StorageProbeHost } from './StorageProbe.ts';
import { Tick } from '#server/relay/tick/Tick.ts';
import type { QueuedMessage, TickHost } from '#server/relay/tick/TickHost.ts';
import { WritingIds } from './WritingIds.ts';
import type { CloseName } from '#shared/wire/closeCodes.ts';

export type RoomState = 'loading' | 'open' | 'closing' | 'failed';

export class Room implements ConnectionHost, TickHost, StorageProbeHost {
  readonly board: BoardId;
  readonly people: RoomPeople;
  readonly #options: RoomOptions;
  readonly #onGone: (room: Room, waiting: readonly Connection[]) => void;
  readonly #members = new Set<Connection>();
  readonly #presence = new RoomPresence<Connection>();
  readonly #acknowledgements: Acknowledgements;
  readonly #broadcast: Broadcast;
  readonly #tick: Tick;
  readonly #compaction: Compaction;
  readonly #size: DocumentSize;
  readonly #resync: Resync;
  readonly #door: DocumentDoor;
  readonly #probe: StorageProbe;
  readonly #messages: RoomMessages;
  readonly #writingIds: WritingIds;
  readonly #damage: RoomDamage;
  /** why a failed room is over */
  #endedBy: CloseName = 'restarting';
  #state: RoomState = 'loading';
  #document: RoomDocument | null = null;
  #opening: Promise<void> | null = null;
  #closing: Promise<void> | null = null;
  #cancelHeartbeat: Cancel | null = null;
  #cancelIdle: Cancel | null = null;

  constructor(board: BoardId, options: RoomOptions, onGone: (room: Room, waiting: readonly Connection[]) => void) {
    this.board = board;
    this.#options = options;
    this.#onGone = onGone;
    this.#acknowledgements = new Acknowledgements(options.clock);
    this.#broadcast = new Broadcast(this.#members, this.#presence, options.limits, options.meter);
    this.#tick = new Tick({
      ...options,
      board,
      host: this,
      broadcast: this.#broadcast,
      acknowledgements: this.#acknowledgements,
    });
    this.#compaction = new Compaction(board, options);
    this.#size = new DocumentSize(board, options);
    this.#resync = new Resync({
      clock: options.clock,
      document: () => this.document,
      isAhead: () => this.#tick.isAhead,
    });
    this.#door = new DocumentDoor({
      ...options,
      tick: this.#tick,
      resync: this.#resync,
      board,
      pauses: () => this.people.pauses,
      readOnly: () => this.people.readOnly,
      hasLost: () => this.#document?.hasLost === true,
    });
    this.people = new RoomPeople({
      ...options,
      members: this.#members,
      presence: this.#presence,
      broadcast: this.#broadcast,
      resync: this.#resync,
      tick: this.#tick,
      isOpen: () => this.#state === 'open',
      greetings: () => (options.companions ?? []).flatMap((companion) => companion.greetings(board)),
    });
    this.#damage = new RoomDamage(board, options);
    this.#probe = new StorageProbe(board, options, this);
    this.#messages = new RoomMessages({
      ...options,
      tick: this.#tick,
      door: this.#door,
      resync: this.#resync,
      presence: this.#presence,
      broadcast: this.#broadcast,
      claim: (client, { person }) =>
        (this.document.ownership.ownerOf(client) !== undefined || options.budgets.mayShow(board, person.id)) &&
        this.document.ownership.claim(client, person.id),
      vectorBytes: () => this.document.vectorBytes,
      greet: (connection) => this.people.greet(connection),
      askWritingId: (connection, client, clock) => this.#writingIds.ask(connection, client, clock),
    });
    this.#writingIds = new WritingIds({ tick: this.#tick, document: () => this.document });
  }

  get queuedBytes(): number {
    return this.#tick.queuedBytes;
  }

  get document(): RoomDocument {
    if (this.#document === null) throw new Error('The room has no document');
    return this.#document;
  }

  /** Loads. */
  open(): Promise<void> {
    return (this.#opening ??= this.#load());
  }

  async #load(): Promise<void> {
    const { store, log, meter, companions = [] } = this.#options;
    try {
      const row = await store.readBoard(this.board);
      // before anybody reads, so that nobody writes over it
      if (row !== null) await this.#damage.look();
      await Promise.all(companions.map((companion) => companion.opened(this.board)));
      const document = row === null ? null : await loadRoomDocument(this.board, this.#options, this.#compaction);
      if (this.#state !== 'loading') return;
      if (row === null || document === null) {
        this.#end(closedFor[await store.absenceOf(this.board)]);
        return;
      }
      await this.#damage.opened();
      this.#document = document;
      this.people.opened(row.title, this.#size.mode(document));
      this.#state = 'open';
      meter.count('loads');
    } catch (error) {
      meter.count('loadsFailed');
      log.error('room.loadFailed', { board: this.board }, error);
      this.#end('boardUnreadable');
      return;
    }
    this.#cancelHeartbeat = everySecond(this.#options.clock, () => this.#guard(() => this.#beat()));
    this.#guard(() => {
      this.#complete();
      for (const member of this.#members) this.people.welcome(member);
      this.#restIfEmpty();
    });
  }

  join(connection: Connection): void {
    if (this.#state === 'closing') {
      this.people.keepWaiting(connection);
      return;
    }
    if (this.#state === 'failed') {
      connection.close(this.#endedBy);
      return;
    }
    if (!this.people.add(connection, this)) return;
    this.#cancelIdle?.();
    this.#cancelIdle = null;
    if (this.#state === 'open') this.#guard(() => this.people.welcome(connection));
  }

  left(connection: Connection): void {
    this.#acknowledgements.forget(connection);
    this.#writingIds.left(connection);
    this.people.remove(connection);
    this.#restIfEmpty();
  }

  receive(connection: Connection, message: Message): void {
    try {
      this.#messages.receive(connection, message);
    } catch (error) {
      this.#options.meter.count('faults');
      this.#options.log.error('connection.fault', { board: this.board }, error);
      connection.expel('restarting');
    }
  }

  /** A change of the server's own; null where the room was closing and is gone now, so that the next one has to do it. */
  change<T>(edit: (doc: Y.Doc) => T): Promise<{ readonly value: T } | null> {
    return this.#change(() => ownChange(edit));
  }

  /** The same with an update that is made elsewhere. */
  changeMade<T>(...args: Parameters<typeof madeChange<T>>): Promise<{ readonly value: T } | null> {
    return this.#change(() => madeChange(...args));
  }

  /** What is missing counts as gone, and people may edit again; null as above. */
  async goOn(): Promise<{ readonly value: void } | null> {
    const done = await this.#change(() => {
      const { change, value } = ownChange(() => {});
      // what waited has its own writers; nobody did it now
      const apply: OwnChange['apply'] = (document) => ({ ...change.apply(document), update: document.goOn() });
      return { change: { ...change, apply }, value };
    });
    if (done === null || this.#state !== 'open') return done;
    this.people.setReadOnly(this.#size.mode(this.document));
    this.people.askAll();
    return done;
  }

  async #change<T>(
    begin: () => { readonly change: OwnChange | MadeChange; readonly value: Promise<T> },
  ): Promise<{ readonly value: T } | null> {
    await this.open();
    if (this.#state === 'closing') {
      await this.#closing;
      return null;
    }
    if (this.#state !== 'open') throw notOpen(this.#endedBy);
    const { change, value } = begin();
    this.#tick.change(change);
    return { value: await value };
  }

  /** Closes everybody; nothing is stored any more. Resolves when no write is under way. */
  async abandon(name: CloseName): Promise<void> {
    this.#end(name);
    await Promise.all([this.#tick.stop(), this.#compaction.done()]);
  }

  /** Commits what arrived, then closes everybody. */
  async stop(): Promise<void> {
    if (this.#state === 'open') await this.#tick.finish();
    await this.abandon('restarting');
  }

  settled(message: QueuedMessage, admission: Admission): void {
    this.#door.settled(message, admission);
  }

  committed(version: number, bytes: number): void {
    if (this.#state !== 'open') return;
    this.#compaction.committed(version, bytes, this.document);
    if (this.people.readOnly !== 'storage') this.people.setReadOnly(this.#size.mode(this.document));
  }

  levelled(): void {
    if (this.#state !== 'open') return;
    this.#resync.levelled();
    this.#writingIds.levelled();
    // a device may just have brought back what others build on
    if (this.document.isDamaged) this.#tick.commitOwn(this.document.applyWaiting());
  }

  wrote(connection: Connection, client: number): void {
    this.#writingIds.wrote(connection, client);
  }

  wroteOnDamage(): void {
    void this.#reload(this.#tick.takeQueue());
  }

  commitFailed(error: unknown, messages: readonly QueuedMessage[]): void {
    if (this.#state !== 'open') return;
    if (!(error instanceof StorageFullError)) {
      this.faulted(error);
      return;
    }
    this.#options.meter.count('storageFull');
    this.#options.log.warn('room.storageFull', { board: this.board });
    for (const message of [...messages, ...this.#tick.takeQueue()]) message.connection.held = true;
    this.people.setReadOnly('storage');
    void this.#reload([]);
    this.#probe.start();
  }

  applyFailed(fault: ApplyFault, messages: readonly QueuedMessage[]): void {
    const culprit = messages[messages.length === 1 ? 0 : fault.index]?.connection;
    this.#options.meter.count('faults');
    this.#options.log.error('room.applyFailed', { board: this.board, person: culprit?.person.id ?? null }, fault);
    culprit?.expel('malformed');
    // Nobody goes for what another one sent: where it is not known whose message it was, each is applied by itself next time.
    void this.#reload([...messages, ...this.#tick.takeQueue()], culprit === undefined ? messages.length : 0);
  }

  faulted(error: unknown): void {
    this.#options.meter.count('faults');
    this.#options.log.error('room.fault', { board: this.board }, error);
    this.#end('restarting');
  }

  /** Throws away what is not on disk and starts again from what is; people stay connected. The first `apart` messages by themselves. */
  async #reload(messages: readonly QueuedMessage[], apart = 0): Promise<void> {
    this.#tick.pause();
    try {
      const document = await loadRoomDocument(this.board, this.#options, this.#compaction);
      if (this.#state !== 'open') return;
      if (document === null) throw new Error('The board is gone');
      this.#document?.destroy();
      this.#document = document;
      for (const [client, owner] of this.#presence.bound()) document.ownership.claim(client, owner.person.id);
      for (const message of messages) this.#tick.add(message);
      this.#tick.resume(apart);
      this.levelled();
    } catch (error) {
      this.faulted(error);
    }
  }

  #complete(): void {
    // where something is missing, it may be the collections, and new ones would hide what comes back in the old ones
    this.#tick.commitOwn(this.document.isDamaged ? this.document.applyWaiting() : this.document.completeCollections());
  }

  storageBack(version: number): boolean {
    if (this.#state !== 'open' || this.people.readOnly !== 'storage') return true;
    this.#compaction.committed(version, 0, null);
    if (this.#tick.isAhead) return false;
    this.#options.log.info('room.storageBack', { board: this.board });
    this.people.setReadOnly(this.#size.mode(this.document));
    this.#complete();
    this.people.askAll();
    return true;
  }

  #beat(): void {
    if (this.#state !== 'open') return;
    const now = this.#options.clock.elapsedMs();
    this.people.keepAlive();
    this.document.answers.forgetUnused(now);
    if (this.#tick.isAhead) return;
    if (this.people.readOnly === 'documentTooLarge') this.people.setReadOnly(this.#size.mode(this.document));
    this.document.rest(now);
  }

  #restIfEmpty(): void {
    if (this.#state !== 'open' || this.#members.size > 0 || this.#cancelIdle !== null) return;
    const { clock, limits } = this.#options;
    this.#cancelIdle = clock.setTimer(() => (this.#closing = this.#close()), limits.roomIdleMs);
  }

  /** Nobody is here: commit, compact, forget. Joins wait for the next room. */
  async #close(): Promise<void> {
    if (this.#state !== 'open' || this.#members.size > 0) return;
    this.#state = 'closing';
    try {
      await this.#tick.finish();
      await this.#compaction.atUnload(this.document);
    } catch (error) {
      this.#options.log.error('room.closeFailed', { board: this.board }, error);
    }
    if (this.#state === 'closing') this.#release();
  }

  #end(name: CloseName): void {
    if (this.#state === 'failed') return;
    this.#state = 'failed';
    this.#endedBy = name;
    this.people.closeAll(name);
    this.#release();
  }

  #release(): void {
    this.#state = 'failed';
    this.#cancelHeartbeat?.();
    this.#cancelIdle?.();
    this.#probe.stop();
    this.#acknowledgements.stop();
    this.#resync.stop();
    void this.#tick.stop();
    this.#document?.destroy();
    for (const companion of this.#options.companions ?? []) companion.closed(this.board);
    this.#onGone(this, this.people.takeWaiting());
  }

  #guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.faulted(error);
    }
  }
}

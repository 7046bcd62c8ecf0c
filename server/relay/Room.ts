/**
 * One board that people have open: loading -> open -> closing, or failed. What frames mean stands here; when they are applied
 * in `Tick`, what they may hold in `admit` and `inspect`.
 */
import * as v from 'valibot';
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import { ClientMessage, protocolVersion, type FrameRefusal, type ReadOnlyReason } from '#shared/wire/messages.ts';
import { mayDo, type Role } from '#shared/wire/roles.ts';
import { StorageFullError } from '#server/store/Store.ts';
import { Acknowledgements } from './Acknowledgements.ts';
import type { Admission } from './admit.ts';
import { Broadcast } from './Broadcast.ts';
import type { Cancel } from './Clock.ts';
import { Compaction } from './Compaction.ts';
import type { Connection, ConnectionHost } from './Connection.ts';
import { emptyUpdate, isEmptyUpdate } from './emptyUpdate.ts';
import { keepAlive } from './keepAlive.ts';
import type { Frame } from './readFrame.ts';
import { readPresence } from './readPresence.ts';
import { readStateVector } from './readStateVector.ts';
import type { RelayOptions } from './Relay.ts';
import { RoomDocument, type ApplyFault } from './RoomDocument.ts';
import { RoomPresence } from './RoomPresence.ts';
import { Tick, type QueuedFrame, type TickHost } from './Tick.ts';
import type { CloseName } from '#shared/wire/closeCodes.ts';

export type RoomState = 'loading' | 'open' | 'closing' | 'failed';

const heartbeatMs = 1_000;
const maxQueuedBytes = 64 * 1024 * 1024;
/** after a refusal for its role a person is told; the third time the line is closed */
const maxRoleRefusals = 3;
const maxRefusals = 20;
const resyncEveryMs = 1_000;
const probeFirstMs = 1_000;
const probeMaxMs = 30_000;

export class Room implements ConnectionHost, TickHost {
  readonly board: BoardId;
  readonly #options: RelayOptions;
  readonly #onGone: (room: Room, waiting: readonly Connection[]) => void;
  readonly #members = new Set<Connection>();
  readonly #presence = new RoomPresence<Connection>();
  readonly #acknowledgements: Acknowledgements;
  readonly #broadcast: Broadcast;
  readonly #tick: Tick;
  readonly #compaction: Compaction;
  /** joins that came while the room was closing: they get the next one */
  #waiting: Connection[] = [];
  /** sync step 1 of members that are answered when the document is not ahead of the disk */
  readonly #unanswered = new Map<Connection, ReadonlyMap<number, number>>();
  /** members that are asked for what they have, at the same moment */
  readonly #unasked = new Set<Connection>();
  #state: RoomState = 'loading';
  #document: RoomDocument | null = null;
  #title = '';
  #readOnly: Exclude<ReadOnlyReason, 'observer'> | null = null;
  #warned = false;
  #cancelHeartbeat: Cancel | null = null;
  #cancelIdle: Cancel | null = null;
  #cancelProbe: Cancel | null = null;
  #probeMs = probeFirstMs;
  #heartbeatAtMs = 0;

  constructor(board: BoardId, options: RelayOptions, onGone: (room: Room, waiting: readonly Connection[]) => void) {
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
  }

  get state(): RoomState {
    return this.#state;
  }

  get members(): ReadonlySet<Connection> {
    return this.#members;
  }

  get isReadOnly(): boolean {
    return this.#readOnly !== null;
  }

  get queuedBytes(): number {
    return this.#tick.queuedBytes;
  }

  get document(): RoomDocument {
    if (this.#document === null) throw new Error('The room has no document');
    return this.#document;
  }

  /** Loads; called once. */
  async open(): Promise<void> {
    const { store, log, meter } = this.#options;
    try {
      const row = await store.readBoard(this.board);
      const document = row === null ? null : await this.#load();
      if (this.#state !== 'loading') return;
      if (row === null || document === null) {
        const wasDeleted = await store.wasDeleted(this.board);
        this.#end(wasDeleted ? 'boardDeleted' : 'boardUnknown');
        return;
      }
      this.#title = row.title;
      this.#document = document;
      this.#state = 'open';
      meter.count('loads');
    } catch (error) {
      meter.count('loadsFailed');
      log.error('room.loadFailed', { board: this.board }, error);
      this.#end('restarting');
      return;
    }
    this.#heartbeatAtMs = this.#options.clock.elapsedMs();
    this.#beat();
    this.#guard(() => {
      this.#complete();
      for (const member of [...this.#members]) this.#welcome(member);
      this.#restIfEmpty();
    });
  }

  join(connection: Connection): void {
    const { limits, clock } = this.#options;
    if (this.#state === 'closing') {
      connection.hostedBy({
        receive: () => {},
        left: () => (this.#waiting = this.#waiting.filter((one) => one !== connection)),
      });
      this.#waiting.push(connection);
      return;
    }
    if (this.#state === 'failed') {
      connection.close('restarting');
      return;
    }
    if (this.#members.size >= limits.connectionsPerRoom) {
      connection.close('roomFull');
      return;
    }
    const own = [...this.#members].filter((member) => member.person.id === connection.person.id);
    if (own.length >= limits.connectionsPerPerson) {
      // a line that flaps leaves dead sockets behind; those make room first
      const silent = own.find((member) => clock.elapsedMs() - member.lastHeardMs > limits.pingEveryMs * 1.25);
      if (silent === undefined) {
        connection.close('tooFast');
        return;
      }
      silent.terminate();
    }
    connection.hostedBy(this);
    this.#members.add(connection);
    this.#cancelIdle?.();
    this.#cancelIdle = null;
    if (this.#state === 'open') this.#guard(() => this.#welcome(connection));
  }

  left(connection: Connection): void {
    this.#members.delete(connection);
    this.#unanswered.delete(connection);
    this.#unasked.delete(connection);
    this.#acknowledgements.forget(connection);
    this.#presence.remove(connection);
    this.#tick.presenceChanged();
    this.#restIfEmpty();
  }

  receive(connection: Connection, frame: Frame): void {
    try {
      this.#receive(connection, frame);
    } catch (error) {
      this.#options.meter.count('faults');
      this.#options.log.error('connection.fault', { board: this.board }, error);
      connection.expel('restarting');
    }
  }

  removePerson(person: PersonId): void {
    for (const member of [...this.#members, ...this.#waiting])
      if (member.person.id === person) member.expel('ticketEnded');
  }

  rename(title: string): void {
    this.#title = title;
    for (const member of this.#members) member.tell({ type: 'board', title });
  }

  changeRole(person: PersonId, role: Role): void {
    for (const member of this.#members) {
      if (member.person.id !== person || member.person.role === role) continue;
      member.person = { ...member.person, role };
      member.tell({ type: 'mode', readOnly: this.#readOnlyFor(member) });
      if (this.#mayWrite(member)) this.#askFor(member);
      this.#presence.refresh(member);
      this.#tick.presenceChanged();
    }
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

  settled(frame: QueuedFrame, admission: Admission): void {
    const { connection } = frame;
    const { meter, limits, clock } = this.#options;
    switch (admission) {
      case 'take':
      case 'known':
        meter.count('updatesTaken');
        if (frame.kind === 'step2') this.#caughtUp(connection);
        return;
      case 'malformed':
        connection.expel('malformed');
        return;
      case 'gap': {
        if (frame.kind === 'step2') {
          this.#caughtUp(connection);
          this.#strike(connection);
          return;
        }
        if (connection.refusedFor !== null) {
          this.#refuse(connection, frame.number, connection.refusedFor);
          return;
        }
        const now = clock.elapsedMs();
        if (!connection.held) {
          connection.held = true;
          connection.heldBytes = 0;
          connection.heldSinceMs = now;
        }
        connection.heldBytes += frame.body.length;
        if (connection.heldBytes > limits.maxPendingBytes || now - connection.heldSinceMs > limits.maxPendingMs)
          connection.expel('malformed');
        else if (connection.asked === 0 && now - connection.askedAtMs >= resyncEveryMs) {
          meter.count('resyncsAsked');
          // the document is ahead of the disk just now
          this.#unasked.add(connection);
        }
        return;
      }
      default:
        connection.refusedFor = admission;
        if (frame.kind === 'step2') this.#caughtUp(connection);
        this.#refuse(connection, frame.number, admission);
    }
  }

  committed(version: number, bytes: number): void {
    const { log, meter, limits } = this.#options;
    if (this.#state !== 'open') return;
    const { document } = this;
    this.#compaction.committed(version, bytes, document);
    if (document.bytes > limits.documentMaxBytes && this.#readOnly === null) {
      document.bytes = document.answers.fullState().length;
      if (document.bytes > limits.documentMaxBytes) this.#setReadOnly('documentTooLarge');
    } else if (this.#readOnly === 'documentTooLarge' && document.bytes <= limits.documentMaxBytes)
      this.#setReadOnly(null);
    if (document.bytes > limits.documentWarnBytes && !this.#warned) {
      this.#warned = true;
      meter.count('documentsLarge');
      log.warn('room.documentLarge', { board: this.board, bytes: document.bytes });
    }
  }

  levelled(): void {
    if (this.#state !== 'open') return;
    for (const [connection, known] of this.#unanswered) this.#answer(connection, known);
    this.#unanswered.clear();
    for (const connection of this.#unasked) this.#askFor(connection);
    this.#unasked.clear();
  }

  commitFailed(error: unknown, frames: readonly QueuedFrame[]): void {
    if (this.#state !== 'open') return;
    if (!(error instanceof StorageFullError)) {
      this.faulted(error);
      return;
    }
    this.#options.meter.count('storageFull');
    this.#options.log.warn('room.storageFull', { board: this.board });
    for (const frame of [...frames, ...this.#tick.takeQueue()]) frame.connection.held = true;
    this.#setReadOnly('storage');
    void this.#reload([]);
    this.#probeLater();
  }

  applyFailed(fault: ApplyFault, frames: readonly QueuedFrame[]): void {
    const culprit = frames[fault.index]?.connection;
    this.#options.meter.count('faults');
    this.#options.log.error('room.applyFailed', { board: this.board }, fault);
    if (culprit === undefined) {
      this.#end('restarting');
      return;
    }
    culprit.expel('malformed');
    void this.#reload([...frames, ...this.#tick.takeQueue()]);
  }

  faulted(error: unknown): void {
    this.#options.meter.count('faults');
    this.#options.log.error('room.fault', { board: this.board }, error);
    this.#end('restarting');
  }

  #receive(connection: Connection, frame: Frame): void {
    const { limits, clock, meter } = this.#options;
    switch (frame.kind) {
      case 'message':
        this.#receiveMessage(connection, frame.text);
        return;
      case 'step1': {
        if (frame.body.length > limits.maxStep1Bytes) {
          connection.expel('tooLarge');
          return;
        }
        const known = readStateVector(frame.body);
        if (known === null) connection.expel('malformed');
        else this.#receiveStepOne(connection, known);
        return;
      }
      case 'step2':
      case 'update':
        this.#receiveDocument(connection, frame.kind, frame.body);
        return;
      case 'presence': {
        // what a stock client sends back of others may be large; its own entry may not
        const entries = frame.body.length > limits.maxUpdateBytes ? null : readPresence(frame.body);
        if (entries === null) {
          connection.expel(frame.body.length > limits.maxUpdateBytes ? 'tooLarge' : 'malformed');
          return;
        }
        const fitting = entries.filter((entry) => entry.json.length <= limits.maxPresenceBytes);
        const dropped = this.#presence.receive(connection, fitting, (client) =>
          this.document.ownership.claim(client, connection.person.id),
        );
        if (dropped + entries.length - fitting.length > 0)
          meter.count('presenceDropped', dropped + entries.length - fitting.length);
        this.#tick.presenceChanged();
        return;
      }
      case 'queryPresence':
        if (connection.step1Bucket.take(1, clock.elapsedMs())) this.#broadcast.sendFullPresence(connection);
    }
  }

  #receiveMessage(connection: Connection, text: string): void {
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      connection.expel('malformed');
      return;
    }
    const message = v.safeParse(ClientMessage, json);
    if (!message.success) {
      connection.expel('malformed');
      return;
    }
    if (message.output.protocol !== protocolVersion) {
      connection.close('clientTooOld');
      return;
    }
    connection.saidHello = true;
    connection.tell({
      type: 'welcome',
      person: connection.person,
      title: this.#title,
      now: this.#options.clock.nowMs(),
      readOnly: this.#readOnlyFor(connection),
    });
  }

  #receiveStepOne(connection: Connection, known: ReadonlyMap<number, number>): void {
    if (!connection.step1Bucket.take(1, this.#options.clock.elapsedMs())) {
      this.#strike(connection, 'tooFast');
      return;
    }
    const { answers } = this.document;
    // the full answer that is at hand holds only what is on disk, so it may be given even while a commit is under way
    if (!this.#tick.isAhead || (known.size === 0 && answers.isReady)) this.#answer(connection, known);
    else {
      connection.awaitsAnswer = true;
      this.#unanswered.set(connection, known);
    }
  }

  #answer(connection: Connection, known: ReadonlyMap<number, number>): void {
    const now = this.#options.clock.elapsedMs();
    connection.awaitsAnswer = false;
    connection.sendTogether(this.document.answers.answer(known, now), now);
  }

  #receiveDocument(connection: Connection, kind: 'update' | 'step2', body: Uint8Array): void {
    const { limits } = this.#options;
    const number = ++connection.documentFrames;
    if (kind === 'step2') {
      if (connection.asked === 0 && !isEmptyUpdate(body)) {
        this.#refuse(connection, number, mayDo(connection.person.role, 'edit') ? 'invalid' : 'role');
        return;
      }
      connection.asked = Math.max(0, connection.asked - 1);
    }
    if (body.length > (kind === 'step2' ? limits.maxStep2Bytes : limits.maxUpdateBytes)) {
      connection.refusedFor = 'tooLarge';
      this.#refuse(connection, number, 'tooLarge');
    } else if (!mayDo(connection.person.role, 'edit')) {
      if (!isEmptyUpdate(body)) this.#refuse(connection, number, 'role');
    }
    // what comes while the disk is full is asked for again when it is not
    else if (this.#readOnly === 'storage') connection.held = true;
    else if (this.#readOnly === 'documentTooLarge' && body[0] !== 0)
      this.#refuse(connection, number, 'documentTooLarge');
    else if (this.#tick.queuedBytes > maxQueuedBytes) connection.close('tooFast');
    else this.#tick.add({ connection, person: connection.person.id, number, kind, body });
  }

  #refuse(connection: Connection, frame: number, code: FrameRefusal): void {
    this.#options.meter.count('updatesRefused', 1, code);
    connection.tell({ type: 'refused', frame, code });
    if (code === 'role' && ++connection.roleRefusals >= maxRoleRefusals) connection.expel('roleRefused');
    else if (code === 'tooLarge' && !connection.saidHello) connection.expel('tooLarge');
    else if (code !== 'role' && code !== 'documentTooLarge') this.#strike(connection);
  }

  #strike(connection: Connection, name: 'malformed' | 'tooFast' = 'malformed'): void {
    if (++connection.refusals > maxRefusals) connection.expel(name);
  }

  /** Everything that the connection has is here. */
  #caughtUp(connection: Connection): void {
    connection.held = false;
    connection.heldBytes = 0;
  }

  /** Asks for what the server lacks, by sync step 1. */
  #askFor(connection: Connection): void {
    if (this.#tick.isAhead) {
      this.#unasked.add(connection);
      return;
    }
    connection.asked++;
    connection.askedAtMs = this.#options.clock.elapsedMs();
    connection.send(this.document.answers.stepOne());
  }

  #welcome(connection: Connection): void {
    if (this.#mayWrite(connection)) this.#askFor(connection);
    this.#broadcast.sendFullPresence(connection);
    connection.deliver();
  }

  #mayWrite(connection: Connection): boolean {
    return mayDo(connection.person.role, 'edit') && this.#readOnly !== 'storage';
  }

  #readOnlyFor(connection: Connection): ReadOnlyReason | null {
    return mayDo(connection.person.role, 'edit') ? this.#readOnly : 'observer';
  }

  #setReadOnly(reason: Exclude<ReadOnlyReason, 'observer'> | null): void {
    if (this.#readOnly === reason) return;
    this.#readOnly = reason;
    for (const member of this.#members) member.tell({ type: 'mode', readOnly: this.#readOnlyFor(member) });
  }

  async #load(): Promise<RoomDocument | null> {
    const { store, meter, log, clock } = this.#options;
    const stored = await store.loadDocument(this.board);
    if (stored === null) return null;
    const document = new RoomDocument(stored, (encode) => {
      const started = clock.elapsedMs();
      const encoded = encode();
      meter.observe('encodeMs', clock.elapsedMs() - started);
      return encoded;
    });
    if (!document.isWhole) throw new Error('The journal of the board has a hole');
    this.#compaction.loaded(stored);
    log.info('room.loaded', { board: this.board, bytes: document.bytes });
    return document;
  }

  /** Throws away what is not on disk and starts again from what is; people stay connected. */
  async #reload(frames: readonly QueuedFrame[]): Promise<void> {
    this.#tick.pause();
    try {
      const document = await this.#load();
      if (this.#state !== 'open') return;
      if (document === null) throw new Error('The board is gone');
      this.#document?.destroy();
      this.#document = document;
      for (const [client, owner] of this.#presence.bound()) document.ownership.claim(client, owner.person.id);
      this.#tick.resume();
      for (const frame of frames) this.#tick.add(frame);
      this.levelled();
    } catch (error) {
      this.faulted(error);
    }
  }

  #complete(): void {
    const missing = this.document.completeCollections();
    if (missing !== null) this.#tick.commitOwn(missing);
  }

  #probeLater(): void {
    this.#cancelProbe?.();
    this.#cancelProbe = this.#options.clock.setTimer(() => void this.#probe(), this.#probeMs);
    this.#probeMs = Math.min(probeMaxMs, this.#probeMs * 2);
  }

  /** Writes an entry without content; when that works, everybody is asked for what was held. */
  async #probe(): Promise<void> {
    if (this.#state !== 'open' || this.#readOnly !== 'storage') return;
    try {
      const version = await this.#options.store.append(this.board, { update: emptyUpdate, claims: [] });
      this.#compaction.committed(version, emptyUpdate.length, null);
    } catch (error) {
      if (error instanceof StorageFullError) this.#probeLater();
      else this.faulted(error);
      return;
    }
    if (this.#state !== 'open' || this.#tick.isAhead) {
      this.#probeLater();
      return;
    }
    this.#options.log.info('room.storageBack', { board: this.board });
    this.#probeMs = probeFirstMs;
    this.#setReadOnly(null);
    this.#guard(() => {
      this.#complete();
      for (const member of this.#members) if (this.#mayWrite(member)) this.#askFor(member);
    });
  }

  #beat(): void {
    this.#cancelHeartbeat = this.#options.clock.setTimer(() => {
      const now = this.#options.clock.elapsedMs();
      const lateMs = Math.max(0, now - this.#heartbeatAtMs - heartbeatMs);
      this.#heartbeatAtMs = now;
      this.#guard(() => {
        for (const member of [...this.#members]) keepAlive(member, lateMs, this.#options);
        this.#document?.answers.forgetUnused(now);
      });
      if (this.#state === 'open') this.#beat();
    }, heartbeatMs);
  }

  #restIfEmpty(): void {
    if (this.#state !== 'open' || this.#members.size > 0 || this.#cancelIdle !== null) return;
    this.#cancelIdle = this.#options.clock.setTimer(() => void this.#close(), this.#options.limits.roomIdleMs);
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
    for (const member of [...this.#members]) member.close(name);
    this.#release();
  }

  #release(): void {
    this.#state = 'failed';
    this.#cancelHeartbeat?.();
    this.#cancelIdle?.();
    this.#cancelProbe?.();
    this.#acknowledgements.stop();
    void this.#tick.stop();
    this.#unanswered.clear();
    this.#unasked.clear();
    this.#document?.destroy();
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#onGone(this, waiting);
  }

  #guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.faulted(error);
    }
  }
}

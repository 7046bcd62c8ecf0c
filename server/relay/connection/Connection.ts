/** One socket: its rates, its messages, what it is owed. Decides nothing about the document. */
import { closeCodes, type CloseName } from '#shared/wire/closeCodes.ts';
import type { Limits } from '#shared/wire/limits.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import { messageKinds, type MessageRefusal, type Person, type ServerMessage } from '#shared/wire/messages.ts';
import type { Cancel, Clock } from '#server/clock/Clock.ts';
import { encodeServerMessage } from './encodeMessage.ts';
import type { Log } from '#server/log/Log.ts';
import type { Meter } from '#server/relay/Meter.ts';
import { readMessage, type Message } from './readMessage.ts';
import type { Socket, SocketHandlers } from '#server/relay/Socket.ts';
import { TokenBucket } from './TokenBucket.ts';

export interface ConnectionHost {
  receive(connection: Connection, message: Message): void;
  left(connection: Connection): void;
}

export interface ConnectionOptions {
  readonly socket: Socket;
  readonly person: Person;
  /** which of their devices */
  readonly device: string;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly meter: Meter;
  readonly log: Log;
  readonly board: BoardId;
}

/** messages kept while the room is loading */
const maxEarlyMessages = 256;
/** after the closing handshake was started, so long until the line is cut */
const terminateAfterMs = 5_000;
/** who is not read any more cannot answer the handshake, and has so long to hear why */
const terminateUnreadAfterMs = 1_000;
/** a slow reader hears why only behind all that waits for it */
const terminateSlowAfterMs = 30_000;
/** milliseconds of applying that one connection may cause: so many a second, so many at once */
const applyPerSecond = 300;
const applyBurst = 2_000;

/** Closed for what they sent: what they go on sending would still cost everybody else time. */
const endsReading: ReadonlySet<CloseName> = new Set(['tooFast', 'malformed', 'tooLarge']);

export class Connection implements SocketHandlers {
  person: Person;
  readonly device: string;
  /** said `hello`, so it understands messages of kind 10 */
  saidHello = false;
  /** the load of a page that it belongs to, where it said so */
  page: string | null = null;
  /** shows the workshop to a room: nobody sits there */
  isScreen = false;
  /** document messages that came in, counted from 1 */
  documentMessages = 0;
  /** sync step 1 sent and not answered yet */
  asked = 0;
  askedAtMs = -Infinity;
  /** document messages up to this one are on disk or were refused */
  savable = 0;
  acknowledged = 0;
  acknowledgedAtMs = -Infinity;
  /** messages are missing until the next whole sync step 2; nothing after them counts as saved */
  held = false;
  /** its person brought too much: nothing is read before the next answer to a sync step 1, which brings all of it again */
  isPaused = false;
  heldBytes = 0;
  heldSinceMs = 0;
  /** why its content was last refused: what builds on it misses predecessors and is refused for the same reason */
  refusedFor: MessageRefusal | null = null;
  refusals = 0;
  roleRefusals = 0;
  /** waits for the answer to its sync step 1, which will contain everything committed until then */
  awaitsAnswer = false;
  /** presence messages were skipped, so the next one must be the full one */
  presenceStale = false;
  /** its messages that wait for the tick are not applied any more */
  isExpelled = false;
  /** in time in which the server could hear it: elapsed less what it stood still */
  lastHeardMs: number;
  lastPingMs: number;
  lastDataMs: number;
  readonly step1Bucket: TokenBucket;
  readonly applyBucket: TokenBucket;
  readonly #socket: Socket;
  readonly #limits: Limits;
  readonly #clock: Clock;
  readonly #meter: Meter;
  readonly #log: Log;
  readonly #board: BoardId;
  readonly #messages: TokenBucket;
  readonly #presence: TokenBucket;
  readonly #bytes: TokenBucket;
  #early: Message[] | null = [];
  #host: ConnectionHost | null = null;
  #isOpen = true;
  #isGone = false;
  #cancelTerminate: Cancel | null = null;

  constructor(options: ConnectionOptions) {
    const { socket, person, device, limits, clock, meter, log, board } = options;
    const now = clock.elapsedMs();
    const still = clock.stoodStillMs();
    this.person = person;
    this.device = device;
    this.#socket = socket;
    this.#limits = limits;
    this.#clock = clock;
    this.#meter = meter;
    this.#log = log;
    this.#board = board;
    this.lastHeardMs = now - still;
    this.lastPingMs = now;
    this.lastDataMs = now;
    this.#messages = new TokenBucket(limits.messagesPerSecond, limits.messagesBurst, now, still);
    // Stock clients send back every presence message they get, so presence has its own, wider measure.
    this.#presence = new TokenBucket(limits.messagesPerSecond * 2, limits.messagesBurst * 2, now, still);
    this.#bytes = new TokenBucket(limits.bytesPerSecond, limits.bytesBurst, now, still);
    this.step1Bucket = new TokenBucket(1_000 / limits.step1EveryMs, limits.step1Burst, now);
    this.applyBucket = new TokenBucket(applyPerSecond, applyBurst, now);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get bufferedBytes(): number {
    return this.#socket.bufferedBytes;
  }

  /** Whoever waits for it: nobody, the relay, a room. */
  hostedBy(host: ConnectionHost): void {
    this.#host = host;
  }

  /** The room is open: from now on messages go to it at once, those that came early first. */
  deliver(): void {
    const early = this.#early ?? [];
    this.#early = null;
    for (const message of early) if (this.#isOpen) this.#host?.receive(this, message);
  }

  onMessage(data: Uint8Array): void {
    if (!this.#isOpen) return;
    const now = this.#clock.elapsedMs();
    const still = this.#clock.stoodStillMs();
    this.lastHeardMs = now - still;
    this.#meter.count('messagesIn');
    const bucket = data[0] === messageKinds.awareness ? this.#presence : this.#messages;
    if (!bucket.take(1, now, still) || !this.#bytes.take(data.length, now, still)) {
      this.close('tooFast');
      return;
    }
    const message = data.length > this.#limits.maxMessageBytes ? null : readMessage(data);
    if (message === null) {
      this.expel(data.length > this.#limits.maxMessageBytes ? 'tooLarge' : 'malformed');
      return;
    }
    if (this.#early === null) this.#host?.receive(this, message);
    else if (this.#early.length < maxEarlyMessages) this.#early.push(message);
    else this.close('tooFast');
  }

  onText(): void {
    this.expel('malformed');
  }

  onPong(): void {
    this.lastHeardMs = this.#clock.elapsedMs() - this.#clock.stoodStillMs();
  }

  onClose(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#cancelTerminate?.();
    this.#leave();
  }

  send(message: Uint8Array): void {
    if (!this.#isOpen) return;
    this.lastDataMs = this.#clock.elapsedMs();
    this.#meter.count('messagesOut');
    this.#socket.send(message);
  }

  sendTogether(messages: readonly Uint8Array[], nowMs: number): void {
    if (!this.#isOpen) return;
    this.lastDataMs = nowMs;
    this.#meter.count('messagesOut', messages.length);
    if (this.#socket.sendTogether !== undefined) this.#socket.sendTogether(messages);
    else for (const message of messages) this.#socket.send(message);
  }

  /** Only to those who said hello. */
  tell(message: ServerMessage): void {
    if (this.saidHello) this.send(encodeServerMessage(message));
  }

  ping(nowMs: number): void {
    this.lastPingMs = nowMs;
    this.#socket.ping();
  }

  /** Closes, and what it sent that is not applied yet is dropped: it may not act any more. */
  expel(name: CloseName): void {
    this.isExpelled = true;
    this.close(name);
  }

  close(name: CloseName): void {
    if (!this.#isOpen) return;
    this.#meter.count('closed', 1, name);
    // a restart or a deleted board ends many at once and is told elsewhere
    if (name !== 'restarting' && name !== 'boardDeleted')
      this.#log.info('connection.closed', { board: this.#board, person: this.person.id, code: name });
    this.#socket.close(closeCodes[name], name);
    const isHostile = endsReading.has(name);
    if (isHostile) this.#socket.stopReading?.();
    const politeMs = name === 'slowReader' ? terminateSlowAfterMs : terminateAfterMs;
    this.#cancelTerminate = this.#clock.setTimer(
      () => this.#socket.terminate(),
      isHostile ? terminateUnreadAfterMs : politeMs,
    );
    this.#leave();
  }

  /** Nobody answers at the other end. */
  terminate(): void {
    if (!this.#isOpen) return;
    this.#meter.count('closed', 1, 'dead');
    this.#socket.terminate();
    this.#leave();
  }

  #leave(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#early = [];
    this.#host?.left(this);
  }
}

/**
 * The tick of one room: what arrived is applied in one transaction, committed as one journal entry, and only then sent as
 * one message and acknowledged (SYNC-2, SYNC-6). While a commit is under way the next tick collects.
 */
import { messageKinds, syncKinds } from '#shared/wire/messages.ts';
import { DamagedError } from '#server/store/storeErrors.ts';
import type { Act } from './Act.ts';
import { joinTouches, type Touches } from '#shared/board/changes/touches.ts';
import type { Cancel } from '#server/clock/Clock.ts';
import { actsOf, actsRow, ownAct } from './actsOf.ts';
import { keepBefore, tellNamed } from './aroundCommit.ts';
import { encodeMessage } from '#server/relay/connection/encodeMessage.ts';
import { LossWatch } from './LossWatch.ts';
import type { Loss } from './MassRemoval.ts';
import type { MadeChange, MadeUpdate, OwnChange, OwnUpdate } from './OwnChange.ts';
import { Pace } from './Pace.ts';
import { ApplyFault, type AppliedTick } from './AppliedTick.ts';
import { restraintOf } from './restraintOf.ts';
import type { QueuedMessage, TickOptions } from './TickHost.ts';

/** Measured: a tick that rests four times its cost keeps 500 active people under half a core for documents. */
const rest = 4;
const maxRestMs = 45;

/** What messages brought and nobody will see. */
type TakenBack = Pick<AppliedTick, 'undone' | 'forbidden'>;
const nothingTaken: TakenBack = { undone: new Map(), forbidden: new Map() };

/** What is particular about a tick. */
interface Special {
  readonly change?: OwnChange | MadeChange;
  /** the full state after it, where that is known */
  readonly state?: Uint8Array;
  /** what is on disk is to be kept first */
  readonly loss?: Loss | null;
  /** organizations that got another name */
  readonly named?: readonly string[];
  /** who changed what */
  readonly acts?: readonly Act[];
}

export class Tick {
  readonly #options: TickOptions;
  readonly #pace = new Pace(rest, maxRestMs);
  readonly #losses = new LossWatch(() => this.#options.host.document);
  #queue: QueuedMessage[] = [];
  #queuedBytes = 0;
  #changes: (OwnChange | MadeChange)[] = [];
  /** applied and not on disk yet: the document is ahead of what may be shown */
  #commit: Promise<void> | null = null;
  #startedAtMs = 0;
  #started = 0;
  #isPaused = false;
  /** messages at the head of the queue of which one broke the tick that they were in */
  #apart = 0;
  #isStopped = false;
  #cancelFlush: Cancel | null = null;
  #cancelPresence: Cancel | null = null;

  constructor(options: TickOptions) {
    this.#options = options;
  }

  get queuedBytes(): number {
    return this.#queuedBytes;
  }

  /** Nothing waits, and the document holds exactly what is on disk. */
  get isIdle(): boolean {
    return !this.isAhead && !this.#hasWork;
  }

  /** Ticks that were begun. */
  get started(): number {
    return this.#started;
  }

  /** True while the document must not be encoded for anybody. */
  get isAhead(): boolean {
    return this.#commit !== null || this.#isPaused;
  }

  add(message: QueuedMessage): void {
    this.#queue.push(message);
    this.#queuedBytes += message.body.length;
    this.#schedule();
  }

  /** A change of the server's own, in a tick by itself. */
  change(change: OwnChange | MadeChange): void {
    if (this.#isStopped) {
      change.failed(new Error('The room is closed'));
      return;
    }
    this.#changes.push(change);
    this.#schedule();
  }

  /** Presence changed. */
  presenceChanged(): void {
    if (this.#cancelPresence !== null || this.#isStopped) return;
    const wait = this.#options.broadcast.presenceWaitMs(this.#options.clock.elapsedMs());
    if (wait === null) return;
    const run = (): void => {
      this.#cancelPresence = null;
      this.#options.broadcast.send(null, this.#options.clock.elapsedMs());
      // it may have gone with a tick in between, and more have come since
      this.presenceChanged();
    };
    this.#cancelPresence = this.#later(run, wait);
  }

  /** Takes what waits out of the queue: the caller answers for it. */
  takeQueue(): QueuedMessage[] {
    const queue = this.#queue;
    this.#queue = [];
    this.#queuedBytes = 0;
    return queue;
  }

  /** What the next tick applies. */
  #takeMessages(): QueuedMessage[] {
    const messages = this.takeQueue();
    if (this.#apart === 0) return messages;
    this.#apart -= 1;
    const [first, ...others] = messages;
    for (const message of others) this.add(message);
    return first === undefined ? [] : [first];
  }

  /** The document is being loaded again: nothing is applied until `resume`. */
  pause(): void {
    this.#isPaused = true;
  }

  /** The first `apart` messages of the queue are applied in a tick each. */
  resume(apart = 0): void {
    this.#isPaused = false;
    this.#apart = apart;
    this.#schedule();
  }

  /** Applies what waits and resolves when it is on disk. */
  async finish(): Promise<void> {
    while (this.#commit !== null || (this.#hasWork && !this.#isPaused && !this.#isStopped)) {
      if (this.#commit === null) this.#flush();
      await this.#commit;
    }
  }

  /** Commits `update`, which the server itself made, like a tick; null = there is none. */
  commitOwn(update: Uint8Array | null): void {
    if (update !== null) this.#store(update, [], nothingTaken);
  }

  /** Nothing is applied or sent any more; a commit under way ends by itself. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancelFlush?.();
    this.#cancelPresence?.();
    this.takeQueue();
    for (const change of this.#changes.splice(0)) change.failed(new Error('The room is closed'));
    await this.#commit;
  }

  get #hasWork(): boolean {
    return this.#queue.length > 0 || this.#changes.length > 0;
  }

  #schedule(): void {
    if (this.#cancelFlush !== null || this.isAhead || this.#isStopped || !this.#hasWork) return;
    const { clock } = this.#options;
    const run = (): void => {
      this.#cancelFlush = null;
      if (!this.isAhead && !this.#isStopped) this.#flush();
    };
    this.#cancelFlush = this.#later(run, this.#pace.waitMs(clock.elapsedMs()));
  }

  /** At the end of this turn, or in so many milliseconds. */
  #later(run: () => void, waitMs: number): Cancel {
    const { clock, host } = this.#options;
    const guarded = (): void => {
      try {
        run();
      } catch (error) {
        host.faulted(error);
      }
    };
    return waitMs === 0 ? clock.defer(guarded) : clock.setTimer(guarded, waitMs);
  }

  #flush(): void {
    const { host, clock, meter } = this.#options;
    const change = this.#changes.shift();
    if (change !== undefined) {
      if ('make' in change) this.#commit = this.#flushMade(change).catch((error: unknown) => host.faulted(error));
      else this.#flushChange(change);
      return;
    }
    const messages = this.#takeMessages().filter((message) => !message.connection.isExpelled);
    if (messages.length === 0) return;
    const started = clock.elapsedMs();
    this.#startedAtMs = started;
    this.#started += 1;
    let applied: AppliedTick;
    try {
      this.#losses.beforeTick(started);
      applied = host.document.apply(
        messages,
        (index, run) => {
          const before = clock.elapsedMs();
          run();
          const after = clock.elapsedMs();
          const connection = messages[index]?.connection;
          if (connection?.applyBucket.take(after - before, after) === false) connection.close('tooFast');
        },
        restraintOf(this.#options, messages),
      );
    } catch (error) {
      if (!(error instanceof ApplyFault)) throw error;
      host.applyFailed(error, messages);
      return;
    }
    const cost = clock.elapsedMs() - started;
    meter.observe('applyMs', cost);
    meter.observe('tickMessages', messages.length);
    messages.forEach((message, index) => host.settled(message, applied.admissions[index] ?? 'invalid'));
    for (const { index, client } of applied.written) {
      const sender = messages[index]?.connection;
      if (sender !== undefined) host.wrote(sender, client);
    }
    const loss = this.#losses.afterTick(applied, messages, started);
    if (applied.update === null) this.#finished(messages, applied, null, cost);
    else
      this.#store(applied.update, messages, applied, cost, {
        loss,
        named: applied.named,
        acts: actsOf(applied, messages),
      });
  }

  #flushChange(change: OwnChange): void {
    const { host, clock } = this.#options;
    const started = clock.elapsedMs();
    this.#startedAtMs = started;
    let applied: OwnUpdate;
    try {
      applied = change.apply(host.document);
    } catch (error) {
      // the document may be half changed
      change.failed(error);
      host.faulted(error);
      return;
    }
    const { update, touches } = applied;
    if (update === null) {
      change.done();
      this.#schedule();
    } else if (host.document.isDamaged) {
      host.wroteOnDamage();
      change.failed(new DamagedError('Something of the board is missing'));
    } else
      this.#store(update, [], nothingTaken, clock.elapsedMs() - started, { change, acts: [ownAct(touches, null)] });
  }

  /** Nothing else is applied, and nothing encoded, until what is made elsewhere is on disk. */
  async #flushMade(change: MadeChange): Promise<void> {
    const { host, clock } = this.#options;
    let made: MadeUpdate;
    try {
      made = await change.make();
      if (this.#isStopped) throw new Error('The room is closed');
    } catch (error) {
      change.failed(error);
      this.#level();
      return;
    }
    if (made.update === null) {
      change.done();
      this.#level();
      return;
    }
    let cost = 0;
    const touches: Touches[] = [];
    try {
      for (const piece of made.pieces) {
        const started = clock.elapsedMs();
        touches.push(host.document.applyOwn(piece));
        cost += clock.elapsedMs() - started;
        await new Promise<void>((resolve) => void clock.defer(resolve));
        if (this.#isStopped) break;
      }
    } catch (error) {
      this.#commit = null;
      change.failed(error);
      throw error;
    }
    this.#startedAtMs = clock.elapsedMs();
    if (this.#isStopped) change.failed(new Error('The room is closed'));
    else {
      const acts = [ownAct(joinTouches(touches), change.command)];
      await this.#write(made.update, [], nothingTaken, cost, { change, state: made.state, acts });
    }
  }

  /** What waited for the tick goes on; nothing was written. */
  #level(): void {
    this.#commit = null;
    this.#startedAtMs = this.#options.clock.elapsedMs();
    this.#finished([], nothingTaken, null, 0);
    this.#schedule();
  }

  #store(
    update: Uint8Array,
    messages: readonly QueuedMessage[],
    taken: TakenBack,
    cost = 0,
    special: Special = {},
  ): void {
    const { host } = this.#options;
    this.#commit = this.#write(update, messages, taken, cost, special).catch((error: unknown) => host.faulted(error));
  }

  async #write(
    update: Uint8Array,
    messages: readonly QueuedMessage[],
    taken: TakenBack,
    cost: number,
    { change, state, loss = null, named = [], acts = [] }: Special,
  ): Promise<void> {
    const { board, host, store, clock, meter } = this.#options;
    const started = clock.elapsedMs();
    if (loss !== null) await keepBefore(this.#options, loss);
    let version: number;
    try {
      const claims = host.document.ownership.takeClaims();
      version = await store.append(board, { update, claims, acts: actsRow(acts, clock.nowMs()) });
    } catch (error) {
      this.#commit = null;
      change?.failed(error);
      host.commitFailed(error, messages);
      return;
    }
    this.#commit = null;
    meter.observe('commitMs', clock.elapsedMs() - started);
    meter.count('commits');
    host.document.bytes += update.length;
    host.document.answers.committed(update);
    if (state !== undefined) host.document.answers.know(state);
    this.#finished(messages, taken, update, cost);
    change?.done();
    if (named.length > 0) void tellNamed(this.#options, named);
    if (messages.length > 0 || change !== undefined) this.#options.onChanged?.(board, version);
    if (!this.#isStopped) host.committed(version, update.length);
    this.#schedule();
  }

  #finished(
    messages: readonly QueuedMessage[],
    { undone, forbidden }: TakenBack,
    update: Uint8Array | null,
    cost: number,
  ): void {
    if (this.#isStopped) return;
    const { host, clock, meter, broadcast, acknowledgements } = this.#options;
    const started = clock.elapsedMs();
    const withPresence =
      update !== null && broadcast.send(encodeMessage([messageKinds.sync, syncKinds.update], update), started);
    for (const message of messages) {
      const { connection } = message;
      if (!connection.held) connection.savable = Math.max(connection.savable, message.number);
      acknowledgements.owe(connection);
    }
    for (const [index, records] of undone) {
      meter.count('recordsUndone', records);
      const message = messages[index];
      message?.connection.tell({ type: 'undone', frame: message.number, records });
    }
    for (const [index, { records, reason }] of forbidden) {
      meter.count('recordsForbidden', records, reason);
      const message = messages[index];
      message?.connection.tell({ type: 'undone', frame: message.number, records, reason });
    }
    acknowledgements.flush();
    host.levelled();
    const ended = clock.elapsedMs();
    meter.observe('sendMs', ended - started);
    this.#pace.ended(cost + ended - started, this.#startedAtMs, withPresence);
  }
}

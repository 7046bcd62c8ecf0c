/**
 * One thread of the store, seen from the thread of the rooms: takes calls, hands over all of one event-loop turn with one
 * message, and settles them as the answers come. When the thread ends before it was asked to, everything that waits rejects.
 */
import type { Worker } from 'node:worker_threads';
import { startThread } from '#server/threads/startThread.ts';
import type { StoreCall } from '../storeCalls.ts';
import type { AskedCall, CallAnswer, StoreAnswer, StoreAsk, StoreRole, ThreadOpenOptions } from './messages.ts';
import { parcel } from './parcel.ts';
import { errorFrom } from './plainError.ts';

const memoryMb = 2_048;

/** A thread of the store is gone; the message is a sentence for the operator. Nothing that was acknowledged is lost. */
export class StoreLostError extends Error {
  override readonly name = 'StoreLostError';

  constructor(cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`The thread that keeps the data ended: ${reason}. What people were told is saved is on disk; start again.`, {
      cause,
    });
  }
}

interface OpenCall {
  resolve(value: unknown): void;
  reject(reason: unknown): void;
  /** of a reader: what to do when it cannot */
  needsWriter(): void;
}

type Opened = Extract<StoreAnswer, { kind: 'opened' }>;

export class StoreThread {
  readonly #worker: Worker;
  readonly #open = new Map<number, OpenCall>();
  #queue: AskedCall[] = [];
  #scheduled: NodeJS.Immediate | null = null;
  #lastId = 0;
  #nowMs: () => number = () => 0;
  #onLost: (error: StoreLostError) => void = () => {};
  #onOpened: { resolve(opened: Opened): void; reject(reason: unknown): void } | null = null;
  #onClosed: (() => void) | null = null;
  #lost: StoreLostError | null = null;
  #isEnding = false;

  constructor(role: StoreRole) {
    this.#worker = startThread(new URL('./storeWorker.ts', import.meta.url), role, memoryMb);
    this.#worker.on('message', (answer: StoreAnswer) => this.#hear(answer));
    for (const event of ['error', 'messageerror'] as const)
      this.#worker.once(event, (error: unknown) => this.#lose(error));
    this.#worker.once('exit', (code) => this.#lose(new Error(`it ended with ${code}`)));
  }

  /** Opens the store; one at a time. `onLost` is called once, when the thread ends by itself. */
  open(options: ThreadOpenOptions, nowMs: () => number, onLost: (error: StoreLostError) => void): Promise<Opened> {
    this.#nowMs = nowMs;
    return new Promise((resolve, reject) => {
      if (this.#lost !== null) {
        reject(this.#lost);
        return;
      }
      this.#onOpened = { resolve, reject };
      this.#onLost = onLost;
      this.#say({ kind: 'open', options });
    });
  }

  /** `elsewhere`: does the call where the thread finds that it cannot, since it only reads. */
  call(call: StoreCall, args: readonly unknown[], elsewhere?: () => Promise<unknown>): Promise<unknown> {
    if (this.#lost !== null) return Promise.reject(this.#lost);
    const id = ++this.#lastId;
    this.#queue.push([id, call, args]);
    this.#scheduled ??= setImmediate(() => this.#flush());
    return new Promise((resolve, reject) => {
      const needsWriter = (): void => {
        if (elsewhere === undefined) reject(new Error('the thread that writes says that it cannot'));
        else elsewhere().then(resolve, reject);
      };
      this.#open.set(id, { resolve, reject, needsWriter });
    });
  }

  /** All calls are done, and the store is closed; the thread can open another one. */
  close(): Promise<void> {
    this.#flush();
    return new Promise((resolve) => {
      if (this.#lost !== null) resolve();
      else {
        this.#onClosed = resolve;
        this.#say({ kind: 'close' });
      }
    });
  }

  async end(): Promise<void> {
    this.#isEnding = true;
    await this.#worker.terminate();
  }

  #flush(): void {
    if (this.#scheduled !== null) clearImmediate(this.#scheduled);
    this.#scheduled = null;
    const calls = this.#queue;
    this.#queue = [];
    if (calls.length > 0) this.#ask(calls);
  }

  #ask(calls: readonly AskedCall[]): void {
    try {
      const { value, transfer } = parcel(calls, false);
      this.#say({ kind: 'calls', nowMs: this.#nowMs(), calls: value as readonly AskedCall[] }, transfer);
    } catch (error) {
      // one of them holds what cannot be sent; the others go
      if (calls.length > 1) for (const call of calls) this.#ask([call]);
      else for (const [id] of calls) this.#settle({ id }, (open) => open.reject(error));
    }
  }

  #say(ask: StoreAsk, transfer: ArrayBuffer[] = []): void {
    this.#worker.postMessage(ask, transfer);
  }

  #hear(answer: StoreAnswer): void {
    switch (answer.kind) {
      case 'answers':
        for (const one of answer.answers) this.#answered(one);
        return;
      case 'opened':
        this.#onOpened?.resolve(answer);
        return;
      case 'notOpened':
        this.#onOpened?.reject(errorFrom(answer.error));
        return;
      case 'closed':
        this.#rejectAll(new Error('the store is closed'));
        this.#onClosed?.();
    }
  }

  #answered(answer: CallAnswer): void {
    this.#settle(answer, (open) => {
      if ('error' in answer) open.reject(errorFrom(answer.error));
      else if ('needsWriter' in answer) open.needsWriter();
      else open.resolve(answer.value);
    });
  }

  #settle({ id }: { readonly id: number }, settle: (open: OpenCall) => void): void {
    const open = this.#open.get(id);
    this.#open.delete(id);
    if (open !== undefined) settle(open);
  }

  #rejectAll(reason: Error): void {
    const waiting = [...this.#open.values()];
    this.#open.clear();
    for (const { reject } of waiting) reject(reason);
  }

  #lose(cause: unknown): void {
    if (this.#lost !== null) return;
    const lost = new StoreLostError(cause);
    this.#lost = lost;
    this.#rejectAll(lost);
    this.#onOpened?.reject(lost);
    this.#onClosed?.();
    if (!this.#isEnding) this.#onLost(lost);
  }
}

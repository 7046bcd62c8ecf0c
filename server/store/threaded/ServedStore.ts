/** A store in its thread: does what is asked, and answers all that is done in one turn with one message. */
import { WriterNeededError } from '../sqlite/refuseWrites.ts';
import type { Store } from '../Store.ts';
import type { CallAnswer, StoreAnswer, StoreAsk } from './messages.ts';
import { parcel } from './parcel.ts';
import { plainError } from './plainError.ts';

/** What an opened store is made of. `together` runs calls so that all that they read is of one moment. */
export interface OpenedStore {
  readonly store: Store;
  readonly isShared: boolean;
  together(run: () => void): void;
}

export interface ServedStoreOptions {
  /** `nowMs`: what time it is for the calls that are being done */
  open(options: Extract<StoreAsk, { kind: 'open' }>['options'], nowMs: () => number): OpenedStore;
  say(answer: StoreAnswer, transfer: ArrayBuffer[]): void;
}

export class ServedStore {
  readonly #options: ServedStoreOptions;
  #opened: OpenedStore | null = null;
  #nowMs = 0;
  #answers: CallAnswer[] = [];

  constructor(options: ServedStoreOptions) {
    this.#options = options;
  }

  hear(ask: StoreAsk): void {
    if (ask.kind === 'open') this.#open(ask);
    else if (ask.kind === 'close') void this.#close();
    else this.#do(ask);
  }

  #open({ options }: Extract<StoreAsk, { kind: 'open' }>): void {
    try {
      this.#opened = this.#options.open(options, () => this.#nowMs);
      this.#options.say({ kind: 'opened', isShared: this.#opened.isShared }, []);
    } catch (error) {
      this.#options.say({ kind: 'notOpened', error: plainError(error) }, []);
    }
  }

  #do({ nowMs, calls }: Extract<StoreAsk, { kind: 'calls' }>): void {
    const opened = this.#opened;
    if (opened === null) throw new Error('the store is not open');
    this.#nowMs = nowMs;
    const run = (): void => {
      for (const [id, call, args] of calls) {
        // the port is what both sides were compiled against
        const method = opened.store[call] as (...args: readonly unknown[]) => Promise<unknown>;
        method.apply(opened.store, [...args]).then(
          (value) => this.#answer({ id, value }),
          (error: unknown) => this.#answer(this.#failed(id, error)),
        );
      }
    };
    try {
      opened.together(run);
    } catch (error) {
      for (const [id] of calls) this.#answer(this.#failed(id, error));
    }
  }

  async #close(): Promise<void> {
    await this.#opened?.store.close();
    this.#opened = null;
    // what the close still committed is answered before
    process.nextTick(() => {
      this.#flush();
      this.#options.say({ kind: 'closed' }, []);
    });
  }

  #failed(id: number, error: unknown): CallAnswer {
    return error instanceof WriterNeededError ? { id, needsWriter: true } : { id, error: plainError(error) };
  }

  /** Goes out when all promises of this turn have run: those of one commit resolve together. */
  #answer(answer: CallAnswer): void {
    if (this.#answers.push(answer) === 1) process.nextTick(() => this.#flush());
  }

  #flush(): void {
    if (this.#answers.length === 0) return;
    const { value, transfer } = parcel(this.#answers, true);
    this.#answers = [];
    this.#options.say({ kind: 'answers', answers: value as readonly CallAnswer[] }, transfer);
  }
}

/**
 * The Yjs document of a board. Yjs notes before and after each transaction how far every id has come that ever wrote on the
 * document, and asks all of them again for what is new: on a board of many years each edit would cost far more than what it
 * changes, on every device. This one asks only the ids that a transaction comes upon. What is sent and what observers are told
 * stay the same, byte for byte.
 */
/* oxlint-disable no-underscore-dangle -- Yjs says what it is amidst of, and who listens, only in these fields */
import * as Y from 'yjs';
import { ClocksBefore, Writers } from './Writers.ts';

/** Up to so many ids Yjs's own way costs less. */
export const fewIds = 64;

export class BoardDoc extends Y.Doc {
  readonly #writers = new Writers();
  #begins: ClocksBefore | null = null;

  constructor() {
    super();
    this.store.clients = this.#writers;
    this.on('beforeTransaction', (transaction) => {
      if (this.#begins !== null) transaction.beforeState = this.#begins;
      this.#begins = null;
    });
    this.on('afterTransactionCleanup', (transaction) => {
      // Yjs makes the update of a transaction only for who listens, and then asks once more
      const makesUpdate = this._observers.has('update') && hasNews(transaction);
      if (transaction.beforeState instanceof ClocksBefore && makesUpdate) this.#writers.askFewOnce();
    });
  }

  override transact<T>(run: (transaction: Y.Transaction) => T, origin: unknown = null): T {
    // within another one, or among what follows from one, it is Yjs's own affair
    const isInside = this._transaction !== null || this._transactionCleanups.length > 0;
    if (isInside || this.#writers.size <= fewIds) return super.transact(run, origin);
    this.#begins = this.#writers.watch();
    this.#writers.askFewOnce();
    try {
      return super.transact((transaction) => {
        try {
          return run(transaction);
        } finally {
          // whether somebody else wrote under the own id Yjs asks, too
          this.#writers.get(this.clientID);
          this.#writers.askFewOnce();
        }
      }, origin);
    } finally {
      this.#writers.rest();
    }
  }

  /** As `Y.applyUpdate`. */
  apply(update: Uint8Array, origin: unknown = null): void {
    this.transact(() => Y.applyUpdate(this, update, origin), origin);
  }
}

/** Whether there is anything to make an update of. */
function hasNews({ beforeState, afterState, deleteSet }: Y.Transaction): boolean {
  return deleteSet.clients.size > 0 || [...afterState].some(([client, clock]) => beforeState.get(client) !== clock);
}

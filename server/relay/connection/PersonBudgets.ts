/** What one person may put into one board over time, whatever the number of their connections and however often the room closes. */
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import type { Limits } from '#shared/wire/limits.ts';
import type { Clock } from '#server/clock/Clock.ts';
import { TokenBucket } from './TokenBucket.ts';

const hourMs = 3_600_000;
const cleanedEveryMs = 60_000;

export interface Budget {
  /** writing ids that the board has not seen */
  readonly ids: TokenBucket;
  /** bytes of document messages */
  readonly bytes: TokenBucket;
  /** numbers under which presence is shown, each of which is a claim on disk */
  readonly shown: TokenBucket;
}

export class PersonBudgets {
  readonly #limits: Limits;
  readonly #clock: Clock;
  readonly #budgets = new Map<string, Budget>();
  #cleanedAtMs = 0;

  constructor(limits: Limits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
  }

  of(board: BoardId, person: PersonId): Budget {
    const now = this.#clock.elapsedMs();
    this.#forgetFull(now);
    const key = `${board} ${person}`;
    const there = this.#budgets.get(key);
    if (there !== undefined) return there;
    const { writingIdsBurst, writingIdsPerHour } = this.#limits;
    const perSecond = (writingIdsPerHour * 1_000) / hourMs;
    const budget = {
      bytes: new TokenBucket(this.#limits.personBytesPerMinute / 60, this.#limits.personBytesBurst, now),
      ids: new TokenBucket(perSecond, writingIdsBurst, now),
      shown: new TokenBucket(perSecond, writingIdsBurst, now),
    };
    this.#budgets.set(key, budget);
    return budget;
  }

  /** Whether a person may bring so many bytes more. */
  mayBring(board: BoardId, person: PersonId, bytes: number): boolean {
    return this.of(board, person).bytes.take(bytes, this.#clock.elapsedMs());
  }

  /** Whether presence may be shown under one number more. */
  mayShow(board: BoardId, person: PersonId): boolean {
    return this.of(board, person).shown.take(1, this.#clock.elapsedMs());
  }

  /** One of which nothing is used up is as good as new. */
  #forgetFull(now: number): void {
    if (now - this.#cleanedAtMs < cleanedEveryMs) return;
    this.#cleanedAtMs = now;
    for (const [key, budget] of this.#budgets)
      if (Object.values<TokenBucket>({ ...budget }).every((bucket) => bucket.isFull(now))) this.#budgets.delete(key);
  }
}

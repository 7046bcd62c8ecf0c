/** Tells senders what is on disk (SYNC-9): at once while the room is quiet, at most every 100 ms per connection under load. */
import type { Cancel, Clock } from '#server/clock/Clock.ts';
import type { Connection } from '#server/relay/connection/Connection.ts';

const everyMs = 100;

export class Acknowledgements {
  readonly #clock: Clock;
  readonly #owed = new Set<Connection>();
  #cancelTimer: Cancel | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The connection's messages up to `savable` are safe. */
  owe(connection: Connection): void {
    if (connection.saidHello && connection.isOpen && connection.savable > connection.acknowledged)
      this.#owed.add(connection);
  }

  /** Sends what is due; the rest follows by itself. */
  flush(): void {
    const now = this.#clock.elapsedMs();
    let restMs = Infinity;
    for (const connection of this.#owed) {
      const dueMs = connection.acknowledgedAtMs + everyMs;
      if (dueMs > now) {
        restMs = Math.min(restMs, dueMs - now);
        continue;
      }
      this.#owed.delete(connection);
      connection.acknowledged = connection.savable;
      connection.acknowledgedAtMs = now;
      connection.tell({ type: 'saved', frames: connection.savable, at: this.#clock.nowMs() });
    }
    if (this.#owed.size === 0 || this.#cancelTimer !== null) return;
    this.#cancelTimer = this.#clock.setTimer(() => {
      this.#cancelTimer = null;
      this.flush();
    }, restMs);
  }

  forget(connection: Connection): void {
    this.#owed.delete(connection);
  }

  stop(): void {
    this.#owed.clear();
    this.#cancelTimer?.();
  }
}

/**
 * People who brought so much in a short time that the rest of it has to wait. Their messages are not taken and not refused; they
 * are told, and asked for the rest when they may bring a whole sync step 2 again (ADMIT-13).
 */
import type { Limits } from '#shared/wire/limits.ts';
import type { PersonId } from '#shared/wire/ids.ts';
import type { Clock } from '#server/clock/Clock.ts';
import type { Connection } from '#server/relay/connection/Connection.ts';

export interface PersonPausesOptions {
  readonly limits: Limits;
  readonly clock: Clock;
  readonly members: ReadonlySet<Connection>;
  /** What the connection may do has changed. */
  tellMode(connection: Connection): void;
  /** Asks the connection for what the document lacks, where it may write. */
  ask(connection: Connection): unknown;
}

export class PersonPauses {
  readonly #options: PersonPausesOptions;
  readonly #paused = new Set<PersonId>();

  constructor(options: PersonPausesOptions) {
    this.#options = options;
  }

  has(person: PersonId): boolean {
    return this.#paused.has(person);
  }

  pause(connection: Connection): void {
    connection.held = true;
    connection.isPaused = true;
    const { id } = connection.person;
    if (this.#paused.has(id)) return;
    const { limits, clock } = this.#options;
    const waitMs = (limits.maxStep2Bytes / limits.personBytesPerMinute) * 60_000;
    this.#paused.add(id);
    clock.setTimer(() => this.#end(id), waitMs);
    for (const member of this.#of(id)) {
      // what one of their lines goes on sending builds on what another one could not
      member.held = true;
      member.isPaused = true;
      this.#options.tellMode(member);
    }
  }

  #end(person: PersonId): void {
    this.#paused.delete(person);
    for (const member of this.#of(person)) {
      this.#options.tellMode(member);
      this.#options.ask(member);
    }
  }

  #of(person: PersonId): readonly Connection[] {
    return [...this.#options.members].filter((member) => member.person.id === person);
  }
}

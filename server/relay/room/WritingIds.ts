/**
 * Which line writes under which client id. An id belongs to one page at a time: whoever asks for one gets it only while no
 * other line that is open writes under it, and only with everything that was ever written under it (decision 0235).
 */
import { mayDo } from '#shared/wire/roles.ts';
import type { Connection } from '#server/relay/connection/Connection.ts';
import type { RoomDocument } from '#server/relay/document/RoomDocument.ts';
import type { Tick } from '#server/relay/tick/Tick.ts';

interface Question {
  readonly connection: Connection;
  readonly client: number;
  readonly clock: number;
  /** answered after this many ticks: what had arrived before it was asked is looked at by then */
  readonly afterTicks: number;
}

export interface WritingIdsOptions {
  readonly tick: Pick<Tick, 'isIdle' | 'isAhead' | 'started'>;
  /** The document as it is now; loading again replaces it. */
  document(): RoomDocument;
}

export class WritingIds {
  readonly #options: WritingIdsOptions;
  readonly #writers = new Map<number, Connection>();
  #questions: Question[] = [];

  constructor(options: WritingIdsOptions) {
    this.#options = options;
  }

  /** May this line write under `client`, of which it has everything up to `clock`? It is told when that is certain. */
  ask(connection: Connection, client: number, clock: number): void {
    const { tick } = this.#options;
    // one question a line
    this.#questions = this.#questions.filter((question) => question.connection !== connection);
    if (tick.isIdle) this.#answer({ connection, client, clock, afterTicks: 0 });
    else this.#questions.push({ connection, client, clock, afterTicks: tick.started + 1 });
  }

  /** A message of this line brought new parts under the id. */
  wrote(connection: Connection, client: number): void {
    if (connection.isOpen && this.#isFreeFor(connection, client)) this.#writers.set(client, connection);
  }

  /** A tick is over and the document holds exactly what is on disk. */
  levelled(): void {
    const { tick } = this.#options;
    const due = this.#questions.filter(({ afterTicks }) => tick.isIdle || tick.started >= afterTicks);
    if (due.length === 0) return;
    this.#questions = this.#questions.filter((question) => !due.includes(question));
    for (const question of due) this.#answer(question);
  }

  left(connection: Connection): void {
    this.#questions = this.#questions.filter((question) => question.connection !== connection);
    for (const [client, writer] of this.#writers) if (writer === connection) this.#writers.delete(client);
  }

  #answer({ connection, client, clock }: Question): void {
    const document = this.#options.document();
    const owner = document.ownership.ownerOf(client);
    // where something was lost, a device may bring back what this page never knew
    const isWhole = !document.isDamaged && !document.hasLost;
    const isGranted =
      isWhole &&
      mayDo(connection.person.role, 'edit') &&
      (owner === undefined || owner === connection.person.id) &&
      document.clockOf(client) <= clock &&
      this.#isFreeFor(connection, client);
    if (isGranted) this.#writers.set(client, connection);
    connection.tell({ type: 'writingId', client, isGranted });
  }

  /** A page that comes back has a line of its own still standing now and then, which nobody has noticed dead yet. */
  #isFreeFor(connection: Connection, client: number): boolean {
    const writer = this.#writers.get(client);
    if (writer === undefined || writer === connection) return true;
    return writer.person.id === connection.person.id && writer.page !== null && writer.page === connection.page;
  }
}

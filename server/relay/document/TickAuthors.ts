/**
 * Whose parts are in a transaction that holds messages of several people. What was made bears a client id; a deletion bears no
 * name in Yjs, but a transaction notes deletions in their order, so what was noted while a message was applied is its sender's.
 */
import type * as Y from 'yjs';
import type { Authors, PartId } from '#shared/board/changes/touches.ts';
import type { PersonId } from '#shared/wire/ids.ts';
import { type Ownership, serverPerson } from '#server/relay/updates/Ownership.ts';

interface Noted {
  readonly from: number;
  readonly to: number;
  readonly index: number;
}

export class TickAuthors implements Authors<PersonId> {
  readonly #noted: Y.Transaction['deleteSet']['clients'];
  readonly #messages: ReadonlyArray<{ readonly person: PersonId }>;
  readonly #ownership: Ownership;
  /** index of the first message, where all are of one person */
  readonly #onlyOne: number | null;
  /** how much of what was noted, by client id, belongs to the messages so far */
  readonly #seen = new Map<number, number>();
  readonly #deleted = new Map<number, Noted[]>();

  /** Before the first of `indexes` is applied. */
  constructor(
    { deleteSet }: Y.Transaction,
    messages: ReadonlyArray<{ readonly person: PersonId }>,
    indexes: readonly number[],
    ownership: Ownership,
  ) {
    this.#noted = deleteSet.clients;
    this.#messages = messages;
    this.#ownership = ownership;
    const people = new Set(indexes.map((index) => messages[index]?.person));
    this.#onlyOne = people.size === 1 ? (indexes[0] ?? null) : null;
  }

  /** This message is applied. */
  applied(index: number): void {
    if (this.#onlyOne === null) this.#note(index);
  }

  #note(index: number): void {
    for (const [client, items] of this.#noted) {
      const seen = this.#seen.get(client) ?? 0;
      if (items.length === seen) continue;
      this.#seen.set(client, items.length);
      const noted = items.slice(seen).map(({ clock, len }) => ({ from: clock, to: clock + len, index }));
      this.#deleted.set(client, [...(this.#deleted.get(client) ?? []), ...noted]);
    }
  }

  /** Index of the message that deleted the part; -1 where none did. */
  deletedBy({ client, clock }: PartId): number {
    if (this.#onlyOne !== null) return this.#onlyOne;
    return this.#deleted.get(client)?.find(({ from, to }) => from <= clock && clock < to)?.index ?? -1;
  }

  made({ client }: PartId): PersonId | null {
    const owner = this.#ownership.ownerOf(client);
    return owner === undefined || owner === serverPerson ? null : owner;
  }

  deleted(part: PartId): PersonId | null {
    return this.#messages[this.deletedBy(part)]?.person ?? null;
  }
}

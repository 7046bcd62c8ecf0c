/**
 * Whose Yjs client ids are. A client id belongs for good to the first person who wrote with it (the journal keeps the claim),
 * and from the moment its presence is shown, since from then on others know the number and could write under it first.
 */
import * as v from 'valibot';
import { PersonId } from '#shared/wire/ids.ts';
import type { JournalEntry } from '#server/store/DocumentStore.ts';

/** The pseudo person who owns what the server itself wrote: the first document and what was undone. */
export const serverPerson: PersonId = v.parse(PersonId, 'roundtableserver');

export class Ownership {
  readonly #owners: Map<number, PersonId>;
  #claims: { clientId: number; person: PersonId }[] = [];

  constructor(owners: ReadonlyMap<number, PersonId>) {
    this.#owners = new Map(owners);
  }

  ownerOf(client: number): PersonId | undefined {
    return this.#owners.get(client);
  }

  /** True when the id is the person's now; a new claim goes to disk with the next journal entry. */
  claim(client: number, person: PersonId): boolean {
    const owner = this.#owners.get(client);
    if (owner !== undefined) return owner === person;
    this.#owners.set(client, person);
    this.#claims.push({ clientId: client, person });
    return true;
  }

  /** Claims since the last call. */
  takeClaims(): JournalEntry['claims'] {
    const claims = this.#claims;
    this.#claims = [];
    return claims;
  }
}

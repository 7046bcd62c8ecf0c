/**
 * Presence of one room: per connection one entry, its own; newest state wins; one message for all. A state is parsed only when
 * it is shown, so cursor moves that are overtaken within a tick cost nothing.
 */
import { messageKinds, type Person } from '#shared/wire/messages.ts';
import { cleanPresence } from './cleanPresence.ts';
import { encodeMessage, uintSize, writeUint } from '#server/relay/connection/encodeMessage.ts';
import type { PresenceEntry } from './readPresence.ts';

interface Entry<Owner> {
  readonly client: number;
  owner: Owner;
  clock: number;
  /** newest state that was not shown yet */
  next: Uint8Array | null;
  /** the entry as it stands in messages; null while nothing is shown */
  shown: Uint8Array | null;
}

const goneJson = Buffer.from('null');

/** `Owner` is the connection; the presence only compares it. */
export class RoomPresence<Owner extends { readonly person: Person }> {
  readonly #entries = new Map<number, Entry<Owner>>();
  readonly #byOwner = new Map<Owner, Entry<Owner>>();
  readonly #changed = new Set<Entry<Owner>>();
  #removals: Uint8Array[] = [];
  #full: Uint8Array | null = null;

  /** Entries that are shown, for gauges and tests. */
  get size(): number {
    return this.#entries.size;
  }

  get isDirty(): boolean {
    return this.#changed.size > 0 || this.#removals.length > 0;
  }

  /** Takes the owner's entry of a message. `mayBind` decides whether a client id may become the owner's. Returns how many were dropped. */
  receive(owner: Owner, entries: readonly PresenceEntry[], mayBind: (client: number) => boolean): number {
    let taken = 0;
    for (const one of entries) {
      let entry = this.#byOwner.get(owner);
      if (entry === undefined) entry = this.#bind(owner, one.client, mayBind);
      if (entry === undefined || entry.client !== one.client) continue;
      taken = 1;
      // the same clock again is the same state
      if (one.clock < entry.clock) continue;
      entry.clock = one.clock;
      entry.next = one.json;
      this.#changed.add(entry);
    }
    return entries.length - taken;
  }

  /** A client id that is bound to another connection of the same person moves to the newer connection (a return before the old socket was noticed dead). */
  #bind(owner: Owner, client: number, mayBind: (client: number) => boolean): Entry<Owner> | undefined {
    const there = this.#entries.get(client);
    if (there !== undefined) {
      if (there.owner.person.id !== owner.person.id) return undefined;
      this.#byOwner.delete(there.owner);
      there.owner = owner;
      there.clock = 0;
      this.#byOwner.set(owner, there);
      return there;
    }
    if (!mayBind(client)) return undefined;
    const entry: Entry<Owner> = { client, owner, clock: 0, next: null, shown: null };
    this.#entries.set(client, entry);
    this.#byOwner.set(owner, entry);
    return entry;
  }

  /** The owner is gone: its entry is taken from everybody and nothing of it stays. */
  remove(owner: Owner): void {
    const entry = this.#byOwner.get(owner);
    if (entry === undefined) return;
    this.#byOwner.delete(owner);
    this.#entries.delete(entry.client);
    this.#changed.delete(entry);
    this.#full = null;
    if (entry.shown !== null) this.#removals.push(encodeEntry(entry.client, entry.clock, goneJson));
  }

  /** Client ids that are bound, and to whom. */
  *bound(): Iterable<readonly [client: number, owner: Owner]> {
    for (const entry of this.#entries.values()) yield [entry.client, entry.owner];
  }

  /** The person behind the owner changed (role): shown again with the next flush. */
  refresh(owner: Owner): void {
    const entry = this.#byOwner.get(owner);
    if (entry === undefined || entry.shown === null) return;
    entry.next ??= jsonOf(entry.shown);
    entry.clock++;
    this.#changed.add(entry);
  }

  /** One message with everything that changed since the last flush, or null. */
  flush(onDropped: () => void): Uint8Array | null {
    if (!this.isDirty) return null;
    const parts = this.#removals;
    this.#removals = [];
    for (const entry of this.#changed) {
      const shown = entry.next === null ? undefined : cleanPresence(entry.next, entry.owner.person);
      entry.next = null;
      if (shown === undefined) {
        onDropped();
        continue;
      }
      const json = shown === null ? goneJson : Buffer.from(JSON.stringify(shown), 'utf8');
      const encoded = encodeEntry(entry.client, entry.clock, json);
      entry.shown = shown === null ? null : encoded;
      parts.push(encoded);
    }
    this.#changed.clear();
    this.#full = null;
    return parts.length === 0 ? null : messageOf(parts);
  }

  /** Everything that is shown, for a joiner. */
  fullMessage(): Uint8Array {
    if (this.#full === null) {
      const parts: Uint8Array[] = [];
      for (const entry of this.#entries.values()) if (entry.shown !== null) parts.push(entry.shown);
      this.#full = messageOf(parts);
    }
    return this.#full;
  }
}

/** A message without entries: data for a client that would otherwise think the line is dead. */
export const emptyPresenceMessage: Uint8Array = messageOf([]);

function messageOf(parts: readonly Uint8Array[]): Uint8Array {
  let size = uintSize(parts.length);
  for (const part of parts) size += part.length;
  const body = new Uint8Array(size);
  let at = writeUint(body, 0, parts.length);
  for (const part of parts) {
    body.set(part, at);
    at += part.length;
  }
  return encodeMessage([messageKinds.awareness], body);
}

function encodeEntry(client: number, clock: number, json: Uint8Array): Uint8Array {
  const entry = new Uint8Array(uintSize(client) + uintSize(clock) + uintSize(json.length) + json.length);
  const at = writeUint(entry, writeUint(entry, writeUint(entry, 0, client), clock), json.length);
  entry.set(json, at);
  return entry;
}

/** The JSON behind client, clock and length of an encoded entry. */
function jsonOf(entry: Uint8Array): Uint8Array {
  let at = 0;
  for (let i = 0; i < 3; i++) while ((entry[at++] ?? 0) > 127);
  return entry.subarray(at);
}

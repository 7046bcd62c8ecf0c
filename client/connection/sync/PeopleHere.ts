/**
 * Who is on the board, one entry per person whatever the number of their tabs and devices, derived from presence. Somebody
 * whose line broke stays for a moment, faded, so that a short break does not make the list jump.
 */
import type { Awareness } from 'y-protocols/awareness';
import * as v from 'valibot';
import type { Person } from '#shared/wire/messages.ts';
import { Presence } from '#shared/wire/presence.ts';
import type { Clock } from '#client/connection/Ports.ts';
import { Emitter } from '#client/state/Emitter.ts';
import type { OtherPresences, PresencePort } from './PresencePort.ts';

export interface PersonHere extends Person {
  /** `gone`: no connection of theirs just now. */
  readonly state: 'here' | 'away' | 'gone';
  readonly isMe: boolean;
}

/** Our presence leaves at most so often, newest state last. */
const presenceEveryMs = 50;
const keepGoneMs = 20_000;

export class PeopleHere implements PresencePort {
  readonly #clock: Clock;
  readonly #isScreen: boolean;
  readonly #changed = new Emitter();
  readonly #othersChanged = new Emitter<[others: OtherPresences]>();
  #awareness: Awareness | null = null;
  #unwatch: (() => void) | null = null;
  #others: OtherPresences = new Map();
  #list: readonly PersonHere[] = [];
  #goneAt = new Map<string, number>();
  #me: Person | null = null;
  #isOnline = false;
  #own: Presence = {};
  #isDirty = false;
  #cancelSend: (() => void) | null = null;
  #cancelSweep: (() => void) | null = null;

  /** `isScreen`: nobody sits here, so there is no presence to show. */
  constructor(clock: Clock, isScreen = false) {
    this.#clock = clock;
    this.#isScreen = isScreen;
  }

  readonly list = (): readonly PersonHere[] => this.#list;

  readonly onList = this.#changed.on;

  readonly set = (change: Presence): void => {
    if (this.#isScreen) return;
    this.#own = { ...this.#own, ...change };
    if (this.#cancelSend !== null) {
      this.#isDirty = true;
      return;
    }
    this.#sendOwn();
  };

  readonly subscribe = (run: (others: OtherPresences) => void): (() => void) => {
    run(this.#others);
    return this.#othersChanged.on(run);
  };

  /** From now on this awareness; our own presence moves over. */
  watch(awareness: Awareness): void {
    this.#unwatch?.();
    this.#awareness = awareness;
    awareness.setLocalState(this.#isScreen ? null : { ...this.#own });
    const onChange = (): void => this.#read();
    awareness.on('change', onChange);
    this.#unwatch = () => awareness.off('change', onChange);
    this.#read();
  }

  setMe(person: Person): void {
    this.#me = this.#isScreen ? null : person;
    this.#relist();
  }

  setOnline(isOnline: boolean): void {
    if (this.#isOnline === isOnline) return;
    this.#isOnline = isOnline;
    this.#relist();
  }

  clear(): void {
    this.#unwatch?.();
    this.#cancelSend?.();
    this.#cancelSweep?.();
    this.#changed.clear();
    this.#othersChanged.clear();
  }

  #sendOwn(): void {
    this.#isDirty = false;
    this.#awareness?.setLocalState({ ...this.#own });
    this.#cancelSend = this.#clock.after(presenceEveryMs, () => {
      this.#cancelSend = null;
      if (this.#isDirty) this.#sendOwn();
    });
  }

  #read(): void {
    const awareness = this.#awareness;
    if (awareness === null) return;
    const others = new Map<number, Presence>();
    for (const [connection, state] of awareness.getStates()) {
      if (connection === awareness.clientID) continue;
      const parsed = v.safeParse(Presence, state);
      if (parsed.success) others.set(connection, parsed.output);
    }
    this.#others = others;
    this.#othersChanged.tell(others);
    this.#relist();
  }

  #relist(): void {
    const found = new Map<string, PersonHere>();
    for (const { person, away } of this.#others.values()) {
      if (person === undefined) continue;
      const state = away === true && found.get(person.id)?.state !== 'here' ? 'away' : 'here';
      found.set(person.id, { ...person, state, isMe: false });
    }
    if (this.#me !== null) {
      found.set(this.#me.id, { ...this.#me, state: this.#isOnline ? 'here' : 'gone', isMe: true });
    }
    const now = this.#clock.now();
    for (const before of this.#list) {
      if (found.has(before.id)) {
        this.#goneAt.delete(before.id);
        continue;
      }
      const goneAt = this.#goneAt.get(before.id) ?? now;
      this.#goneAt.set(before.id, goneAt);
      if (now - goneAt < keepGoneMs || !this.#isOnline) found.set(before.id, { ...before, state: 'gone' });
      else this.#goneAt.delete(before.id);
    }
    this.#planSweep();
    const list = [...found.values()].toSorted(order);
    if (JSON.stringify(list) === JSON.stringify(this.#list)) return;
    this.#list = list;
    this.#changed.tell();
  }

  #planSweep(): void {
    this.#cancelSweep?.();
    this.#cancelSweep = null;
    if (this.#goneAt.size === 0) return;
    this.#cancelSweep = this.#clock.after(keepGoneMs, () => this.#relist());
  }
}

/** Me first, then facilitators, then by name. */
function order(a: PersonHere, b: PersonHere): number {
  const rank = (person: PersonHere): number => (person.isMe ? 0 : person.role === 'facilitator' ? 1 : 2);
  return rank(a) - rank(b) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id);
}

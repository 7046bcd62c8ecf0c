/** What the few receivers of a crowd that read everything got: how much of it in the measured time, how late, and what never came. */
import { performance } from 'node:perf_hooks';
import type { LoadPerson } from './LoadPerson.ts';
import { eachRange } from './messages.ts';

interface Reader {
  /** per person: the next clock it expects */
  readonly next: number[];
  missing: number;
  arrivedInWindow: number;
  readonly latencies: number[];
}

/** The receivers are the first people of the crowd; nobody waits for their own updates. */
export class CrowdReaders {
  readonly #readers: readonly Reader[];
  /** updates of each person after the first */
  readonly #total: number;
  readonly #people: LoadPerson[] = [];
  readonly #personOf = new Map<number, number>();
  readonly #sentAt: Float64Array[] = [];
  #windowStart = Infinity;
  #windowEnd = Infinity;

  constructor(count: number, total: number) {
    this.#readers = Array.from({ length: count }, () => ({
      next: [],
      missing: 0,
      arrivedInWindow: 0,
      latencies: [],
    }));
    this.#total = total;
  }

  isReader(index: number): boolean {
    return index < this.#readers.length;
  }

  /** Somebody whose updates are waited for from now on. */
  expect(person: LoadPerson): void {
    this.#personOf.set(person.clientId, this.#people.length);
    this.#people.push(person);
    this.#sentAt.push(new Float64Array(this.#total));
  }

  sent(person: number, number: number): void {
    const sender = this.#sentAt[person];
    if (sender) sender[number] = performance.now();
  }

  read(index: number, update: Uint8Array): void {
    const reader = this.#readers[index];
    if (!reader) return;
    const now = performance.now();
    eachRange(update, (clientId, from, to) => {
      const person = this.#personOf.get(clientId);
      const base = person === undefined ? undefined : this.#people[person]?.baseClock;
      if (person === undefined || base === undefined || person === index) return;
      const expected = reader.next[person] ?? base;
      if (from > expected) reader.missing += from - Math.max(expected, base);
      for (let clock = Math.max(from, expected, base); clock < to; clock++) {
        const sent = this.#sentAt[person]?.[clock - base] ?? 0;
        if (now >= this.#windowStart && now < this.#windowEnd) reader.arrivedInWindow++;
        if (sent >= this.#windowStart && sent < this.#windowEnd) reader.latencies.push(now - sent);
      }
      if (to > expected) reader.next[person] = to;
    });
  }

  hasFirstUpdates(): boolean {
    return this.#everyPair((reader, person) => reader.next[person] !== undefined);
  }

  /** The first updates are in place: what counts from here on is one clock per update. */
  countFromHere(): void {
    for (const [index, reader] of this.#readers.entries()) {
      this.#people.forEach((person, other) => other !== index && (reader.next[other] = person.baseClock));
      reader.missing = 0;
    }
  }

  beginMeasuring(seconds: number): void {
    this.#windowStart = performance.now();
    this.#windowEnd = this.#windowStart + seconds * 1000;
  }

  isMeasured(): boolean {
    return performance.now() >= this.#windowEnd;
  }

  elapsedMs(): number {
    return performance.now() - this.#windowStart;
  }

  hasAll(): boolean {
    return this.#everyPair((reader, index, person) => (reader.next[index] ?? 0) >= person.baseClock + this.#total);
  }

  /** Updates that a receiver never got. */
  lost(): number {
    let lost = 0;
    for (const [index, reader] of this.#readers.entries()) {
      lost += reader.missing;
      for (const [other, person] of this.#people.entries())
        if (other !== index)
          lost += Math.max(0, person.baseClock + this.#total - (reader.next[other] ?? person.baseClock));
    }
    return lost;
  }

  latencies(): readonly number[] {
    return this.#readers.flatMap((reader) => reader.latencies);
  }

  /** Updates that arrived in the measured time, of one receiver on average. */
  arrived(): number {
    return this.#readers.reduce((sum, reader) => sum + reader.arrivedInWindow, 0) / this.#readers.length;
  }

  #everyPair(holds: (reader: Reader, index: number, person: LoadPerson) => boolean): boolean {
    return this.#readers.every((reader, own) =>
      this.#people.every((person, index) => index === own || holds(reader, index, person)),
    );
  }
}

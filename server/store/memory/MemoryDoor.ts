/** The door of one board in memory. */
import type { PersonId } from '#shared/wire/ids.ts';
import { openDoor, type DoorRow, type PersonMark, type SeatRow } from '../DoorStore.ts';
import { AlreadyStoredError, NotStoredError } from '../storeErrors.ts';

export interface MemoryDoor {
  row: DoorRow;
  readonly seats: Map<string, SeatRow>;
  readonly devices: Map<PersonId, Set<string>>;
  readonly marks: Map<PersonMark, Set<PersonId>>;
}

export function newMemoryDoor(): MemoryDoor {
  return { row: openDoor, seats: new Map(), devices: new Map(), marks: new Map() };
}

export function addDeviceTo({ devices }: MemoryDoor, person: PersonId, deviceHash: string): void {
  devices.set(person, (devices.get(person) ?? new Set()).add(deviceHash));
}

export function sharersIn({ devices }: MemoryDoor, person: PersonId): PersonId[] {
  const own = devices.get(person) ?? new Set<string>();
  return [...devices].flatMap(([one, hashes]) => ([...hashes].some((hash) => own.has(hash)) ? [one] : [])).toSorted();
}

export function isKeptOutOf({ devices, marks }: MemoryDoor, deviceHash: string): boolean {
  return [...(marks.get('keptOut') ?? [])].some((person) => devices.get(person)?.has(deviceHash));
}

export function markIn({ marks }: MemoryDoor, person: PersonId, mark: PersonMark, isSet: boolean): void {
  const marked = marks.get(mark) ?? new Set();
  if (isSet) marked.add(person);
  else marked.delete(person);
  marks.set(mark, marked);
}

export function addSeatTo({ seats }: MemoryDoor, seat: SeatRow): void {
  if (seats.has(seat.hash)) throw new AlreadyStoredError('seat');
  seats.set(seat.hash, structuredClone(seat));
}

export function updateSeatIn({ seats }: MemoryDoor, hash: string, change: Partial<SeatRow>): void {
  const seat = seats.get(hash);
  if (seat === undefined) throw new NotStoredError('no such seat on this board');
  seats.set(hash, { ...seat, ...change });
}

export function seatsIn({ seats }: MemoryDoor, person: PersonId): SeatRow[] {
  const own = [...seats.values()].filter((seat) => seat.person === person);
  return own.toSorted((a, b) => a.madeAtMs - b.madeAtMs || (a.hash < b.hash ? -1 : 1));
}

export function lastSeenIn({ seats }: MemoryDoor): Map<PersonId, number> {
  const seen = new Map<PersonId, number>();
  for (const { person, seenAtMs } of seats.values()) seen.set(person, Math.max(seenAtMs, seen.get(person) ?? 0));
  return seen;
}

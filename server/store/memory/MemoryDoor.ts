/** The door of one board in memory. */
import type { PersonId } from '#shared/wire/ids.ts';
import { openDoor, type DoorRow, type PersonMark } from '../DoorStore.ts';

export interface MemoryDoor {
  row: DoorRow;
  readonly devices: Map<PersonId, Set<string>>;
  readonly marks: Map<PersonMark, Set<PersonId>>;
}

export function newMemoryDoor(): MemoryDoor {
  return { row: openDoor, devices: new Map(), marks: new Map() };
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

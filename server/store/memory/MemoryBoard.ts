/** Everything of one board in memory, as plain data that `structuredClone` and `v8.serialize` can carry. */
import { isUnrated, type Rating } from '#shared/map/ratings.ts';
import type { AssetId, PersonId } from '#shared/wire/ids.ts';
import type { AssetRow } from '../AssetStore.ts';
import type { BoardRow } from '../BoardStore.ts';
import type { JournalEntry, StoredDocument } from '../DocumentStore.ts';
import type { PersonRow } from '../PeopleStore.ts';
import { AlreadyStoredError, NotStoredError } from '../storeErrors.ts';
import type { ActRow } from '../ActStore.ts';
import type { RecordRow } from '../RecordStore.ts';
import type { SeatRow } from '../DoorStore.ts';
import { addSeatTo, newMemoryDoor, type MemoryDoor } from './MemoryDoor.ts';
import { documentDamageOf, type MemoryDamage } from './MemoryDamage.ts';
import type { MemoryActivities } from './MemoryActivities.ts';
import { bytesOf, newMemorySnapshots, type MemorySnapshots } from './MemorySnapshots.ts';

export interface MemoryBoard {
  row: BoardRow;
  readonly people: Map<PersonId, PersonRow>;
  readonly assets: Map<AssetId, AssetRow>;
  readonly owners: Map<number, PersonId>;
  readonly ratings: Map<string, Rating>;
  readonly snapshots: MemorySnapshots;
  readonly rounds: MemoryActivities;
  readonly record: RecordRow[];
  readonly door: MemoryDoor;
  readonly damage: MemoryDamage;
  session: string | null;
  readonly agendas: Map<string, string>;
  snapshot: Uint8Array | null;
  snapshotVersion: number;
  updates: Uint8Array[];
  acts: readonly ActRow[];
}

export function newMemoryBoard(row: BoardRow): MemoryBoard {
  return {
    row,
    people: new Map(),
    assets: new Map(),
    owners: new Map(),
    ratings: new Map(),
    snapshots: newMemorySnapshots(),
    rounds: new Map(),
    record: [],
    door: newMemoryDoor(),
    damage: { rows: [] },
    session: null,
    agendas: new Map(),
    snapshot: null,
    snapshotVersion: 0,
    updates: [],
    acts: [],
  };
}

export function bytesOfBoard({ assets, snapshot, updates, snapshots }: MemoryBoard): number {
  const pieces = [...[...assets.values()].map(({ bytes }) => bytes), ...updates, snapshot ?? new Uint8Array()];
  return pieces.reduce((sum, { byteLength }) => sum + byteLength, bytesOf(snapshots));
}

export function appendTo(board: MemoryBoard, entry: JournalEntry): number {
  board.updates.push(Uint8Array.from(entry.update));
  for (const { clientId, person } of entry.claims) if (!board.owners.has(clientId)) board.owners.set(clientId, person);
  const version = lastVersion(board);
  if (entry.acts !== undefined) board.acts = [...board.acts, { ...entry.acts, version }];
  return version;
}

export function replaceActsOf(board: MemoryBoard, upToVersion: number, rows: readonly ActRow[]): void {
  board.acts = [...structuredClone(rows), ...board.acts.filter(({ version }) => version > upToVersion)];
}

export function compactTo(board: MemoryBoard, version: number, snapshot: Uint8Array): void {
  const [from, to] = [board.snapshotVersion, lastVersion(board)];
  if (version < from || version > to) throw new RangeError(`version ${version} is not between ${from} and ${to}`);
  board.updates = board.updates.slice(version - from);
  board.snapshot = Uint8Array.from(snapshot);
  board.snapshotVersion = version;
}

export function documentOf(board: MemoryBoard): StoredDocument {
  const { snapshot, updates, owners } = structuredClone({
    snapshot: board.snapshot,
    updates: board.updates,
    owners: board.owners,
  });
  const versions = updates.map((_, at) => board.snapshotVersion + at + 1);
  return {
    snapshot,
    updates,
    versions,
    version: lastVersion(board),
    owners,
    faults: [],
    ...documentDamageOf(board.damage),
  };
}

export function addPersonTo(board: MemoryBoard, person: PersonRow, seat?: SeatRow): void {
  if (board.people.has(person.id)) throw new AlreadyStoredError('person');
  if (seat !== undefined) addSeatTo(board.door, seat);
  board.people.set(person.id, { ...person });
}

export function updatePersonOf(board: MemoryBoard, id: PersonId, change: Partial<PersonRow>): void {
  const person = board.people.get(id);
  if (!person) throw new NotStoredError('no such person on this board');
  board.people.set(id, { ...person, ...change });
}

/** The door of the board, for a change about one of its people. */
export function doorWith(board: MemoryBoard, person: PersonId): MemoryDoor {
  if (!board.people.has(person)) throw new NotStoredError('no such person on this board');
  return board.door;
}

export function writeRatingOf(board: MemoryBoard, organization: string, rating: Rating | null): void {
  if (rating === null || isUnrated(rating)) board.ratings.delete(organization);
  else board.ratings.set(organization, { influence: rating.influence, stake: rating.stake });
}

export function lastVersion(board: MemoryBoard): number {
  return board.snapshotVersion + board.updates.length;
}

/**
 * The store for tests: the same promises as SQLite's, except that nothing outlives the process. Writes go through the same
 * queue, so a test that relies on a write before it is acknowledged fails here, too.
 */
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { serialize } from 'node:v8';
import type { Rating, Ratings } from '#shared/map/ratings.ts';
import type { AssetId, BoardId, PersonId, SnapshotId } from '#shared/wire/ids.ts';
import type { AssetRow } from '../AssetStore.ts';
import type { BoardAbsence, BoardRow } from '../BoardStore.ts';
import type { JournalEntry, StoredDocument } from '../DocumentStore.ts';
import type { PersonRow } from '../PeopleStore.ts';
import type { LossRow, SnapshotChunk, SnapshotRow, StoredSnapshot } from '../SnapshotStore.ts';
import type { Store } from '../Store.ts';
import { AlreadyStoredError, NotStoredError } from '../storeErrors.ts';
import type { SeatRow } from '../DoorStore.ts';
import type { DocumentMend, Misunderstood, SetAsideRow } from '../DamageStore.ts';
import type { RecordRow } from '../RecordStore.ts';
import type { ActivityRow } from '#server/store/ActivityStore.ts';
import { WriteQueue } from '../WriteQueue.ts';
import { runEach } from './runEach.ts';
import {
  addPersonTo,
  appendTo,
  bytesOfBoard,
  compactTo,
  documentOf,
  lastVersion,
  newMemoryBoard,
  replaceActsOf,
  updatePersonOf,
  writeRatingOf,
  type MemoryBoard,
} from './MemoryBoard.ts';
import { MemoryDoorStore } from './MemoryDoorStore.ts';
import { decideIn, mendIn, openDamageOf, setAsideIn } from './MemoryDamage.ts';
import {
  changeSealedIn,
  endActivityIn,
  listActivitiesOf,
  openActivityIn,
  replaceSealedIn,
  sealedIn,
  settleActivityIn,
} from './MemoryActivities.ts';
import {
  addLossTo,
  bytesOf,
  deleteFrom,
  deleteLossesFrom,
  keepIn,
  listOf,
  nameIn,
  readFrom,
} from './MemorySnapshots.ts';

export interface MemoryState {
  secret: Uint8Array | null;
  readonly boards: Map<BoardId, MemoryBoard>;
  readonly deleted: Set<BoardId>;
}

export interface MemoryStoreOptions {
  readonly nowMs: () => number;
  readonly state: MemoryState;
}

export class MemoryStore extends MemoryDoorStore implements Store {
  readonly #nowMs: () => number;
  readonly #state: MemoryState;
  readonly #writes = new WriteQueue(runEach);

  constructor(options: MemoryStoreOptions) {
    super({
      find: (board) => this.#state.boards.get(board),
      touching: (board, work) => this.#touching(board, work),
      quietly: (board, work) => this.#writes.add(() => work(this.#existing(board))),
    });
    this.#nowMs = options.nowMs;
    this.#state = options.state;
  }

  async installationSecret(): Promise<Uint8Array> {
    const secret =
      this.#state.secret ?? (await this.#writes.add(() => (this.#state.secret ??= new Uint8Array(randomBytes(32)))));
    return Uint8Array.from(secret);
  }

  createBoard(
    board: BoardRow,
    firstUpdate: Uint8Array,
    ratings: Ratings = new Map(),
    assets: readonly Omit<AssetRow, 'board'>[] = [],
    record: readonly RecordRow[] = [],
    workshop: string | null = null,
  ): Promise<void> {
    return this.#writes.add(() => {
      if (this.#state.boards.has(board.id) || this.#state.deleted.has(board.id)) throw new AlreadyStoredError('board');
      this.#refuseTakenCode(board.code);
      const created = newMemoryBoard(structuredClone(board));
      appendTo(created, { update: firstUpdate, claims: [] });
      for (const [organization, rating] of ratings) writeRatingOf(created, organization, rating);
      for (const asset of assets) created.assets.set(asset.id, structuredClone({ ...asset, board: board.id }));
      created.record.push(...structuredClone(record));
      created.session = workshop;
      this.#state.boards.set(board.id, created);
    });
  }

  readBoard: Store['readBoard'] = async (id) => structuredClone(this.#state.boards.get(id)?.row ?? null);
  findBoardByCode: Store['findBoardByCode'] = async (code) => structuredClone(this.#byCode(code)?.row ?? null);

  updateBoard(id: BoardId, change: Parameters<Store['updateBoard']>[1]): Promise<void> {
    return this.#touching(id, (board) => {
      if (change.code !== undefined && change.code !== board.row.code) this.#refuseTakenCode(change.code);
      board.row = { ...board.row, ...structuredClone(change) };
    });
  }

  deleteBoard(id: BoardId): Promise<void> {
    return this.#writes.add(() => {
      if (this.#state.boards.delete(id)) this.#state.deleted.add(id);
    });
  }

  async absenceOf(id: BoardId): Promise<BoardAbsence> {
    return this.#state.deleted.has(id) ? 'deleted' : 'unknown';
  }

  async listUntouchedSince(beforeMs: number): Promise<readonly BoardId[]> {
    const rows = [...this.#state.boards.values()]
      .map(({ row }) => row)
      .filter(({ touchedAtMs }) => touchedAtMs < beforeMs);
    return rows.toSorted((a, b) => a.touchedAtMs - b.touchedAtMs || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
  }

  addPerson(person: PersonRow, seat?: SeatRow): Promise<void> {
    return this.#touching(person.board, (board) => addPersonTo(board, person, seat));
  }

  async readPerson(board: BoardId, person: PersonId): Promise<PersonRow | null> {
    return structuredClone(this.#state.boards.get(board)?.people.get(person) ?? null);
  }

  async listPeople(board: BoardId): Promise<readonly PersonRow[]> {
    const people = structuredClone([...(this.#state.boards.get(board)?.people.values() ?? [])]);
    return people.toSorted((a, b) => a.joinedAtMs - b.joinedAtMs || (a.id < b.id ? -1 : 1));
  }

  updatePerson(board: BoardId, person: PersonId, change: Parameters<Store['updatePerson']>[2]): Promise<void> {
    return this.#touching(board, (found) => updatePersonOf(found, person, change));
  }

  async loadDocument(id: BoardId): Promise<StoredDocument | null> {
    const board = this.#state.boards.get(id);
    return board ? documentOf(board) : null;
  }

  append(board: BoardId, entry: JournalEntry): Promise<number> {
    return this.#touching(board, (found) => appendTo(found, entry));
  }

  compact(board: BoardId, version: number, snapshot: Uint8Array): Promise<void> {
    return this.#writes.add(() => compactTo(this.#existing(board), version, snapshot));
  }

  listActs: Store['listActs'] = async (id, after) =>
    structuredClone(this.#state.boards.get(id)?.acts.filter(({ version }) => version > after) ?? []);
  replaceActs: Store['replaceActs'] = (id, ...args) =>
    this.#writes.add(() => replaceActsOf(this.#existing(id), ...args));
  listBoardsNaming: Store['listBoardsNaming'] = async (beforeMs) =>
    [...this.#state.boards.values()]
      .filter(({ acts }) => acts.some(({ atMs, hasPeople }) => hasPeople && atMs < beforeMs))
      .map(({ row }) => row.id);

  putAsset(asset: AssetRow): Promise<void> {
    return this.#touching(asset.board, (board) => {
      if (!board.assets.has(asset.id)) board.assets.set(asset.id, structuredClone(asset));
    });
  }

  async readAsset(board: BoardId, id: AssetId): Promise<AssetRow | null> {
    return structuredClone(this.#state.boards.get(board)?.assets.get(id) ?? null);
  }

  async assetBytes(id: BoardId): Promise<number> {
    const board = this.#state.boards.get(id);
    return board ? [...board.assets.values()].reduce((sum, { bytes }) => sum + bytes.byteLength, 0) : 0;
  }

  async readRatings(id: BoardId): Promise<Ratings> {
    const ratings = structuredClone([...(this.#state.boards.get(id)?.ratings ?? [])]);
    return new Map(ratings.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  writeRating(board: BoardId, organization: string, rating: Rating | null): Promise<void> {
    return this.#touching(board, (found) => writeRatingOf(found, organization, rating));
  }

  deleteRatings(board: BoardId): Promise<void> {
    return this.#touching(board, (found) => found.ratings.clear());
  }

  keepSnapshot(row: SnapshotRow, chunks: readonly SnapshotChunk[]): Promise<void> {
    return this.#touching(row.board, (found) => keepIn(found.snapshots, row, chunks));
  }

  async listSnapshots(id: BoardId): Promise<readonly SnapshotRow[]> {
    const board = this.#state.boards.get(id);
    return board ? listOf(board.snapshots) : [];
  }

  async readSnapshot(board: BoardId, id: SnapshotId): Promise<StoredSnapshot | null> {
    const found = this.#state.boards.get(board);
    return found ? readFrom(found.snapshots, id) : null;
  }

  async findChunks(board: BoardId, hashes: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(hashes.filter((hash) => this.#state.boards.get(board)?.snapshots.chunks.has(hash)));
  }

  nameSnapshot(board: BoardId, id: SnapshotId, name: string): Promise<void> {
    return this.#touching(board, (found) => nameIn(found.snapshots, id, name));
  }

  deleteSnapshots(board: BoardId, ids: readonly SnapshotId[]): Promise<void> {
    return this.#touching(board, (found) => deleteFrom(found.snapshots, ids));
  }

  addLoss(board: BoardId, loss: LossRow): Promise<void> {
    return this.#touching(board, (found) => addLossTo(found.snapshots, loss));
  }

  async listLosses(id: BoardId): Promise<readonly LossRow[]> {
    return structuredClone(this.#state.boards.get(id)?.snapshots.losses ?? []);
  }

  deleteLosses(board: BoardId, snapshot: SnapshotId): Promise<void> {
    return this.#touching(board, (found) => deleteLossesFrom(found.snapshots, snapshot));
  }

  async snapshotBytes(id: BoardId): Promise<number> {
    const board = this.#state.boards.get(id);
    return board ? bytesOf(board.snapshots) : 0;
  }

  async listActivities(board: BoardId): Promise<readonly ActivityRow[]> {
    return listActivitiesOf(this.#state.boards.get(board)?.rounds);
  }

  openActivity(round: ActivityRow): Promise<void> {
    return this.#touching(round.board, (board) => openActivityIn(board.rounds, round));
  }

  async listSealed(board: BoardId, round: string): Promise<ReadonlyMap<PersonId, string>> {
    return sealedIn(this.#state.boards.get(board)?.rounds, round);
  }

  async readSealed(board: BoardId, round: string, person: PersonId): Promise<string | null> {
    return this.#state.boards.get(board)?.rounds.get(round)?.sealed.get(person) ?? null;
  }

  changeSealed(...[board, round, person, change]: Parameters<Store['changeSealed']>): Promise<void> {
    return this.#touching(board, ({ rounds }) => changeSealedIn(rounds, round, person, change));
  }

  replaceSealed(...[board, round, from, to]: Parameters<Store['replaceSealed']>): Promise<void> {
    return this.#touching(board, ({ rounds }) => replaceSealedIn(rounds, round, from, to));
  }

  endActivity(...[board, round, end, counted]: Parameters<Store['endActivity']>): Promise<void> {
    return this.#touching(board, ({ rounds, record }) => {
      endActivityIn(rounds, round, end, counted);
      if (end.record !== null) record.push({ id: round, atMs: end.endedAtMs, content: end.record });
    });
  }

  settleActivity(board: BoardId, round: string): Promise<void> {
    return this.#touching(board, ({ rounds }) => settleActivityIn(rounds, round));
  }

  async listRecord(board: BoardId): Promise<readonly RecordRow[]> {
    const rows = structuredClone(this.#state.boards.get(board)?.record ?? []);
    return rows.toSorted((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
  }

  readWorkshop: Store['readWorkshop'] = async (board) => this.#state.boards.get(board)?.session ?? null;

  writeWorkshop(id: BoardId, session: string, record: readonly RecordRow[] = []): Promise<void> {
    return this.#touching(id, (board) => {
      board.session = session;
      board.record.push(...structuredClone(record));
    });
  }

  listAgendas: Store['listAgendas'] = async (board) => {
    const agendas = [...(this.#state.boards.get(board)?.agendas ?? [])];
    return agendas.map(([id, content]) => ({ id, content })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  };

  writeAgenda: Store['writeAgenda'] = (board, { id, content }) =>
    this.#touching(board, (found) => void found.agendas.set(id, content));

  deleteAgenda: Store['deleteAgenda'] = (board, id) => this.#touching(board, (found) => void found.agendas.delete(id));

  tryWrite(): Promise<void> {
    return this.#writes.add(() => {});
  }

  async storedBytes(): Promise<number> {
    return [...this.#state.boards.values()].reduce((sum, board) => sum + bytesOfBoard(board), 0);
  }

  async checkBoard(board: BoardId): Promise<readonly SetAsideRow[]> {
    return openDamageOf(this.#existing(board).damage);
  }

  async listSetAside(id: BoardId): Promise<readonly SetAsideRow[]> {
    const board = this.#state.boards.get(id);
    return board ? openDamageOf(board.damage) : [];
  }

  setAside(board: BoardId, ...which: Misunderstood): Promise<void> {
    return this.#writes.add(() => setAsideIn(this.#existing(board), which, this.#nowMs()));
  }

  mendDocument(board: BoardId, mend: DocumentMend): Promise<void> {
    return this.#writes.add(() => {
      const found = this.#existing(board);
      if (lastVersion(found) !== mend.version) throw new RangeError(`the document is not at version ${mend.version}`);
      compactTo(found, mend.version, mend.state);
      mendIn(found.damage, mend, this.#nowMs());
    });
  }

  decideDamage(board: BoardId): Promise<void> {
    return this.#touching(board, (found) => decideIn(found.damage));
  }

  /** `createMemoryStore({ copyOf: file })` opens what this writes. */
  async backup(file: string): Promise<void> {
    await writeFile(file, serialize(this.#state), { flag: 'wx' });
  }

  async close(): Promise<void> {
    this.#writes.close();
  }

  #byCode(code: string): MemoryBoard | undefined {
    return [...this.#state.boards.values()].find(({ row }) => row.code === code);
  }

  #refuseTakenCode(code: string): void {
    if (this.#byCode(code)) throw new AlreadyStoredError('code');
  }

  #existing(id: BoardId): MemoryBoard {
    const board = this.#state.boards.get(id);
    if (!board) throw new NotStoredError('no such board');
    return board;
  }

  #touching<T>(id: BoardId, work: (board: MemoryBoard) => T): Promise<T> {
    return this.#writes.add(() => {
      const board = this.#existing(id);
      const value = work(board);
      board.row = { ...board.row, touchedAtMs: this.#nowMs() };
      return value;
    });
  }
}

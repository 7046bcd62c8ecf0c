/**
 * The store over one SQLite database. Reads answer at once; every write goes through the queue, so that all writes of one
 * event-loop turn share one commit. Knows the tables, but no folder and no lock (those are `openSqliteStore.ts`).
 */
import type { Rating, Ratings } from '#shared/map/ratings.ts';
import type { AssetId, BoardId, PersonId, SnapshotId } from '#shared/wire/ids.ts';
import type { DocumentMend, Misunderstood, SetAsideRow } from '../DamageStore.ts';
import type { AssetRow } from '../AssetStore.ts';
import type { BoardAbsence, BoardRow } from '../BoardStore.ts';
import type { JournalEntry, StoredDocument } from '../DocumentStore.ts';
import type { PersonRow } from '../PeopleStore.ts';
import type { LossRow, SnapshotChunk, SnapshotRow, StoredSnapshot } from '../SnapshotStore.ts';
import type { Store } from '../Store.ts';
import { DamagedError } from '../storeErrors.ts';
import type { RecordRow } from '../RecordStore.ts';
import type { ActivityRow } from '#server/store/ActivityStore.ts';
import type { SeatRow } from '../DoorStore.ts';
import { WriteQueue } from '../WriteQueue.ts';
import { AssetTable } from '#server/store/sqlite/tables/AssetTable.ts';
import { BoardCheck } from '#server/store/sqlite/damage/BoardCheck.ts';
import { BoardTable } from '#server/store/sqlite/tables/BoardTable.ts';
import { copyDatabase } from './copyDatabase.ts';
import { createCommitGroup } from './commitGroup.ts';
import type { Database } from './Database.ts';
import { DocumentTables } from '#server/store/sqlite/tables/DocumentTables.ts';
import { InstallationTable } from '#server/store/sqlite/tables/InstallationTable.ts';
import { LogEraser } from './LogEraser.ts';
import { PeopleTable } from '#server/store/sqlite/tables/PeopleTable.ts';
import { AgendaTable } from '#server/store/sqlite/tables/AgendaTable.ts';
import { RatingTable } from '#server/store/sqlite/tables/RatingTable.ts';
import { RecordTable } from '#server/store/sqlite/tables/RecordTable.ts';
import { refuseWrites } from './refuseWrites.ts';
import { ActivityTables } from '#server/store/sqlite/tables/ActivityTables.ts';
import { RowTallies } from '#server/store/sqlite/damage/RowTallies.ts';
import { WorkshopTable } from '#server/store/sqlite/tables/WorkshopTable.ts';
import { type MovedTable, SetAsideTable } from '#server/store/sqlite/tables/SetAsideTable.ts';
import { SnapshotTables } from '#server/store/sqlite/tables/SnapshotTables.ts';
import { SqliteDoor } from './SqliteDoor.ts';

export interface SqliteStoreOptions {
  readonly database: Database;
  readonly nowMs: () => number;
  /** called once, after the database is closed */
  readonly onClosed: () => void;
  /** Another connection writes: here every write rejects with WriterNeededError. */
  readonly isReader?: boolean;
}

export class SqliteStore extends SqliteDoor implements Store {
  readonly #database: Database;
  readonly #nowMs: () => number;
  readonly #onClosed: () => void;
  readonly #writes: WriteQueue;
  readonly #installation: InstallationTable;
  readonly #boards: BoardTable;
  readonly #people: PeopleTable;
  readonly #documents: DocumentTables;
  readonly #assets: AssetTable;
  readonly #ratings: RatingTable;
  readonly #snapshots: SnapshotTables;
  readonly #rounds: ActivityTables;
  readonly #record: RecordTable;
  readonly #sessions: WorkshopTable;
  readonly #agendas: AgendaTable;
  readonly #aside: SetAsideTable;
  readonly #check: BoardCheck;
  readonly #log: LogEraser;

  constructor(options: SqliteStoreOptions) {
    const { database } = options;
    super(database, {
      touching: (board, work) => this.#touching(board, work),
      over: (board, table, work) => this.#over(board, table, work),
      keyOf: (board) => (this.#boards.read(board) ? this.#boards.keyOf(board) : null),
      hasOpenDoor: (key) => this.#aside.hasOpenDoor(key),
      quietly: (board, work) => this.#writes.add(() => work(this.#boards.keyOf(board))),
    });
    this.#database = database;
    this.#nowMs = options.nowMs;
    this.#onClosed = options.onClosed;
    this.#installation = new InstallationTable(database);
    this.#boards = new BoardTable(database);
    this.#people = new PeopleTable(database);
    this.#documents = new DocumentTables(database);
    this.#assets = new AssetTable(database);
    this.#ratings = new RatingTable(database);
    this.#snapshots = new SnapshotTables(database);
    this.#rounds = new ActivityTables(database);
    this.#record = new RecordTable(database);
    this.#sessions = new WorkshopTable(database);
    this.#agendas = new AgendaTable(database);
    const tallies = new RowTallies(database);
    this.#aside = new SetAsideTable(database, options.nowMs, tallies);
    this.#check = new BoardCheck(database, {
      boards: this.#boards,
      documents: this.#documents,
      aside: this.#aside,
      tallies,
    });
    this.#log = new LogEraser(database);
    if (options.isReader === true) {
      this.#writes = new WriteQueue(refuseWrites);
      return;
    }
    // a process that was killed may have left in the log what it had just deleted
    this.#log.erase();
    const commitGroup = createCommitGroup(database);
    this.#writes = new WriteQueue((writes) => {
      const failed = commitGroup(writes);
      this.#log.afterCommit();
      return failed;
    });
  }

  /** False where this connection has the file for itself, so that nobody can read beside it. */
  get isShared(): boolean {
    return this.#database.pragma('locking_mode') === 'normal';
  }

  async installationSecret(): Promise<Uint8Array> {
    const table = this.#installation;
    return table.secret() ?? this.#writes.add(() => table.secret() ?? table.makeSecret());
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
      this.#boards.insert(board);
      const key = this.#boards.keyOf(board.id);
      this.#boards.reach(key, this.#documents.append(key, { update: firstUpdate, claims: [] }));
      for (const [organization, rating] of ratings) this.#ratings.write(key, organization, rating);
      for (const asset of assets) this.#assets.put(key, asset);
      for (const row of record) this.#record.add(key, row);
      if (workshop !== null) this.#sessions.write(key, workshop);
    });
  }

  async readBoard(id: BoardId): Promise<BoardRow | null> {
    return this.#boards.read(id);
  }

  async findBoardByCode(code: string): Promise<BoardRow | null> {
    return this.#boards.findByCode(code);
  }

  updateBoard(id: BoardId, change: Parameters<Store['updateBoard']>[1]): Promise<void> {
    return this.#touching(id, (key) => {
      this.#check.row(key);
      this.#boards.update(id, change, this.#nowMs());
    });
  }

  async deleteBoard(id: BoardId): Promise<void> {
    if (await this.#writes.add(() => this.#boards.delete(id))) this.#log.erase();
  }

  readonly absenceOf = async (id: BoardId): Promise<BoardAbsence> => this.#boards.absenceOf(id);

  async listUntouchedSince(beforeMs: number): Promise<readonly BoardId[]> {
    return this.#boards.listUntouchedSince(beforeMs);
  }

  addPerson(person: PersonRow, seat?: SeatRow): Promise<void> {
    return this.#over(person.board, 'people', (key) => {
      this.#people.insert(key, person);
      if (seat !== undefined) this.insertSeat(key, seat);
    });
  }

  async readPerson(board: BoardId, person: PersonId): Promise<PersonRow | null> {
    return this.#people.read(board, person);
  }

  async listPeople(board: BoardId): Promise<readonly PersonRow[]> {
    return this.#people.list(board);
  }

  updatePerson(board: BoardId, person: PersonId, change: Parameters<Store['updatePerson']>[2]): Promise<void> {
    return this.#touching(board, (key) => this.#people.update(key, board, person, change));
  }

  async loadDocument(board: BoardId): Promise<StoredDocument | null> {
    return this.#boards.read(board) ? this.#check.document(this.#boards.keyOf(board)) : null;
  }

  append(board: BoardId, entry: JournalEntry): Promise<number> {
    return this.#touching(board, (key) => {
      const version = this.#documents.append(key, entry);
      this.#boards.reach(key, version);
      return version;
    });
  }

  compact(board: BoardId, version: number, snapshot: Uint8Array): Promise<void> {
    return this.#writes.add(() => this.#documents.compact(this.#boards.keyOf(board), version, snapshot));
  }

  listActs: Store['listActs'] = async (...args) => this.#documents.acts.after(...args);
  listBoardsNaming: Store['listBoardsNaming'] = async (beforeMs) => this.#documents.acts.naming(beforeMs);
  replaceActs: Store['replaceActs'] = (board, ...args) =>
    this.#writes.add(() => this.#documents.acts.replace(this.#boards.keyOf(board), ...args));

  putAsset(asset: AssetRow): Promise<void> {
    return this.#touching(asset.board, (key) => this.#assets.put(key, asset));
  }

  async readAsset(board: BoardId, id: AssetId): Promise<AssetRow | null> {
    const found = this.#assets.read(board, id);
    if (found !== 'damaged') return found;
    // from now on it counts as one that was never stored, so that it may be given again
    await this.#writes.add(() => this.#aside.moveDamaged(this.#boards.keyOf(board), 'assets'));
    return null;
  }

  async assetBytes(board: BoardId): Promise<number> {
    return this.#assets.totalBytes(board);
  }

  async readRatings(board: BoardId): Promise<Ratings> {
    return this.#ratings.read(board);
  }

  writeRating(board: BoardId, organization: string, rating: Rating | null): Promise<void> {
    return this.#over(board, 'ratings', (key) => this.#ratings.write(key, organization, rating));
  }

  deleteRatings(board: BoardId): Promise<void> {
    return this.#touching(board, (key) => this.#ratings.deleteAll(key));
  }

  keepSnapshot(row: SnapshotRow, chunks: readonly SnapshotChunk[]): Promise<void> {
    return this.#touching(row.board, (key) => this.#snapshots.keep(key, row, chunks));
  }

  async listSnapshots(board: BoardId): Promise<readonly SnapshotRow[]> {
    return this.#snapshots.list(board);
  }

  async readSnapshot(board: BoardId, id: SnapshotId): Promise<StoredSnapshot | null> {
    try {
      return this.#snapshots.read(board, id);
    } catch (error) {
      if (error instanceof DamagedError)
        await this.#writes.add(() => this.#check.takeSnapshot(this.#boards.keyOf(board), id));
      throw error;
    }
  }

  async findChunks(board: BoardId, hashes: readonly string[]): Promise<ReadonlySet<string>> {
    return this.#snapshots.findChunks(board, hashes);
  }

  nameSnapshot(board: BoardId, id: SnapshotId, name: string): Promise<void> {
    return this.#touching(board, (key) => this.#snapshots.name(key, id, name));
  }

  async deleteSnapshots(board: BoardId, ids: readonly SnapshotId[]): Promise<void> {
    await this.#touching(board, (key) => this.#snapshots.delete(key, ids));
    this.#log.erase();
  }

  addLoss(board: BoardId, loss: LossRow): Promise<void> {
    return this.#touching(board, (key) => this.#snapshots.addLoss(key, board, loss));
  }

  async listLosses(board: BoardId): Promise<readonly LossRow[]> {
    return this.#snapshots.listLosses(board);
  }

  async deleteLosses(board: BoardId, snapshot: SnapshotId): Promise<void> {
    await this.#touching(board, (key) => this.#snapshots.deleteLosses(key, snapshot));
    this.#log.erase();
  }

  async snapshotBytes(board: BoardId): Promise<number> {
    return this.#snapshots.totalBytes(board);
  }

  async listActivities(board: BoardId): Promise<readonly ActivityRow[]> {
    return this.#rounds.list(board);
  }

  openActivity(round: ActivityRow): Promise<void> {
    return this.#over(round.board, 'rounds', (key) => this.#rounds.open(key, round));
  }

  async listSealed(board: BoardId, round: string): Promise<ReadonlyMap<PersonId, string>> {
    return this.#rounds.sealed(board, round);
  }

  async readSealed(board: BoardId, round: string, person: PersonId): Promise<string | null> {
    return this.#rounds.sealedOf(board, round, person);
  }

  changeSealed(...[board, round, person, change]: Parameters<Store['changeSealed']>): Promise<void> {
    return this.#over(board, 'sealed', (key) => this.#rounds.change(key, round, person, change));
  }

  async replaceSealed(...[board, round, from, to]: Parameters<Store['replaceSealed']>): Promise<void> {
    await this.#touching(board, (key) => this.#rounds.replace(key, round, from, to));
    this.#log.erase();
  }

  async endActivity(...[board, round, end, counted]: Parameters<Store['endActivity']>): Promise<void> {
    await this.#touching(board, (key) => {
      this.#rounds.end(key, round, end, counted);
      this.#aside.forgetBallots(key, round);
      if (end.record !== null) this.#record.add(key, { id: round, atMs: end.endedAtMs, content: end.record });
    });
    this.#log.erase();
  }

  async settleActivity(board: BoardId, round: string): Promise<void> {
    await this.#touching(board, (key) => this.#rounds.settle(key, round));
    this.#log.erase();
  }

  listRecord: Store['listRecord'] = async (board) => this.#record.list(board);

  readWorkshop: Store['readWorkshop'] = async (board) => this.#sessions.read(board);

  writeWorkshop(board: BoardId, session: string, record: readonly RecordRow[] = []): Promise<void> {
    return this.#over(board, 'sessions', (key) => {
      this.#sessions.write(key, session);
      for (const row of record) this.#record.add(key, row);
    });
  }

  listAgendas: Store['listAgendas'] = async (board) => this.#agendas.list(board);

  writeAgenda: Store['writeAgenda'] = (board, agenda) =>
    this.#over(board, 'agendas', (key) => this.#agendas.write(key, agenda));

  deleteAgenda: Store['deleteAgenda'] = (board, id) => this.#touching(board, (key) => this.#agendas.remove(key, id));

  async checkBoard(board: BoardId, isThorough = false): Promise<readonly SetAsideRow[]> {
    const key = this.#boards.keyOf(board);
    if (!isThorough && this.#check.isWhole(key)) return this.#aside.open(key);
    return this.#writes.add(() => this.#check.check(this.#boards.keyOf(board), isThorough));
  }

  async listSetAside(board: BoardId): Promise<readonly SetAsideRow[]> {
    return this.#boards.read(board) ? this.#aside.open(this.#boards.keyOf(board)) : [];
  }

  setAside(board: BoardId, ...which: Misunderstood): Promise<void> {
    return this.#writes.add(() => this.#check.setAside(this.#boards.keyOf(board), ...which));
  }

  mendDocument(board: BoardId, mend: DocumentMend): Promise<void> {
    return this.#writes.add(() => this.#check.mend(this.#boards.keyOf(board), mend));
  }

  decideDamage(board: BoardId): Promise<void> {
    return this.#touching(board, (key) => this.#aside.decide(key));
  }

  tryWrite(): Promise<void> {
    return this.#writes.add(() => this.#installation.touch());
  }

  async storedBytes(): Promise<number> {
    return this.#installation.storedBytes();
  }

  async backup(file: string): Promise<void> {
    await copyDatabase(this.#database.file, file, this.#database.engine);
  }

  async close(): Promise<void> {
    if (!this.#database.isOpen) return;
    this.#writes.close();
    this.#log.stop();
    this.#database.close();
    this.#onClosed();
  }

  /** As `#touching`, in a table where something may be written over: what is damaged there is set aside first. */
  #over<T>(board: BoardId, table: MovedTable, work: (key: number) => T): Promise<T> {
    return this.#touching(board, (key) => {
      this.#aside.moveDamaged(key, table);
      return work(key);
    });
  }

  #touching<T>(board: BoardId, work: (key: number) => T): Promise<T> {
    return this.#writes.add(() => {
      const key = this.#boards.keyOf(board);
      const value = work(key);
      this.#boards.touch(key, this.#nowMs());
      return value;
    });
  }
}

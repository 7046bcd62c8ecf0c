/** A document on disk: the last full state (`snapshots`), what was committed since (`journal`), whose client ids are whose (`owners`). */
import type { PersonId } from '#shared/wire/ids.ts';
import type { JournalEntry, StoredDocument } from '../Store.ts';
import type { Database, Statement } from './Database.ts';

interface Snapshot {
  version: number;
  state: Uint8Array;
}

export class DocumentTables {
  readonly #version: Statement<[number, number], number>;
  readonly #append: Statement<[number, number, Uint8Array]>;
  readonly #claim: Statement<[number, number, string]>;
  readonly #putSnapshot: Statement<[number, number, Uint8Array]>;
  readonly #forget: Statement<[number, number]>;
  readonly #snapshot: Statement<[number], Snapshot>;
  readonly #snapshotVersion: Statement<[number], number>;
  readonly #entries: Statement<[number], Uint8Array>;
  readonly #owners: Statement<[number], { client_id: number; person: PersonId }>;

  constructor(database: Database) {
    this.#version = database.pluck<[number, number], number>(
      `SELECT coalesce((SELECT max(version) FROM journal WHERE board = ?), (SELECT version FROM snapshots WHERE board = ?), 0)`,
    );
    this.#append = database.prepare('INSERT INTO journal (board, version, entry) VALUES (?, ?, ?)');
    // The first claim stays: an id that changed hands would let one person speak as another.
    this.#claim = database.prepare(
      'INSERT INTO owners (board, client_id, person) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    );
    this.#putSnapshot = database.prepare('INSERT OR REPLACE INTO snapshots (board, version, state) VALUES (?, ?, ?)');
    this.#forget = database.prepare('DELETE FROM journal WHERE board = ? AND version <= ?');
    this.#snapshot = database.prepare('SELECT version, state FROM snapshots WHERE board = ?');
    this.#snapshotVersion = database.pluck<[number], number>('SELECT version FROM snapshots WHERE board = ?');
    this.#entries = database.pluck<[number], Uint8Array>('SELECT entry FROM journal WHERE board = ? ORDER BY version');
    this.#owners = database.prepare('SELECT client_id, person FROM owners WHERE board = ?');
  }

  append(board: number, entry: JournalEntry): number {
    const version = this.#lastVersion(board) + 1;
    this.#append.run(board, version, entry.update);
    for (const claim of entry.claims) this.#claim.run(board, claim.clientId, claim.person);
    return version;
  }

  compact(board: number, version: number, state: Uint8Array): void {
    const from = this.#snapshotVersion.get(board) ?? 0;
    const to = this.#lastVersion(board);
    if (version < from || version > to) throw new RangeError(`version ${version} is not between ${from} and ${to}`);
    this.#putSnapshot.run(board, version, state);
    this.#forget.run(board, version);
  }

  load(board: number): StoredDocument {
    const snapshot = this.#snapshot.get(board);
    return {
      snapshot: snapshot ? snapshot.state : null,
      updates: this.#entries.all(board),
      version: this.#lastVersion(board),
      owners: new Map(this.#owners.all(board).map((row) => [row.client_id, row.person])),
    };
  }

  #lastVersion(board: number): number {
    return this.#version.get(board, board) ?? 0;
  }
}

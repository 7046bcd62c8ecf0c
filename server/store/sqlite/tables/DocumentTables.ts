/**
 * A document on disk: the last full state (`snapshots`), what was committed since (`journal`), whose client ids are whose
 * (`owners`). The board's row says how far the document has come, so that also the last entry is missed when it is gone.
 */
import type { PersonId } from '#shared/wire/ids.ts';
import type { DocumentFault } from '#server/store/DamageStore.ts';
import type { JournalEntry, StoredDocument } from '#server/store/DocumentStore.ts';
import { ActTable } from './ActTable.ts';
import type { Database, Statement } from '#server/store/sqlite/Database.ts';
import { insertSql, insertSummedSql, isWholeRow, rowSum } from '#server/store/sqlite/damage/rowSums.ts';

interface Snapshot {
  version: number;
  state: Uint8Array;
  sum: number | null;
}

interface Entry {
  version: number;
  entry: Uint8Array;
  sum: number | null;
}

interface Owner {
  client_id: number;
  person: PersonId;
  sum: number | null;
}

/** What is whole in the tables, and what is not. */
export type ReadTables = Omit<StoredDocument, 'damage' | 'hasLost'>;

export class DocumentTables {
  readonly acts: ActTable;
  readonly #version: Statement<[number, number, number], number>;
  readonly #append: Statement<[number, number, Uint8Array, number]>;
  readonly #claim: Statement<[number, number, string]>;
  readonly #putSnapshot: Statement<[number, number, Uint8Array, number]>;
  readonly #forget: Statement<[number, number]>;
  readonly #snapshot: Statement<[number], Snapshot>;
  readonly #snapshotVersion: Statement<[number], number>;
  readonly #entries: Statement<[number], Entry>;
  readonly #owners: Statement<[number], Owner>;

  constructor(database: Database) {
    this.acts = new ActTable(database);
    this.#version = database.pluck<[number, number, number], number>(
      `SELECT max(coalesce((SELECT max(version) FROM journal WHERE board = ?), 0),
                  coalesce((SELECT version FROM snapshots WHERE board = ?), 0),
                  coalesce((SELECT document_version FROM boards WHERE key = ?), 0))`,
    );
    this.#append = database.prepare(insertSummedSql('journal'));
    // The first claim stays: an id that changed hands would let one person speak as another.
    this.#claim = database.prepare(`${insertSql('owners')} ON CONFLICT DO NOTHING`);
    this.#putSnapshot = database.prepare(
      `${insertSummedSql('snapshots')} ON CONFLICT (board)
       DO UPDATE SET version = excluded.version, state = excluded.state, sum = excluded.sum`,
    );
    this.#forget = database.prepare('DELETE FROM journal WHERE board = ? AND version <= ?');
    this.#snapshot = database.prepare('SELECT version, state, sum FROM snapshots WHERE board = ?');
    this.#snapshotVersion = database.pluck<[number], number>('SELECT version FROM snapshots WHERE board = ?');
    this.#entries = database.prepare('SELECT version, entry, sum FROM journal WHERE board = ? ORDER BY version');
    this.#owners = database.prepare('SELECT client_id, person, sum FROM owners WHERE board = ?');
  }

  append(board: number, entry: JournalEntry): number {
    const version = this.lastVersion(board) + 1;
    this.#append.run(board, version, entry.update, rowSum('journal', board, version, entry.update));
    if (entry.acts !== undefined) this.acts.add(board, { ...entry.acts, version });
    for (const claim of entry.claims) this.#claim.run(board, claim.clientId, claim.person);
    return version;
  }

  compact(board: number, version: number, state: Uint8Array): void {
    const from = this.#snapshotVersion.get(board) ?? 0;
    const to = this.lastVersion(board);
    if (version < from || version > to) throw new RangeError(`version ${version} is not between ${from} and ${to}`);
    this.replace(board, version, state);
  }

  /** Puts a full state in place of what is stored up to its version. */
  replace(board: number, version: number, state: Uint8Array): void {
    this.#putSnapshot.run(board, version, state, rowSum('snapshots', board, version, state));
    this.#forget.run(board, version);
  }

  load(board: number): ReadTables {
    const snapshot = this.#snapshot.get(board);
    const entries = this.#entries.all(board);
    const version = this.lastVersion(board);
    const damaged = new Set(entries.filter((row) => !isWholeRow(row.sum, 'journal', board, row.version, row.entry)));
    const whole = entries.filter((row) => !damaged.has(row));
    const owners = this.#owners.all(board);
    const known = owners.filter((row) => isWholeRow(row.sum, 'owners', board, row.client_id, row.person));
    const isStateWhole =
      snapshot !== undefined && isWholeRow(snapshot.sum, 'snapshots', board, snapshot.version, snapshot.state);
    const state = isStateWhole ? snapshot : null;
    return {
      snapshot: state === null ? null : state.state,
      updates: whole.map(({ entry }) => entry),
      versions: whole.map(({ version: at }) => at),
      version,
      owners: new Map(known.map((row) => [row.client_id, row.person])),
      faults: [
        ...(snapshot !== undefined && state === null ? [{ piece: 'state', reason: 'damaged' } as const] : []),
        ...(known.length < owners.length ? [{ piece: 'owners', reason: 'damaged' } as const] : []),
        ...[...damaged].map(({ version: at }) => faultAt(at, at, 'damaged')),
        // what came before a damaged state was in it
        ...missing(entries, snapshot === undefined ? 0 : (state?.version ?? firstOf(entries, version) - 1), version),
      ],
    };
  }

  lastVersion(board: number): number {
    return this.#version.get(board, board, board) ?? 0;
  }
}

function firstOf(entries: readonly Entry[], version: number): number {
  return entries[0]?.version ?? version + 1;
}

/** The gaps after `from`, and a document of which nothing at all is there. */
function missing(entries: readonly Entry[], from: number, to: number): DocumentFault[] {
  const faults: DocumentFault[] = [];
  let next = from + 1;
  for (const { version } of entries) {
    if (version > next) faults.push(faultAt(next, version - 1, 'missing'));
    next = Math.max(next, version + 1);
  }
  if (next <= to) faults.push(faultAt(next, to, 'missing'));
  // each board has a first document
  if (from === 0 && to === 0) faults.push(faultAt(1, 1, 'missing'));
  return faults;
}

function faultAt(from: number, to: number, reason: DocumentFault['reason']): DocumentFault {
  return { piece: { from, to }, reason };
}

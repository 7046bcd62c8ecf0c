/** What the database holds of the installation as a whole: its secret, and how large it is. */
import { randomBytes } from 'node:crypto';
import { DataFolderError } from '#server/store/sqlite/DataFolder.ts';
import type { Database, Statement } from '#server/store/sqlite/Database.ts';
import { insertSql, wholeSql } from '#server/store/sqlite/damage/rowSums.ts';

const secretDamaged =
  'the secret of this installation is damaged, and with another one no link would open its board; restore the newest ' +
  'backup, or make a new secret with: npm run check-data -- --repair (then every link has to be given out again)';

export class InstallationTable {
  readonly #database: Database;
  readonly #read: Statement<[], { secret: Uint8Array; whole: number }>;
  readonly #insert: Statement<[number, Uint8Array]>;
  readonly #touch: Statement<[]>;

  constructor(database: Database) {
    this.#database = database;
    this.#read = database.prepare(`SELECT secret, ${wholeSql('installation')} AS whole FROM installation`);
    this.#insert = database.prepare(insertSql('installation', ['only_row', 'secret']));
    this.#touch = database.prepare('UPDATE installation SET secret = secret');
  }

  /** null before there is one. Throws DataFolderError for one that is not what was written. */
  secret(): Uint8Array | null {
    const row = this.#read.get();
    if (row?.whole === 0) throw new DataFolderError(secretDamaged);
    return row?.secret ?? null;
  }

  makeSecret(): Uint8Array {
    const secret = Uint8Array.from(randomBytes(32));
    this.#insert.run(1, secret);
    return secret;
  }

  /** Puts another secret in place of a damaged one; false for a whole one. */
  renewDamaged(): boolean {
    if (this.#read.get()?.whole !== 0) return false;
    this.#database.exec('DELETE FROM installation');
    this.makeSecret();
    return true;
  }

  /** A write that changes nothing. */
  touch(): void {
    this.#touch.run();
  }

  storedBytes(): number {
    const [size, pages, free] = ['page_size', 'page_count', 'freelist_count'].map((name) =>
      Number(this.#database.pragma(name)),
    );
    return ((pages ?? 0) - (free ?? 0)) * (size ?? 0);
  }
}

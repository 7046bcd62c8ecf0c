/** Influence and stake of organizations, apart from the document because only facilitators see them (RATE-1). */
import { isUnrated, type Rating, type Ratings } from '#shared/map/ratings.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import type { Database, Statement } from '#server/store/sqlite/Database.ts';
import { insertSql, wholeSql } from '#server/store/sqlite/damage/rowSums.ts';

interface Row extends Rating {
  organization: string;
}

export class RatingTable {
  readonly #write: Statement<[number, string, number | null, number | null]>;
  readonly #remove: Statement<[number, string]>;
  readonly #removeAll: Statement<[number]>;
  readonly #all: Statement<[string], Row>;

  constructor(database: Database) {
    this.#write = database.prepare(
      `${insertSql('ratings')} ON CONFLICT (board, organization)
       DO UPDATE SET influence = excluded.influence, stake = excluded.stake, sum = excluded.sum`,
    );
    this.#remove = database.prepare('DELETE FROM ratings WHERE board = ? AND organization = ?');
    this.#removeAll = database.prepare('DELETE FROM ratings WHERE board = ?');
    this.#all = database.prepare(
      `SELECT organization, influence, stake FROM ratings
       WHERE board = (SELECT key FROM boards WHERE id = ?) AND ${wholeSql('ratings')} ORDER BY organization`,
    );
  }

  write(board: number, organization: string, rating: Rating | null): void {
    if (rating === null || isUnrated(rating)) this.#remove.run(board, organization);
    else this.#write.run(board, organization, rating.influence, rating.stake);
  }

  deleteAll(board: number): void {
    this.#removeAll.run(board);
  }

  read(board: BoardId): Ratings {
    return new Map(
      this.#all.all(board).map(({ organization, influence, stake }) => [organization, { influence, stake }]),
    );
  }
}

/**
 * Which boards there are, told beside their rows: an id whose row is gone though nobody deleted the board is not an address at
 * which there never was one. Kept by triggers, in the transaction of the change itself.
 */
import type { Database } from '#server/store/sqlite/Database.ts';

/** Makes what is missing of it, with the boards that are there now. Nothing is written where all of it is there. */
export function keepBoardIds(database: Database): void {
  const there = database.pluck<[], string>(`SELECT name FROM sqlite_schema WHERE name LIKE 'board_ids%'`).all();
  if (there.length === 3) return;
  database.transaction(() =>
    database.exec(`
      CREATE TABLE IF NOT EXISTS board_ids (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
      INSERT OR IGNORE INTO board_ids SELECT id FROM boards;
      CREATE TRIGGER IF NOT EXISTS board_ids_insert AFTER INSERT ON boards BEGIN
        INSERT OR IGNORE INTO board_ids VALUES (NEW.id);
      END;
      CREATE TRIGGER IF NOT EXISTS board_ids_delete AFTER DELETE ON boards BEGIN
        DELETE FROM board_ids WHERE id = OLD.id;
      END;`),
  );
}

/** One transaction for a group of writes; a write that fails is taken back alone, a disk that fails takes back all. */
import { StorageFullError } from '../storeErrors.ts';
import type { CommitGroup, Write } from '../WriteQueue.ts';
import { type Database, sqliteCode, sqliteCodes } from './Database.ts';

/** BUSY is among them because it can only mean that a program from outside holds the file: it refuses for now, too. */
const refusingCodes: readonly (number | null)[] = Object.values(sqliteCodes);

function isRefusedByDisk(error: unknown): boolean {
  return refusingCodes.includes(sqliteCode(error));
}

export function createCommitGroup(database: Database): CommitGroup {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const savepoint = database.prepare('SAVEPOINT write');
  const release = database.prepare('RELEASE write');
  const undo = database.prepare('ROLLBACK TO write');

  function runAll(writes: readonly Write[]): ReadonlyMap<Write, unknown> {
    const failed = new Map<Write, unknown>();
    begin.run();
    for (const write of writes) {
      savepoint.run();
      try {
        write.run();
      } catch (error) {
        // Some faults of the disk end the whole transaction by themselves; then there is nothing left to go on with.
        if (isRefusedByDisk(error) || !database.isInTransaction) throw error;
        undo.run();
        failed.set(write, error);
      }
      release.run();
    }
    commit.run();
    return failed;
  }

  return (writes) => {
    try {
      return runAll(writes);
    } catch (error) {
      if (database.isInTransaction) database.exec('ROLLBACK');
      if (isRefusedByDisk(error)) throw new StorageFullError('the disk takes no more writes', { cause: error });
      throw error;
    }
  };
}

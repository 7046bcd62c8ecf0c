/** Where this browser keeps copies, what they are called there, and how one is deleted: all that a page without a board needs. */
import { forgetLastWords, type SmallStorage } from './forgetLastWords.ts';
import type { OpenChannel } from './TabChannel.ts';

/** Where a copy is kept; `small` holds for a moment what the database may lose, null where the browser forbids it. */
export interface CopyDisk {
  readonly database: IDBFactory;
  readonly small: SmallStorage | null;
  /** How the tabs of a copy hear of each other; absent or null: not at all. */
  readonly channel?: OpenChannel;
}

export function copyDisk(): CopyDisk {
  return { database: indexedDB, small: smallStorage(), channel: openChannel };
}

export function copyName(board: string, person: string): string {
  return `roundtable:${board}:${person}`;
}

/** Of the images that wait for the server. */
export function shelfName(board: string, person: string): string {
  return `${copyName(board, person)}:pictures`;
}

/** Removes everything that this device keeps of a board for a person. */
export async function deleteCopy({ database, small }: CopyDisk, board: string, person: string): Promise<void> {
  const name = copyName(board, person);
  if (small) forgetLastWords(small, name);
  await databaseAnswer(database.deleteDatabase(name));
  await databaseAnswer(database.deleteDatabase(shelfName(board, person)));
}

/** Rejects with the database's own error. */
export function databaseAnswer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the copy cannot be read')));
  });
}

function openChannel(name: string): BroadcastChannel | null {
  return typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
}

function smallStorage(): SmallStorage | null {
  try {
    return localStorage;
  } catch {
    // a browser that forbids it throws when it is asked for
    return null;
  }
}

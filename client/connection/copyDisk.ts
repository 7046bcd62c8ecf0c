/** Where this browser keeps copies. */
import type { CopyDisk } from './IndexedDbCopy.ts';
import type { SmallStorage } from './LastWords.ts';

export function copyDisk(): CopyDisk {
  return { database: indexedDB, small: smallStorage() };
}

function smallStorage(): SmallStorage | null {
  try {
    return localStorage;
  } catch {
    // a browser that forbids it throws when it is asked for
    return null;
  }
}

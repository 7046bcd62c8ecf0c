/** Where the last words of a copy stand, and how they go: without what reads them, for pages that only forget. */

/** The part of `localStorage` that is used. */
export type SmallStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'roundtable-last:';

export function lastWordsKey(copy: string, tab: string): string {
  return `${prefix}${copy}:${tab}`;
}

/** Those of all tabs. */
export function lastWordsKeys(storage: SmallStorage, copy: string): readonly string[] {
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at));
  return keys.filter((key): key is string => key !== null && key.startsWith(lastWordsKey(copy, '')));
}

/** Removes the last words of all tabs of a copy. */
export function forgetLastWords(storage: SmallStorage, copy: string): void {
  for (const key of lastWordsKeys(storage, copy)) storage.removeItem(key);
}

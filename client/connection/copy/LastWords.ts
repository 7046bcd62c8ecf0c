/**
 * What a page that goes away had not on the device's disk yet. IndexedDB writes that begin in a page's last moment get lost now
 * and then, so they stand in the browser's small storage, too, which is written at once, until the copy is opened again.
 */
import { fromBase64, toBase64 } from 'lib0/buffer';
import * as v from 'valibot';
import { forgetLastWords, lastWordsKey, lastWordsKeys, type SmallStorage } from './forgetLastWords.ts';
import { WrittenRange } from './UnsentParts.ts';

export interface LeftWords {
  /** as it stands in the storage */
  readonly text: string;
  readonly update: Uint8Array;
  readonly unsent: readonly WrittenRange[];
}

/** One tab's, of one copy. */
export class LastWords {
  readonly #storage: SmallStorage;
  readonly #copy: string;
  readonly #key: string;
  #isKept = false;

  constructor(storage: SmallStorage, copy: string, tab: string) {
    this.#storage = storage;
    this.#copy = copy;
    this.#key = lastWordsKey(copy, tab);
  }

  /**
   * One Yjs update in place of what was kept before, and what of it was written here. What has no room is left to IndexedDB
   * alone.
   */
  keep(update: Uint8Array, unsent: readonly WrittenRange[]): void {
    try {
      this.#storage.setItem(this.#key, `${toBase64(update)} ${JSON.stringify(unsent)}`);
      this.#isKept = true;
    } catch (fault) {
      if (!(fault instanceof DOMException)) throw fault;
    }
  }

  /** All of it is on disk. */
  forget(): void {
    if (this.#isKept) this.#storage.removeItem(this.#key);
    this.#isKept = false;
  }

  /** Nothing that any tab left is wanted any more. */
  forgetAll(): void {
    forgetLastWords(this.#storage, this.#copy);
  }

  /** What tabs left behind, by key; a tab that is still open may be among them, which does no harm: updates may come twice. */
  left(): ReadonlyMap<string, LeftWords> {
    const found = new Map<string, LeftWords>();
    for (const key of lastWordsKeys(this.#storage, this.#copy)) {
      const text = this.#storage.getItem(key);
      if (text === null) continue;
      const [update = '', unsent = '[]'] = text.split(' ');
      found.set(key, { text, update: fromBase64(update), unsent: v.parse(v.array(WrittenRange), JSON.parse(unsent)) });
    }
    return found;
  }

  /** Other tabs that left something, or are about to. */
  others(): readonly string[] {
    const keys = lastWordsKeys(this.#storage, this.#copy).filter((key) => key !== this.#key);
    return keys.map((key) => key.slice(lastWordsKey(this.#copy, '').length));
  }

  /** It stands elsewhere now; what was written meanwhile stays. */
  taken(left: ReadonlyMap<string, LeftWords>): void {
    for (const [key, { text }] of left) if (this.#storage.getItem(key) === text) this.#storage.removeItem(key);
  }
}

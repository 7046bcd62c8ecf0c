/** What another device's writing id kept out of the server's document: written into it once more, under an id of its own. */
import * as random from 'lib0/random';
import type { DocumentSync } from '#client/connection/sync/DocumentSync.ts';
import type { SetAside } from '#client/connection/copy/OfflineCopy.ts';
import type { WrittenRange } from '#client/connection/copy/UnsentParts.ts';

export class WrittenAgain {
  #waiting: { readonly entry: SetAside; readonly ranges: readonly WrittenRange[] } | null = null;
  #written: SetAside | null = null;

  /** False where that would not help, or where it is not known what this device wrote. */
  hold(entry: SetAside, ranges: readonly WrittenRange[]): boolean {
    if ((entry.reason !== 'idInUse' && entry.reason !== 'notYours') || ranges.length === 0) return false;
    this.#waiting = { entry, ranges };
    return true;
  }

  /** The server's document is there. What cannot be written into it is returned. Its code is loaded by the few who need it. */
  async write({ doc, apply, isSynced }: Pick<DocumentSync, 'doc' | 'apply' | 'isSynced'>): Promise<SetAside | null> {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting === null || !isSynced) return waiting?.entry ?? null;
    const { entry, ranges } = waiting;
    // a line that breaks again brings no code
    const code = await import('./writeAgain.ts').catch(() => null);
    if (code === null || doc.isDestroyed) return entry;
    const isAllMoved = entry.reason === 'notYours';
    apply(code.writeAgain({ document: entry.update, ranges, server: doc, newId: random.uint32, isAllMoved }));
    const isWhole = doc.store.pendingStructs === null && doc.store.pendingDs === null;
    if (isWhole) this.#written = entry;
    return isWhole ? null : entry;
  }

  /** Everything is on the server: what is not needed any more, or null. */
  saved(): SetAside | null {
    const written = this.#written;
    this.#written = null;
    return written;
  }
}

/** A change of the document that the server makes on somebody's command; it waits for its own tick. */
import type * as Y from 'yjs';
import type { RoomDocument } from './RoomDocument.ts';

export interface OwnChange {
  /** Applies it; the update to commit, or null when it changed nothing. What the change throws is a fault of the room. */
  apply(document: RoomDocument): Uint8Array | null;
  /** It is on disk and sent, or there was nothing to write. */
  done(): void;
  /** Nothing of it is on disk. */
  failed(error: unknown): void;
}

/** The change and the promise of what `edit` returned, which resolves when it is on disk. */
export function ownChange<T>(edit: (doc: Y.Doc) => T): { readonly change: OwnChange; readonly value: Promise<T> } {
  let resolve = (_value: T): void => {};
  let reject = (_error: unknown): void => {};
  const value = new Promise<T>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  let done = (): void => {};
  const change: OwnChange = {
    apply(document) {
      const applied = document.change(edit);
      done = () => resolve(applied.value);
      return applied.update;
    },
    done: () => done(),
    failed: (error) => reject(error),
  };
  return { change, value };
}

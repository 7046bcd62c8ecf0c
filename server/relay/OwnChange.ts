/**
 * A change of the document that the server makes on somebody's command; it waits for its own tick. Small ones are made inside
 * the tick, large ones elsewhere while the tick waits, so that other rooms go on.
 */
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

/** An update that was made elsewhere out of exactly what is on disk. */
export interface MadeUpdate {
  /** all of it, for the disk and for everybody; null when nothing is to be written */
  readonly update: Uint8Array | null;
  /** the same in pieces, each small enough for one turn of the event loop */
  readonly pieces: readonly Uint8Array[];
  /** the whole document with it, so that the room need not encode it */
  readonly state: Uint8Array;
}

export interface MadeChange extends Pick<OwnChange, 'done' | 'failed'> {
  /** What it throws concerns nobody but who asked: the document is untouched. */
  make(): Promise<MadeUpdate>;
}

/** The change and the promise of what `edit` returned, which resolves when it is on disk. */
export function ownChange<T>(edit: (doc: Y.Doc) => T): { readonly change: OwnChange; readonly value: Promise<T> } {
  const { value, resolve, reject } = deferred<T>();
  let done = (): void => {};
  const change: OwnChange = {
    apply(document) {
      const applied = document.change(edit);
      done = () => resolve(applied.value);
      return applied.update;
    },
    done: () => done(),
    failed: reject,
  };
  return { change, value };
}

/** The same for an update that `make` brings from elsewhere. */
export function madeChange<T>(make: () => Promise<MadeUpdate & { readonly value: T }>): {
  readonly change: MadeChange;
  readonly value: Promise<T>;
} {
  const { value, resolve, reject } = deferred<T>();
  let done = (): void => {};
  const change: MadeChange = {
    async make() {
      const made = await make();
      done = () => resolve(made.value);
      return made;
    },
    done: () => done(),
    failed: reject,
  };
  return { change, value };
}

function deferred<T>() {
  let resolve = (_value: T): void => {};
  let reject = (_error: unknown): void => {};
  const value = new Promise<T>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { value, resolve, reject };
}

/**
 * A change of the document that the server makes on somebody's command; it waits for its own tick. Small ones are made inside
 * the tick, large ones elsewhere while the tick waits, so that other rooms go on.
 */
import type * as Y from 'yjs';
import type { ActBy } from './Act.ts';
import type { Touches } from '#shared/board/changes/touches.ts';
import type { Role } from '#shared/wire/roles.ts';
import type { RoomDocument } from '#server/relay/document/RoomDocument.ts';

/** What the server itself changed. */
export interface OwnUpdate {
  /** to be committed; null when nothing changed */
  readonly update: Uint8Array | null;
  readonly touches: Touches;
}

export interface OwnChange {
  /** Applies it. What the change throws is a fault of the room. */
  apply(document: RoomDocument): OwnUpdate;
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

/** Whose command it is. */
export interface Command {
  readonly by: Exclude<ActBy, 'person' | 'server'>;
  readonly role: Role;
}

export interface MadeChange extends Pick<OwnChange, 'done' | 'failed'> {
  /** null = nobody's */
  readonly command: Command | null;
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
      return applied;
    },
    done: () => done(),
    failed: reject,
  };
  return { change, value };
}

/** The same for an update that `make` brings from elsewhere. */
export function madeChange<T>(
  make: () => Promise<MadeUpdate & { readonly value: T }>,
  command: Command | null = null,
): {
  readonly change: MadeChange;
  readonly value: Promise<T>;
} {
  const { value, resolve, reject } = deferred<T>();
  let done = (): void => {};
  const change: MadeChange = {
    command,
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

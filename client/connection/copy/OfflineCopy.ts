/**
 * The copy of one board that this device keeps for one person, as a port: the document, how much of it the server does not
 * have yet, and documents that were set aside. The browser's implementation is `IndexedDbCopy`.
 */

import * as Y from 'yjs';
import type { Run } from '#shared/board/text.ts';
import type { TabWord } from './TabChannel.ts';
import type { WrittenRange } from './UnsentParts.ts';

/** What this device wrote, as a document of its own that can be put on the board again (`OwnThings`). */
export interface TakenThings {
  /** records and entities */
  readonly count: number;
  readonly update: Uint8Array;
  /** those that were made here (`thingKey`); of the others it has the fields that were changed here */
  readonly whole: readonly string[];
  /** what texts said on the board when an edit of them was taken back */
  readonly was: Readonly<Record<string, readonly Run[]>>;
}

/** A document that the server did not take, kept so that nothing is lost. */
export interface SetAside {
  readonly id: string;
  readonly at: number;
  /** a `MessageRefusal`, a `TakenWhy`, or a `CloseName` of a line that ended */
  readonly reason: string;
  readonly update: Uint8Array;
  /** what this device wrote in it */
  readonly things?: TakenThings;
}

export interface KeptDocument {
  /** Yjs updates, oldest first; empty when nothing is kept. */
  readonly updates: readonly Uint8Array[];
  /** True when the document was whole once: it may be edited without the server. */
  readonly isComplete: boolean;
  /** Changes that were not saved on the server when last heard of; from now on this tab's own. */
  readonly unsaved: number;
  /** What was written on this device and is not known to be on the server. */
  readonly unsent: readonly WrittenRange[];
  /** Writing ids that pages of this copy have used, oldest first. */
  readonly writingIds: readonly number[];
}

export interface OfflineCopy {
  /** Names this tab among those of the copy. */
  readonly tab: string;
  /** False where this browser cannot tell its tabs anything: others have to be looked for. */
  readonly hearsTabs: boolean;
  /** Reads everything, and makes what other tabs have not saved this tab's own to send. */
  takeOver(): Promise<KeptDocument>;
  /** Unsaved changes of other tabs, open or closed, by tab; empty when there are none. */
  unsavedOfOthers(): Promise<ReadonlyMap<string, number>>;
  say(word: TabWord): void;
  onWord(run: (word: TabWord) => void): void;
  /** Keeps one update; returns at once. A failure is told once through `onFailure`. */
  add(update: Uint8Array): void;
  /** What this tab wrote and has not sent; goes to the disk with the next update, or at once where it is nothing any more. */
  noteUnsent(ranges: readonly WrittenRange[]): void;
  /** Remembers a writing id of this tab, in one step with the updates that wait. */
  keepWritingId(id: number): void;
  /** True when the copy has nothing under the id from this clock on that `takeOver` did not give. */
  isAllTaken(id: number, clock: number): Promise<boolean>;
  /** Begins writing what waits behind a write under way, and holds it elsewhere until it is written: the page may be gone in the next moment. */
  flush(): void;
  markComplete(): void;
  /** Unsaved changes of this tab; 0 when everything is on the server. Other tabs hear of it. */
  noteUnsaved(changes: number): void;
  /** Puts a document on the shelf and empties the copy, in one step. */
  setAside(entry: SetAside): Promise<void>;
  /** Puts things on the shelf; the copy stays as it is. */
  shelve(entry: SetAside): Promise<void>;
  listSetAside(): Promise<readonly SetAside[]>;
  removeSetAside(id: string): Promise<void>;
  /** Called once, with the first failure (no room, private window, taken away by the browser). */
  onFailure(run: (fault: unknown) => void): void;
  close(): void;
}

/** `chance` is between 0 and 1: two tabs may set something aside in the same millisecond. */
export function newSetAsideId(at: number, chance: number): string {
  return `${at.toString(36)}${Math.floor(chance * 1e9).toString(36)}`;
}

export function newSetAside(doc: Y.Doc, reason: string, at: number, chance: number): SetAside {
  return { id: newSetAsideId(at, chance), at, reason, update: Y.encodeStateAsUpdate(doc) };
}

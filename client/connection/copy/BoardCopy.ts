/**
 * The copy on this device as the line uses it: opened in time, told once when it fails, with a note of how much the server does
 * not have yet, and with an eye on what other tabs have not saved. Works the same, but keeps nothing, where there is no copy.
 */
import type { KeptDocument, OfflineCopy, SetAside } from './OfflineCopy.ts';
import { openCopyInTime } from './openCopyInTime.ts';
import { OtherTabs } from './OtherTabs.ts';
import type { ConnectionPorts } from '#client/connection/Ports.ts';
import { UnsavedNote } from './UnsavedNote.ts';
import type { WrittenRange } from './UnsentParts.ts';

export interface BoardCopySetup {
  readonly ports: ConnectionPorts;
  /** This tab can send. */
  readonly isLive: () => boolean;
  readonly onChange: () => void;
  /** Another tab's work waits for this one: connect anew, and take it along. */
  readonly onLeft: () => void;
  readonly onFailure: () => void;
}

export class BoardCopy {
  readonly note: UnsavedNote;
  readonly #setup: BoardCopySetup;
  readonly #tabs: OtherTabs;
  #copy: OfflineCopy | null = null;
  #images = 0;

  constructor(setup: BoardCopySetup) {
    this.#setup = setup;
    this.note = new UnsavedNote(setup.ports.clock, (changes) => this.#copy?.noteUnsaved(changes));
    this.#tabs = new OtherTabs({ ...setup, clock: setup.ports.clock });
  }

  /** Null while it is not open, or where there is none. */
  get shelf(): OfflineCopy | null {
    return this.#copy;
  }

  /** Changes of other tabs that the server does not have. */
  get unsavedOfOthers(): number {
    return this.#tabs.unsaved;
  }

  /** Changes beside the document of this tab that the server does not have. */
  get unsavedElsewhere(): number {
    return this.#tabs.unsaved + this.#images;
  }

  /** What was kept; null where nothing can be kept, or when the board was left meanwhile. */
  async open(isWanted: () => boolean): Promise<KeptDocument | null> {
    const { ports, onFailure } = this.#setup;
    const found = await openCopyInTime(ports);
    if (found === null) onFailure();
    else if (!isWanted()) found.copy.close();
    else {
      this.#copy = found.copy;
      this.#tabs.watch(found.copy);
      found.copy.onFailure((fault) => this.#failed(fault));
      return found.kept;
    }
    return null;
  }

  /** What other tabs have not saved, to be sent by this one; null when there is nothing. */
  async takeFromTabs(): Promise<KeptDocument | null> {
    if (this.#copy === null) return null;
    try {
      const kept = await this.#copy.takeOver();
      this.#tabs.taken();
      return kept;
    } catch (fault) {
      this.#setup.ports.report(fault);
      return null;
    }
  }

  /** Images that wait on this device: not saved before the server has them. */
  setImages(waiting: number): void {
    this.#images = waiting;
    this.#setup.onChange();
  }

  /** `unsent`: what was written here and is not known to be on the server, with this update. */
  add(update: Uint8Array, unsent: readonly WrittenRange[]): void {
    this.#copy?.noteUnsent(unsent);
    this.#copy?.add(update);
  }

  /** Everything is on the server. */
  noteSent(): void {
    this.#copy?.noteUnsent([]);
  }

  keepWritingId(id: number): void {
    this.#copy?.keepWritingId(id);
  }

  /** True when nothing stands in the copy under a writing id from this clock on. */
  async isAllTaken(id: number, clock: number): Promise<boolean> {
    return (await this.#copy?.isAllTaken(id, clock)) ?? false;
  }

  markComplete(): void {
    this.#copy?.markComplete();
  }

  /** The page may be gone in the next moment. */
  flush(unsaved: number): void {
    this.note.now(unsaved);
    this.#copy?.flush();
  }

  async setAside(entry: SetAside): Promise<void> {
    try {
      await this.#copy?.setAside(entry);
    } catch (fault) {
      // The notice still holds the document, so that it can be taken away as a file.
      this.#failed(fault);
    }
  }

  /** A failure is told once. */
  async shelve(entry: SetAside): Promise<void> {
    await this.#copy?.shelve(entry);
  }

  close(): void {
    this.#tabs.stop();
    this.#copy?.close();
  }

  #failed(fault: unknown): void {
    this.#setup.ports.report(fault);
    this.#setup.onFailure();
  }
}

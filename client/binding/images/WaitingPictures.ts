/**
 * Pictures on their way: kept on this device until the server has them, sent one after the other, and placed then. What the
 * server refuses is not placed, and why is said; without a line they wait, also for another page of this person.
 */
import type { PlacedPicture } from '#client/canvas/images/placePicture.ts';

export interface PictureShelf {
  /** Oldest first. */
  all(): Promise<readonly PlacedPicture[]>;
  put(picture: PlacedPicture): Promise<void>;
  remove(id: string): Promise<void>;
}

export interface WaitingPicturesSetup {
  /** null: this browser keeps nothing */
  readonly shelf: PictureShelf | null;
  readonly upload: (
    picture: Blob,
  ) => Promise<
    { readonly ok: true; readonly value: { readonly id: string } } | { readonly ok: false; readonly code: string }
  >;
  readonly place: (picture: PlacedPicture, stored: string) => void;
  readonly onRefused: (code: string) => void;
  /** How many wait. */
  readonly onCount: (count: number) => void;
  readonly report: (fault: unknown) => void;
  readonly after: (delayMs: number, run: () => void) => () => void;
}

/** The server may take it another time. */
const passing = ['unreachable', 'too-fast', 'unavailable'];
const againMs = 5_000;

export class WaitingPictures {
  readonly #setup: WaitingPicturesSetup;
  readonly #waiting = new Map<string, PlacedPicture>();
  #isSending = false;
  #isStopped = false;
  #mayPlace = false;
  #cancel: (() => void) | null = null;

  constructor(setup: WaitingPicturesSetup) {
    this.#setup = setup;
  }

  /** What an earlier page left. */
  async open(): Promise<void> {
    for (const picture of (await this.#shelf((shelf) => shelf.all())) ?? []) this.#waiting.set(picture.id, picture);
    this.#changed();
    await this.#send();
  }

  /** Resolves when they are sent, or wait. */
  async add(pictures: readonly PlacedPicture[]): Promise<void> {
    // what is said to wait on this device is kept there: whoever reads it may close the page
    await Promise.all(pictures.map((picture) => this.#shelf((shelf) => shelf.put(picture))));
    for (const picture of pictures) this.#waiting.set(picture.id, picture);
    this.#changed();
    await this.#send();
  }

  /** Whether pictures may be placed just now: the line is there, and this person may edit. */
  setLive(isLive: boolean): void {
    this.#mayPlace = isLive;
    if (isLive) void this.#send();
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancel?.();
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    this.#cancel?.();
    this.#cancel = null;
    for (const picture of this.#waiting.values()) {
      if (!this.#mayPlace || this.#isStopped || !(await this.#sendOne(picture))) break;
    }
    this.#isSending = false;
    if (this.#waiting.size > 0 && this.#mayPlace && !this.#isStopped)
      this.#cancel = this.#setup.after(againMs, () => void this.#send());
  }

  /** False when it has to wait. */
  async #sendOne(picture: PlacedPicture): Promise<boolean> {
    const answer = await this.#setup.upload(picture.file);
    if (this.#isStopped || (!answer.ok && passing.includes(answer.code))) return false;
    if (answer.ok) this.#setup.place(picture, answer.value.id);
    else this.#setup.onRefused(answer.code);
    this.#waiting.delete(picture.id);
    this.#changed();
    await this.#shelf((shelf) => shelf.remove(picture.id));
    return true;
  }

  #changed(): void {
    if (!this.#isStopped) this.#setup.onCount(this.#waiting.size);
  }

  async #shelf<T>(run: (shelf: PictureShelf) => Promise<T>): Promise<T | null> {
    if (this.#setup.shelf === null) return null;
    try {
      return await run(this.#setup.shelf);
    } catch (fault) {
      // it is still in memory, and the line counts it
      this.#setup.report(fault);
      return null;
    }
  }
}

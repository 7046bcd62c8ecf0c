/** Loads what comes after the canvas: once, for everybody who waits for it; after a failure whoever asks next tries again. */
import { Emitter } from '#client/state/Emitter.ts';
import type { lateParts } from './lateParts.ts';

export type LateParts = typeof lateParts;

export class LateLoading {
  readonly #import: () => Promise<LateParts>;
  readonly #changed = new Emitter();
  #parts: LateParts | null = null;
  #loading: Promise<LateParts> | null = null;

  constructor(importParts: () => Promise<LateParts>) {
    this.#import = importParts;
  }

  /** Null until they are there. */
  readonly parts = (): LateParts | null => this.#parts;

  readonly subscribe = this.#changed.on;

  /** Whoever subscribed hears of the parts before the promise is fulfilled. */
  load(): Promise<LateParts> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<LateParts> {
    try {
      this.#parts = await this.#import();
    } catch (fault) {
      this.#loading = null;
      throw fault;
    }
    this.#changed.tell();
    return this.#parts;
  }
}

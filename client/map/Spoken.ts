/** Sentences for screen readers. Several in a short time are said as one, so that none drives another away. */
import { Emitter } from '#client/state/Emitter.ts';
export interface SpokenClock {
  readonly after: (delayMs: number, run: () => void) => () => void;
}

const gatherMs = 400;

export class Spoken {
  readonly #clock: SpokenClock;
  readonly #changed = new Emitter();
  #waiting: string[] = [];
  #text = '';
  #stop: (() => void) | null = null;

  constructor(clock: SpokenClock) {
    this.#clock = clock;
  }

  readonly text = (): string => this.#text;

  readonly subscribe = this.#changed.on;

  say(sentence: string): void {
    if (this.#waiting.at(-1) !== sentence) this.#waiting.push(sentence);
    this.#stop ??= this.#clock.after(gatherMs, () => {
      this.#stop = null;
      const text = this.#waiting.join(' ');
      this.#waiting = [];
      // the same words again have to differ to be said again
      this.#text = text === this.#text ? `${text}\u00a0` : text;
      this.#changed.tell();
    });
  }

  close(): void {
    this.#stop?.();
    this.#changed.clear();
  }
}

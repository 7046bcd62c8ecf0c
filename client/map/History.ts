/** Taking back one's own last act from wherever one works; the canvas, which keeps the common steps, attaches itself. */
export interface HistoryPort {
  undo(): void;
  redo(): void;
}

export class History {
  #port: HistoryPort | null = null;

  attach(port: HistoryPort): () => void {
    this.#port = port;
    return () => {
      if (this.#port === port) this.#port = null;
    };
  }

  /** False when there is no canvas that could do it. */
  undo(): boolean {
    this.#port?.undo();
    return this.#port !== null;
  }

  redo(): boolean {
    this.#port?.redo();
    return this.#port !== null;
  }
}

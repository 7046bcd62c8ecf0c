/** As the common undo answers: what became of it. */
export type HistoryOutcome = 'all' | 'some' | 'none' | 'nothing';

/** Taking back one's own last act from wherever one works; the canvas, which keeps the common steps, attaches itself. */
export interface HistoryPort {
  undo(): HistoryOutcome;
  redo(): HistoryOutcome;
}

export class History {
  #port: HistoryPort | null = null;

  attach(port: HistoryPort): () => void {
    this.#port = port;
    return () => {
      if (this.#port === port) this.#port = null;
    };
  }

  /** True when something was taken back; where others' work stood in the way, the page has said so. */
  undo(): boolean {
    return isDone(this.#port?.undo());
  }

  redo(): boolean {
    return isDone(this.#port?.redo());
  }
}

const isDone = (outcome: HistoryOutcome | undefined): boolean => outcome === 'all' || outcome === 'some';

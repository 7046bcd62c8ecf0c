/** What a measurement asks of the bare page. */
import type { Watched } from '../watchPage.ts';

export interface MoveSettings {
  /** records that move */
  readonly moved: number;
  /** people who share them, one after the other within an interval */
  readonly people: number;
  readonly everyMs: number;
}

export interface BareBoard {
  open(count: number, settings: MoveSettings): void;
  startMoving(): void;
}

declare global {
  interface Window {
    watched: Watched;
    bareBoard: BareBoard;
  }
}

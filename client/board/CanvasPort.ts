/** What the workshop needs of the canvas: where I look, and to look somewhere else. Without a canvas both do nothing. */
import type { Stage } from '#shared/kinds/values.ts';
import type { Place } from '#shared/wire/WorkshopState.ts';

/** The views of the map on the canvas. */
export type CanvasView = 'frame' | 'cycle' | 'sheet';
/** Parts of the board that can be shown as a whole. */
export type CanvasPart = CanvasView | 'goal';

/** Something drawn, and the words on it. */
export interface ChosenText {
  readonly id: string;
  readonly text: string;
}

export interface CanvasPort {
  /** Null while there is no canvas. */
  place(): Place | null;
  show(place: Place): void;
  showPart(part: CanvasPart): void;
  /** Views of which something is on the canvas; the same list until one comes or goes. */
  shownViews(): readonly CanvasView[];
  /** The view that is looked at; null where there is none. */
  viewInFront(): CanvasView | null;
  /** Runs whenever either of the two may have changed; returns its own undo. */
  onViews(run: () => void): () => void;
  /** A step nearer (1) or farther away (-1). */
  zoom(by: 1 | -1): void;
  /** The quarter of this stage in the newest round. */
  showStage(stage: Stage): void;
  /** The sheet or the notes that private ideas left, with their question; false where there are none on the canvas. */
  showIdeas(activity: string): boolean;
  /** Runs when what this activity left stands on the canvas, at once where they do; returns its own undo. */
  onIdeas(activity: string, run: () => void): () => void;
  /** Milliseconds since I moved the view myself; following and being taken along do not count. */
  sinceOwnMove(): number;
  /** I have a text on the canvas open. */
  isWriting(): boolean;
  /** Ids of chosen drawings, notes and arrows; what stands for something of the map is in the map's own selection. */
  chosenRecords(): readonly string[];
  /** The same, those with words on them. */
  chosenTexts(): readonly ChosenText[];
  /** Everything on the page that I look at, drawings and notes too, as a picture file; null where nothing is drawn. */
  picture(format: 'png' | 'svg'): Promise<Blob | null>;
  /** Puts words on the canvas as a note; false where none may be placed just now. */
  placeNote(text: string): boolean;
  /** Goes to a drawing and chooses it; false where it is not on the canvas. */
  showRecord(id: string): boolean;
  /** The keys go to the canvas. */
  focus(): void;
  /** Runs whenever the choice may have changed; returns its own undo. */
  onChosen(run: () => void): () => void;
}

const nothingChosen: readonly string[] = [];
const noViews: readonly CanvasView[] = [];
const noTexts: readonly ChosenText[] = [];

export const noCanvas: CanvasPort = {
  place: () => null,
  show: () => {},
  showPart: () => {},
  shownViews: () => noViews,
  viewInFront: () => null,
  onViews: () => () => {},
  zoom: () => {},
  showStage: () => {},
  showIdeas: () => false,
  onIdeas: () => () => {},
  sinceOwnMove: () => Infinity,
  isWriting: () => false,
  chosenRecords: () => nothingChosen,
  chosenTexts: () => noTexts,
  picture: () => Promise.resolve(null),
  placeNote: () => false,
  showRecord: () => false,
  focus: () => {},
  onChosen: () => () => {},
};

/** The camera and the choice of a mounted canvas, for whoever leads a group over it. */
import { Box, computed, react, type Editor, type TLPageId, type TLShape, type TLShapeId } from '@tldraw/tldraw';
import type { Stage } from '#shared/kinds/values.ts';
import { tableBounds } from '#shared/views/frame/layoutFrame.ts';
import type { Place } from '#shared/wire/WorkshopState.ts';
import { canvasPicture } from './canvasPicture.ts';
import { type Camera, fitIn, type FitOptions } from './fitIn.ts';
import { freeRoomOf } from './freeRoom.ts';
import { watchOwnMoves } from './ownMoves.ts';
import { viewPlaces } from './viewPlaces.ts';
import { cycleShapeTypes } from '../cycle/cycleShapeTypes.ts';
import { frameShapeTypes } from '../frame/frameShapeTypes.ts';
import type { CycleShape } from '../cycle/cycleShapes.ts';
import { cameraToFit } from '../projected/fitOnScreen.ts';
import { isOfMap } from '../projected/isOfMap.ts';
import { sheetCamera } from '../sheet/sheetCamera.ts';
import { sheetShapeId } from '../sheet/sheetShapeIds.ts';
import { sheetParts } from '../sheet/showOnSheet.ts';
import { views } from '../views.ts';
import { placeNote } from '../words/placeNote.ts';

/** What can be shown as a whole. */
type Part = keyof typeof views | 'goal';

const moveMs = 180;
/** until a move that was begun counts as done, also on a busy device */
const moveDoneMs = 600;

/** At this zoom the letters of notes have 12 px, and the heading over them is whole on a telephone. */
const readableNotes = { zoom: 0.55, width: 640 } as const;

export function canvasView(editor: Editor) {
  const { chosen, texts } = chosenOf(editor);
  const moves = watchOwnMoves(editor);
  const { goTo, allShapes, boxesOf, toPage, showShapes } = leading(editor, moves);
  const isOfRound = (shape: TLShape, round: string): boolean =>
    shape.meta['round'] === round || shape.id === sheetShapeId(round);
  const showIdeas = (round: string): boolean => {
    const isThere = showShapes((shape) => isOfRound(shape, round), { inset: 40, most: 1, readable: readableNotes });
    const sheet = sheetParts(editor, round);
    if (sheet) goTo(sheetCamera(sheet, freeRoomOf(editor.getContainer())));
    return isThere;
  };
  /** As a board opens on it: its corners are round, so that what lies over the corners of the canvas takes nothing away. */
  const showFrame = (): void => {
    const boxes = boxesOf(wholeOf('frame')[0]);
    const { x, y, width, height } = tableBounds;
    const { x: left, y: top, w, h } = Box.Common([new Box(x, y, width, height), ...boxes]);
    if (boxes.length > 0) goTo(cameraToFit(editor, { x: left, y: top, width: w, height: h }));
  };
  return {
    place: (): Place => {
      const { x, y, w, h } = editor.getViewportPageBounds();
      return { page: editor.getCurrentPageId(), x, y, w, h };
    },
    show: ({ page, x, y, w, h }: Place): void => {
      const id = page as TLPageId;
      if (editor.getPage(id) === undefined) return;
      toPage(id);
      moves.lead(moveDoneMs, () => {
        const animation = { duration: animationMs(editor) };
        editor.zoomToBounds(new Box(x, y, w, h), { inset: 0, animation, force: true });
      });
    },
    ...viewsInSight(editor),
    showPart: (part: Part): void => {
      const newest = part === 'sheet' ? newestSheet(allShapes()) : null;
      if (newest !== null) showIdeas(newest);
      else if (part === 'frame') showFrame();
      else showShapes(...wholeOf(part));
    },
    showIdeas,
    onIdeas: (round: string, run: () => void): (() => void) => {
      const areThere = computed('ideas of a round', () => allShapes().some((shape) => isOfRound(shape, round)));
      // What a reaction does must not change the canvas at once.
      return react('ideas came', () => areThere.get() && queueMicrotask(run));
    },
    showRecord: (id: string): boolean => {
      const isThere = showShapes((shape) => shape.id === id, { inset: 96, most: 1 });
      if (isThere) editor.select(id as TLShapeId);
      return isThere;
    },
    sinceOwnMove: (): number => moves.since(),
    isWriting: (): boolean => editor.getEditingShapeId() !== null,
    close: (): void => moves.stop(),
    showStage: (stage: Stage): void => {
      const id = newestQuarter(allShapes(), stage);
      if (id !== null) showShapes((shape) => shape.id === id, { inset: 48, most: 1.2 });
    },
    /** The same list until the choice changes. */
    chosenRecords: (): readonly string[] => chosen.get(),
    chosenTexts: () => texts.get(),
    picture: (format: 'png' | 'svg'): Promise<Blob | null> => canvasPicture(editor, format),
    placeNote: (text: string): boolean => placeNote(editor, text),
    focus: (): void => void editor.focus(),
    onChosen: (run: () => void): (() => void) =>
      react('chosen things', () => {
        chosen.get();
        texts.get();
        run();
      }),
  };
}

/** Moves of the camera that are not this person's own. */
function leading(editor: Editor, moves: ReturnType<typeof watchOwnMoves>) {
  const goTo = (camera: Camera): void => {
    moves.lead(moveDoneMs, () => {
      editor.setCamera(camera, { animation: { duration: animationMs(editor) }, force: true });
    });
  };
  const zoomTo = (bounds: Box, options: FitOptions): void => {
    goTo(fitIn(bounds, freeRoomOf(editor.getContainer()), options));
  };
  const allShapes = (): readonly TLShape[] =>
    editor.store.allRecords().filter((record): record is TLShape => record.typeName === 'shape');
  const toPage = (page: TLPageId): void => {
    if (page !== editor.getCurrentPageId()) moves.lead(moveDoneMs, () => editor.setCurrentPage(page));
  };
  /** Goes to their page. */
  const boxesOf = (isShown: (shape: TLShape) => boolean): readonly Box[] => {
    const found = allShapes().filter(isShown);
    const page = found[0] && editor.getAncestorPageId(found[0]);
    if (page !== undefined) toPage(page);
    return found.flatMap((shape) => editor.getShapePageBounds(shape) ?? []);
  };
  const showShapes = (isShown: (shape: TLShape) => boolean, options: FitOptions): boolean => {
    const boxes = boxesOf(isShown);
    if (boxes.length > 0) zoomTo(Box.Common([...boxes]), options);
    return boxes.length > 0;
  };
  return { goTo, allShapes, boxesOf, toPage, showShapes };
}

/** Which views are in sight, and nearer or farther. */
function viewsInSight(editor: Editor) {
  const { shown, inFront } = viewPlaces(editor);
  return {
    shownViews: () => shown.get(),
    viewInFront: () => inFront.get(),
    onViews: (run: () => void): (() => void) =>
      react('views', () => {
        shown.get();
        inFront.get();
        run();
      }),
    zoom: (by: 1 | -1): void => {
      const options = { animation: { duration: animationMs(editor) } };
      if (by === 1) editor.zoomIn(undefined, options);
      else editor.zoomOut(undefined, options);
    },
  };
}

/** What has to be in sight for a part to be seen as a whole. */
function wholeOf(part: Part): readonly [isShown: (shape: TLShape) => boolean, fit: FitOptions] {
  // The goal alone would fill the screen; around it stays what it is the goal of.
  const types: readonly string[] = part === 'goal' ? [frameShapeTypes.goal] : Object.values(views[part].types);
  const isShown = ({ type }: TLShape) => types.includes(type);
  return [isShown, part === 'goal' ? { inset: 120, most: 1.2 } : { inset: 24 }];
}

/** Signals of what is chosen and does not show the map: ids, and the words on it. */
function chosenOf(editor: Editor) {
  const free = () => editor.getSelectedShapes().filter((shape) => !isOfMap(shape.id, shape));
  return {
    chosen: computed('chosen records', () => free().map(({ id }): string => id)),
    texts: computed('words on chosen records', () =>
      free().flatMap((shape) => {
        const text = editor.getShapeUtil(shape).getText(shape)?.trim() ?? '';
        return text === '' ? [] : [{ id: shape.id, text }];
      }),
    ),
  };
}

/** The id of the lowest one: they stand in the order of their making. */
function newestSheet(shapes: readonly TLShape[]): string | null {
  const prefix = sheetShapeId('');
  const sheets = shapes.filter(({ id }) => id.startsWith(prefix));
  return sheets.toSorted((a, b) => b.y - a.y)[0]?.id.slice(prefix.length) ?? null;
}

/** The quarter of a stage in the newest round. */
function newestQuarter(shapes: readonly TLShape[], stage: Stage): string | null {
  let newest: { readonly id: string; readonly number: number } | null = null;
  for (const shape of shapes) {
    // Shapes of our own are not in tldraw's list of types.
    const quarter = shape as unknown as CycleShape;
    if (quarter.type !== cycleShapeTypes.quarter || quarter.props.stage !== stage) continue;
    const { number } = quarter.props;
    if (newest === null || number > newest.number) newest = { id: quarter.id, number };
  }
  return newest?.id ?? null;
}

function animationMs(editor: Editor): number {
  return editor.user.getAnimationSpeed() === 0 ? 0 : moveMs;
}

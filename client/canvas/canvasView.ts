/** The camera and the choice of a mounted canvas, for whoever leads a group over it. */
import { Box, computed, react, type Editor, type TLPageId, type TLShape } from '@tldraw/tldraw';
import type { Stage } from '#shared/map/values.ts';
import type { Place } from '#shared/session/Session.ts';
import { canvasPicture } from './canvasPicture.ts';
import { cycleShapeTypes } from './cycle/cycleShapeTypes.ts';
import { frameShapeTypes } from './frame/frameShapeTypes.ts';
import type { CycleShape } from './cycle/cycleShapes.ts';
import { isCycleProjected, isCycleShape } from './cycle/isCycleProjected.ts';
import { isProjected } from './frame/isProjected.ts';

const partTypes = {
  frame: Object.values(frameShapeTypes),
  goal: [frameShapeTypes.goal],
  cycle: Object.values(cycleShapeTypes),
} as const;

const moveMs = 180;

export function canvasView(editor: Editor) {
  const chosen = computed('chosen records', () =>
    editor.getSelectedShapes().flatMap((shape) => (isOfMap(shape) ? [] : [shape.id as string])),
  );
  const texts = computed('words on chosen records', () =>
    editor.getSelectedShapes().flatMap((shape) => {
      const text = isOfMap(shape) ? '' : (editor.getShapeUtil(shape).getText(shape)?.trim() ?? '');
      return text === '' ? [] : [{ id: shape.id, text }];
    }),
  );
  const zoomTo = (bounds: Box, inset: number, most?: number): void => {
    editor.zoomToBounds(bounds, {
      inset,
      ...(most === undefined ? {} : { targetZoom: most }),
      animation: { duration: animationMs(editor) },
      force: true,
    });
  };
  const allShapes = (): readonly TLShape[] =>
    editor.store.allRecords().filter((record): record is TLShape => record.typeName === 'shape');
  const showShapes = (isShown: (shape: TLShape) => boolean, inset: number, most?: number): void => {
    const found = allShapes().filter(isShown);
    const [first] = found;
    if (first === undefined) return;
    const page = editor.getAncestorPageId(first);
    if (page !== undefined && page !== editor.getCurrentPageId()) editor.setCurrentPage(page);
    const boxes = found.flatMap((shape) => editor.getShapePageBounds(shape) ?? []);
    if (boxes.length > 0) zoomTo(Box.Common(boxes), inset, most);
  };
  return {
    place: (): Place => {
      const { x, y, w, h } = editor.getViewportPageBounds();
      return { page: editor.getCurrentPageId(), x, y, w, h };
    },
    show: ({ page, x, y, w, h }: Place): void => {
      const id = page as TLPageId;
      if (editor.getPage(id) === undefined) return;
      if (editor.getCurrentPageId() !== id) editor.setCurrentPage(id);
      zoomTo(new Box(x, y, w, h), 0);
    },
    showPart: (part: keyof typeof partTypes): void => {
      const types: readonly string[] = partTypes[part];
      // The goal alone would fill the screen; around it stays what it is the goal of.
      const isGoal = part === 'goal';
      showShapes((shape) => types.includes(shape.type), isGoal ? 120 : 48, isGoal ? 1.2 : undefined);
    },
    showIdeas: (round: string): void => showShapes((shape) => shape.meta['round'] === round, 80, 1),
    showStage: (stage: Stage): void => {
      let newest: { readonly id: string; readonly number: number } | undefined;
      for (const shape of allShapes()) {
        // Shapes of our own are not in tldraw's list of types.
        const quarter = isCycleShape(shape) ? (shape as unknown as CycleShape) : null;
        if (quarter?.type !== cycleShapeTypes.quarter || quarter.props.stage !== stage) continue;
        const { number } = quarter.props;
        if (newest === undefined || number > newest.number) newest = { id: quarter.id, number };
      }
      const id = newest?.id;
      if (id !== undefined) showShapes((shape) => shape.id === id, 48, 1.2);
    },
    /** The same list until the choice changes. */
    chosenRecords: (): readonly string[] => chosen.get(),
    chosenTexts: () => texts.get(),
    picture: (format: 'png' | 'svg'): Promise<Blob | null> => canvasPicture(editor, format),
    onChosen: (run: () => void): (() => void) =>
      react('chosen things', () => {
        chosen.get();
        texts.get();
        run();
      }),
  };
}

function isOfMap(shape: TLShape): boolean {
  return isProjected(shape.id, shape) || isCycleProjected(shape.id, shape);
}

function animationMs(editor: Editor): number {
  return editor.user.getAnimationSpeed() === 0 ? 0 : moveMs;
}

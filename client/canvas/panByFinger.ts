/**
 * Under a finger the board is moved far more often than a card: a drag that begins on something that is not chosen moves the board.
 * What was chosen before, by a tap, is dragged as with a mouse; so is what is held for a moment (a long press).
 */
import type { Editor, StateNode, TLPointerEventInfo, TLShape } from '@tldraw/tldraw';

/** What tldraw's state keeps between the press and what becomes of it. */
interface Pressed {
  hitShape: TLShape;
  hitShapeForPointerUp: TLShape;
  isDoubleClick: boolean;
  didCtrlOnEnter: boolean;
  didSelectOnEnter: boolean;
}

type Pointing = StateNode & Pressed;

/** Starts; the returned function ends it. */
export function panByFinger(editor: Editor): () => void {
  const pointing = editor.getStateDescendant<Pointing>('select.pointing_shape');
  if (pointing === undefined) return () => {};
  const { onEnter, onPointerMove, onPointerUp, onLongPress } = pointing;
  /** Pressed by a finger, and not chosen before. */
  let pressed: TLShape | null = null;
  let isPanning = false;

  Object.assign(pointing, {
    onEnter: (info: TLPointerEventInfo & { target: 'shape' }, from: string): void => {
      const outermost = editor.getOutermostSelectableShape(info.shape);
      isPanning = false;
      pressed = isByFinger(editor) && !info.shiftKey && !isChosen(editor, outermost) ? outermost : null;
      if (pressed === null) return onEnter?.call(pointing, info, from);
      // a tap chooses it when the finger is up again
      pointing.hitShape = info.shape;
      pointing.hitShapeForPointerUp = outermost;
      pointing.isDoubleClick = false;
      pointing.didCtrlOnEnter = false;
      pointing.didSelectOnEnter = false;
    },
    onPointerMove: (info: TLPointerEventInfo): void => {
      if (pressed === null) return onPointerMove?.call(pointing, info);
      if (!editor.inputs.isDragging) return;
      isPanning = true;
      pan(editor);
    },
    onPointerUp: (info: TLPointerEventInfo): void => {
      if (isPanning) pointing.parent.transition('idle', info);
      else onPointerUp?.call(pointing, info);
    },
    onLongPress: (info: TLPointerEventInfo): void => {
      if (isPanning) return;
      if (pressed !== null && !editor.getIsReadonly()) editor.setSelectedShapes([pressed.id]);
      pressed = null;
      onLongPress?.call(pointing, info);
    },
  });
  return () => Object.assign(pointing, { onEnter, onPointerMove, onPointerUp, onLongPress });
}

function isByFinger(editor: Editor): boolean {
  return editor.getInstanceState().isCoarsePointer && !editor.inputs.isPen;
}

function isChosen(editor: Editor, shape: TLShape): boolean {
  const ids = editor.getSelectedShapeIds();
  return ids.includes(shape.id) || editor.findShapeAncestor(shape, ({ id }) => ids.includes(id)) !== undefined;
}

function pan(editor: Editor): void {
  const { currentScreenPoint: now, previousScreenPoint: before } = editor.inputs;
  const { x, y, z } = editor.getCamera();
  editor.setCamera({ x: x + (now.x - before.x) / z, y: y + (now.y - before.y) / z, z }, { immediate: true });
}

/**
 * Holds a deletion back that would take more than one thing of the map away, until its person has said that they mean it.
 * Whatever deletes what is chosen comes by here: the key, cutting, the menus.
 */
import type { Editor, TLShape, TLShapeId } from '@tldraw/tldraw';
import { shapeOfView, type ShapeOfView } from '../projected/isOfMap.ts';

/** What is to be deleted. */
export interface HeldRemoval {
  /** things of the map that would be taken away */
  readonly things: number;
  /** drawings chosen with them */
  readonly drawings: number;
  /** The shapes that stand for them, in the order in which they are taken. */
  readonly shapes: readonly ShapeOfView[];
  /** Deletes what is still there. */
  remove(): void;
}

export interface HoldSetup {
  readonly editor: Editor;
  /** True when the person is to be asked first. */
  readonly isMuch: (removal: HeldRemoval) => boolean;
  readonly onHeld: (removal: HeldRemoval) => void;
}

/**
 * Starts holding; the returned function ends it. In the place of the editor's own `deleteShapes`, through which every deletion
 * by a person goes: a handler of the store comes too late, when tldraw has let go of the selection and of arrows already.
 */
export function holdRemovals({ editor, isMuch, onHeld }: HoldSetup): () => void {
  const deleteShapes = editor.deleteShapes.bind(editor);
  editor.deleteShapes = (shapes: TLShape[] | TLShapeId[]) => {
    const ids = shapes.map((one) => (typeof one === 'string' ? one : one.id));
    const removal = removalOf(editor, ids, () => {
      editor.markHistoryStoppingPoint('delete');
      deleteShapes(ids.filter((id) => editor.getShape(id) !== undefined));
    });
    if (editor.getIsReadonly() || removal.things === 0 || !isMuch(removal)) return deleteShapes(ids);
    onHeld(removal);
    return editor;
  };
  return () => {
    editor.deleteShapes = deleteShapes;
  };
}

function removalOf(editor: Editor, ids: readonly TLShapeId[], remove: () => void): HeldRemoval {
  const all = ids.flatMap((id) => editor.getShape(id) ?? []).filter((shape) => !shape.isLocked);
  const ofMap = all.flatMap((shape) => shapeOfView(shape) ?? []);
  const placeOf = ({ view, shape }: ShapeOfView): number => view.removable.indexOf(shape.type);
  const shapes = ofMap.filter((one) => placeOf(one) >= 0).toSorted((a, b) => placeOf(a) - placeOf(b));
  return { things: shapes.length, drawings: all.length - ofMap.length, shapes, remove };
}

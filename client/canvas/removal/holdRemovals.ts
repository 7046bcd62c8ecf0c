/**
 * Holds a deletion back that would take more than one thing of the map away, until its person has said that they mean it.
 * Whatever deletes what is chosen comes by here: the key, cutting, the menus.
 */
import type { Editor, TLShape, TLShapeId } from '@tldraw/tldraw';
import { workOf } from '../cycle/carryOutCycle.ts';
import type { CycleCommands } from '../cycle/CycleCommands.ts';
import type { CycleShape } from '../cycle/cycleShapes.ts';
import { isCycleShape } from '../cycle/isCycleProjected.ts';
import { removeShape } from '../frame/carryOut.ts';
import type { FrameCommands } from '../frame/FrameCommands.ts';
import type { FrameShape } from '../frame/frameShapes.ts';
import { frameShapeTypes } from '../frame/frameShapeTypes.ts';
import { isFrameShape } from '../frame/isProjected.ts';

/** What is to be deleted. */
export interface HeldRemoval {
  /** things of the map that would be taken away */
  readonly things: number;
  /** drawings chosen with them */
  readonly drawings: number;
  /** Gives the commands that the deletion would give. */
  give(to: { readonly frame: FrameCommands; readonly cycle: CycleCommands }): void;
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
  const shapes = ids.flatMap((id) => editor.getShape(id) ?? []).filter((shape) => !shape.isLocked);
  const frame = shapes.filter(isFrameShape) as unknown as readonly FrameShape[];
  const cycle = shapes.filter(isCycleShape) as unknown as readonly CycleShape[];
  const ring = frame.filter(({ type }) => type !== frameShapeTypes.goal);
  const works = cycle.flatMap((shape) => workOf(shape) ?? []);
  return {
    things: ring.length + works.length,
    drawings: shapes.length - frame.length - cycle.length,
    give(to) {
      // with its interest a card loses its place, and is nothing of its own
      const isWedge = ({ type }: FrameShape): boolean => type === frameShapeTypes.wedge;
      for (const shape of [...ring.filter(isWedge), ...ring.filter((one) => !isWedge(one))])
        removeShape(shape, to.frame);
      for (const { collection, id } of works)
        if (collection === 'notes') to.cycle.removeNote(id);
        else to.cycle.removeExperiment(id);
    },
    remove,
  };
}

/** Begins to write the title of a group that was just made, as soon as it stands on the canvas. */
import { react, type Editor } from '@tldraw/tldraw';
import { groupShapeId } from './sheetShapeIds.ts';

/** Who waits longer does something else already. */
const mostMs = 2_000;

export function writeWhenThere(editor: Editor, group: string): void {
  const id = groupShapeId(group);
  let isDone = false;
  const stop = react('a new group to be named', () => {
    if (isDone || !editor.getShape(id)) return;
    isDone = true;
    // what a reaction does must not change the canvas at once
    queueMicrotask(() => {
      stop();
      const shape = editor.getShape(id);
      if (!shape || !editor.isIn('select')) return;
      editor.focus();
      editor.select(id);
      editor.setEditingShape(id);
      editor.setCurrentTool('select.editing_shape', { target: 'shape', shape });
    });
  });
  setTimeout(stop, mostMs);
}

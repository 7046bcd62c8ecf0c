/** The key for grouping, where what is chosen shows the map: it becomes a group of its view. */
import type { Editor } from '@tldraw/tldraw';
import { shapeOfView, type ShapeOfView } from './isOfMap.ts';

type Answer = (chosen: readonly ShapeOfView[]) => void;

const answers = new WeakMap<Editor, Answer>();

/** Who makes groups of views on this canvas; the returned function takes it back. */
export function answerGrouping(editor: Editor, answer: Answer): () => void {
  answers.set(editor, answer);
  return () => answers.delete(editor);
}

/** True where something chosen is of a view that knows groups. */
export function groupChosen(editor: Editor): boolean {
  const own = editor.getSelectedShapes().flatMap((shape) => shapeOfView(shape) ?? []);
  const first = own.find(({ view, shape }) => view.groups?.includes(shape.type));
  if (!first) return false;
  answers.get(editor)?.(
    own.filter(({ name, shape }) => name === first.name && first.view.groups?.includes(shape.type)),
  );
  return true;
}

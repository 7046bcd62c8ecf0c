/** Puts pasted words on the canvas: cells and lines as notes in rows, or all of it as one text. */
import {
  createShapeId,
  defaultHandleExternalTextContent,
  toRichText,
  type Editor,
  type TLShapeId,
  type VecLike,
} from '@tldraw/tldraw';

const noteSize = 200;
const gap = 24;

/** One note per cell that says something, in rows around a point. Ids of what was placed. */
export function placeNotes(editor: Editor, rows: readonly (readonly string[])[], at: VecLike): TLShapeId[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const step = noteSize + gap;
  const left = at.x - (columns * step - gap) / 2;
  const top = at.y - (rows.length * step - gap) / 2;
  const notes = rows.flatMap((row, line) =>
    row.flatMap((cell, column) =>
      cell === ''
        ? []
        : {
            id: createShapeId(),
            type: 'note' as const,
            x: left + column * step,
            y: top + line * step,
            props: { richText: toRichText(cell) },
          },
    ),
  );
  editor.createShapes(notes);
  return placed(
    editor,
    notes.map(({ id }) => id),
  );
}

/** One line each, in a block that is about as wide as high. */
export function placeLines(editor: Editor, lines: readonly string[], at: VecLike): TLShapeId[] {
  const columns = Math.ceil(Math.sqrt(lines.length));
  const rows = Array.from({ length: Math.ceil(lines.length / columns) }, (_, row) =>
    lines.slice(row * columns, (row + 1) * columns),
  );
  return placeNotes(editor, rows, at);
}

export async function placeText(editor: Editor, text: string, at: VecLike): Promise<TLShapeId[]> {
  const before = new Set(editor.getCurrentPageShapeIds());
  await defaultHandleExternalTextContent(editor, { text, point: { x: at.x, y: at.y } });
  return placed(
    editor,
    [...editor.getCurrentPageShapeIds()].filter((id) => !before.has(id)),
  );
}

function placed(editor: Editor, ids: readonly TLShapeId[]): TLShapeId[] {
  const there = ids.filter((id) => editor.getShape(id) !== undefined);
  if (editor.isIn('select')) editor.select(...there);
  return there;
}

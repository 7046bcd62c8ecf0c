/** While notes are dragged: a dashed line around what receives them, the room that is made for them, and what letting go means. */
import { useEditor, useValue, type Editor } from '@tldraw/tldraw';
import { useTranslation } from 'react-i18next';
import type { TLShapeId } from '@tldraw/tldraw';
import type { Box } from '#shared/views/frame/FrameLayout.ts';
import { foreseenOn } from '../projected/Foresight.ts';
import { shapeOfView } from '../projected/isOfMap.ts';
import type { DropHint } from './foreseeDrop.ts';
import type { SheetShape } from './sheetShapes.ts';
import { sheetShapeTypes } from './sheetShapeTypes.ts';

/** Around a note, so that its own line stays in sight. */
const around = 6;

export function DropHere() {
  const { t } = useTranslation();
  const editor = useEditor();
  const seen = useValue('what letting go would do', () => foreseenOn(editor).get(), [editor]);
  const target = useValue('what receives', () => (seen ? targetOf(editor, seen.foreseen.receives) : null), [
    editor,
    seen,
  ]);
  const zoom = useValue('zoom of its words', () => editor.getZoomLevel(), [editor]);
  if (seen?.view !== 'sheet' || target === null) return null;
  const hint = seen.foreseen.hint as DropHint | undefined;
  return (
    <>
      {seen.slots.map((slot) => (
        <div key={`${slot.x} ${slot.y}`} className="sheet-slot" aria-hidden="true" style={placeOf(slot)} />
      ))}
      <div
        className="sheet-target"
        data-merges={hint === 'mergeHere' || undefined}
        aria-hidden="true"
        style={placeOf(target)}
      >
        {hint !== undefined && (
          <span className="sheet-word" style={{ transform: `scale(${1 / zoom})` }}>
            {t(`sheet.hints.${hint}`)}
          </span>
        )}
      </div>
    </>
  );
}

function placeOf({ x, y, width, height }: Box) {
  return { left: x, top: y, width, height };
}

function targetOf(editor: Editor, id: string): Box | null {
  const shape = editor.getShape(id as TLShapeId);
  const own = shape && shapeOfView(shape);
  if (own?.name !== 'sheet') return null;
  // shapes of our own are not in tldraw's list of types
  const { x, y, type, props } = own.shape as unknown as SheetShape;
  if (type === sheetShapeTypes.sheet && props.ungrouped) {
    const { ungrouped } = props;
    return { ...ungrouped, x: x + ungrouped.x, y: y + ungrouped.y };
  }
  const by = type === sheetShapeTypes.idea ? around : 0;
  return { x: x - by, y: y - by, width: props.w + by * 2, height: props.h + by * 2 };
}

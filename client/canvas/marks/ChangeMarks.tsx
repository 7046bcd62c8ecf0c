/** A frame and a sign around each thing that a comparison found new or changed; the sign, not its color, says which. */
import { useEditor, useValue, type TLShape } from '@tldraw/tldraw';
import { useContext } from 'react';
import { shapeOfView } from '../projected/isOfMap.ts';
import styles from './ChangeMarks.module.css';
import { MarksContext, type Mark, type Marks } from '#client/map/MarksContext.ts';

/** in pixels of the screen; on small shapes the smaller */
const signs = { largest: 20, smallest: 12 };
/** between the shape and its frame, in pixels of the screen */
const gap = 3;

export function ChangeMarks() {
  const editor = useEditor();
  const marks = useContext(MarksContext);
  const shown = useValue(
    'marked shapes',
    () => {
      if (marks.size === 0) return [];
      const view = editor.getViewportPageBounds();
      return editor.getCurrentPageShapes().flatMap((shape) => {
        const mark = markOf(shape, marks);
        const bounds = mark === null ? undefined : editor.getShapePageBounds(shape);
        return mark !== null && bounds?.collides(view) === true ? [{ id: shape.id, mark, bounds }] : [];
      });
    },
    [editor, marks],
  );
  const zoom = useValue('zoom of marks', () => editor.getZoomLevel(), [editor]);
  return shown.map(({ id, mark, bounds }) => {
    const { x, y, w, h } = bounds;
    const sign = Math.max(signs.smallest, Math.min(signs.largest, w * zoom * 0.5));
    return (
      <div
        key={id}
        className={styles['mark']}
        data-mark={mark}
        data-shape={id}
        aria-hidden="true"
        style={{
          transform: `translate(${x - gap / zoom}px, ${y - gap / zoom}px)`,
          width: w + (2 * gap) / zoom,
          height: h + (2 * gap) / zoom,
          borderWidth: 2.5 / zoom,
          borderRadius: 8 / zoom,
        }}
      >
        <svg
          className={styles['sign']}
          viewBox="0 0 20 20"
          width={sign}
          height={sign}
          style={{ transform: `scale(${1 / zoom}) translate(-70%, -70%)` }}
        >
          <circle cx="10" cy="10" r="9" />
          <path d={mark === 'added' ? 'M10 5.5v9M5.5 10h9' : 'M6 8h8M6 12h8'} />
        </svg>
      </div>
    );
  });
}

function markOf(record: TLShape, marks: Marks): Mark | null {
  const own = shapeOfView(record);
  if (own === null) return null;
  const { view, shape } = own;
  const ref = view.refOf(shape);
  return (ref && marks.get(`${ref.collection} ${ref.id}`)) ?? marks.get(view.alsoMarked?.(shape) ?? '') ?? null;
}

/** A small lock on each thing that only facilitators may change, the same size at every zoom. Seen by everybody. */
import { useEditor, useValue } from '@tldraw/tldraw';
import { useContext } from 'react';
import { LocksContext } from './LocksContext.ts';
import styles from './LockSigns.module.css';
import { keyOfShape } from './refusalFor.ts';

const size = 22;

export function LockSigns() {
  const editor = useEditor();
  const locks = useContext(LocksContext);
  const signs = useValue(
    'lock signs',
    () => {
      if (locks.length === 0) return [];
      const locked = new Set(locks);
      const view = editor.getViewportPageBounds();
      return editor.getCurrentPageShapes().flatMap((shape) => {
        const key = keyOfShape(shape);
        const bounds = key !== null && locked.has(key) ? editor.getShapePageBounds(shape) : undefined;
        return bounds?.collides(view) === true ? [{ id: shape.id, x: bounds.maxX, y: bounds.minY }] : [];
      });
    },
    [editor, locks],
  );
  const zoom = useValue('zoom of lock signs', () => editor.getZoomLevel(), [editor]);
  return signs.map(({ id, x, y }) => (
    <svg
      key={id}
      className={styles['sign']}
      viewBox="0 0 22 22"
      style={{ transform: `translate(${x}px, ${y}px) scale(${1 / zoom}) translate(-${size / 2}px, -${size / 2}px)` }}
      width={size}
      height={size}
      aria-hidden="true"
    >
      <circle cx="11" cy="11" r="10" />
      <path d="M7.5 10.5h7v5h-7zM9 10.5V8.7a2 2 0 0 1 4 0v1.8" />
    </svg>
  ));
}

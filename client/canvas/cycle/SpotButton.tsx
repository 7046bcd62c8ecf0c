/** The dashed spot as something to press: makes a note or an experiment without an entity, which becomes a command. */
import { createShapeId, stopEventPropagation, useEditor, useValue } from '@tldraw/tldraw';
import type { Box } from '#shared/views/frame/FrameLayout.ts';
import { emptyExperiment, emptyNote } from './emptyProps.ts';
import { cycleShapeTypes } from './cycleShapeTypes.ts';

export interface SpotButtonProps {
  readonly makes: 'note' | 'experiment';
  readonly label: string;
  /** In the shape's own terms. */
  readonly box: Box;
  /** Where the shape stands on the page. */
  readonly at: { readonly x: number; readonly y: number };
}

export function SpotButton({ makes, label, box, at }: SpotButtonProps) {
  const editor = useEditor();
  const isActive = useValue('spots can be pressed', () => !editor.getIsReadonly() && editor.isIn('select'), [editor]);
  if (!isActive) return null;
  const add = () => {
    const empty = makes === 'note' ? emptyNote : emptyExperiment;
    editor.markHistoryStoppingPoint(`adding ${makes}`);
    editor.createShape({
      id: createShapeId(),
      type: cycleShapeTypes[makes],
      parentId: editor.getCurrentPageId(),
      x: at.x + box.x + (box.width - empty.w) / 2,
      y: at.y + box.y + (box.height - empty.h) / 2,
      props: empty,
    });
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      className="cycle-spot"
      aria-label={label}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      onPointerDown={stopEventPropagation}
      onPointerUp={stopEventPropagation}
      onTouchEnd={stopEventPropagation}
      onClick={(event) => {
        event.stopPropagation();
        add();
      }}
    />
  );
}

/**
 * Writes a text of a view where it stands, letter by letter, since others may write in the same one: their letters appear
 * while one types, and the caret stays at its own. What was just added and left empty goes again.
 */
import { stopEventPropagation, useEditor } from '@tldraw/tldraw';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { spliceOf } from '#shared/board/textEdit.ts';
import type { PartShape } from '#shared/drawings/Shape.ts';
import type { ProjectedShape } from './ProjectedShape.ts';

export interface TextInPlaceProps {
  readonly shape: ProjectedShape;
  readonly label: string;
  /** In the shape's own terms. */
  readonly place: PartShape;
  readonly maxLength: number;
  /** What is left empty stays all the same. */
  readonly mayBeEmpty?: boolean;
  /** On the screen, in pixels; a name needs less than a text. */
  readonly leastHeight?: number;
  /** Shift with Enter begins a new line. */
  readonly hasLines?: boolean;
}

/** On the screen. */
const leastWidth = 190;
const leastFont = 14;

export function TextInPlace(props: TextInPlaceProps) {
  const { shape, label, place, maxLength, mayBeEmpty = false, leastHeight = 84, hasLines = false } = props;
  const editor = useEditor();
  const { id, type } = shape;
  const { text } = shape.props;
  const field = useRef<HTMLTextAreaElement>(null);
  const [first] = useState(text);
  // Seen from afar the field is larger than the shape, so that what is being written can be read.
  const [zoom] = useState(() => editor.getZoomLevel());
  const width = Math.max(place.width, leastWidth / zoom);
  const height = Math.max(place.height, leastHeight / zoom);
  /** What the field holds, also while the shape is behind it. */
  const held = useRef(text);

  useEffect(() => {
    const area = field.current;
    area?.focus();
    // what is there already is gone on with, never written over by the next letter
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);

  useLayoutEffect(() => {
    const area = field.current;
    if (!area || held.current === text) return;
    const { at, remove, insert } = spliceOf(held.current, text);
    const moved = (caret: number) => (caret <= at ? caret : Math.max(at, caret - remove) + insert.length);
    const { selectionStart, selectionEnd } = area;
    area.value = text;
    held.current = text;
    area.setSelectionRange(moved(selectionStart), moved(selectionEnd));
  }, [text]);

  useEffect(() => {
    // Editing ends in many ways (Escape, a click elsewhere, another tool).
    return () => {
      if (first.trim() === '' && held.current.trim() === '' && !mayBeEmpty)
        queueMicrotask(() => editor.deleteShapes([id]));
    };
  }, [editor, first, id, mayBeEmpty]);

  return (
    <textarea
      ref={field}
      className="text-in-place"
      aria-label={label}
      style={{
        left: place.align === 'center' ? place.x - (width - place.width) / 2 : place.x,
        top: place.y,
        width,
        height,
        fontSize: Math.max(place.size ?? 0, leastFont / zoom),
        textAlign: place.align ?? 'left',
      }}
      defaultValue={text}
      maxLength={maxLength}
      spellCheck
      onChange={(event) => {
        const { value: typed } = event.target;
        const value = hasLines ? typed : typed.replaceAll(/\s*\n\s*/g, ' ');
        held.current = value;
        // Shapes of our own are not in tldraw's list of types.
        editor.updateShape({ id, type, props: { text: value } });
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape' || (event.key === 'Enter' && !(hasLines && event.shiftKey))) {
          event.preventDefault();
          editor.complete();
        }
      }}
      onPointerDown={stopEventPropagation}
      onTouchEnd={stopEventPropagation}
    />
  );
}

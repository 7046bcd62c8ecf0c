/** Writes a shape's text where it stands. What was written becomes a change of the shape, which becomes a command. */
import { stopEventPropagation, useEditor } from '@tldraw/tldraw';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartShape } from '#shared/drawings/Shape.ts';
import type { FrameShape } from './frameShapes.ts';

export interface InPlaceTextProps {
  readonly shape: FrameShape;
  readonly edits: 'goal' | 'wedge' | 'card' | 'token';
  /** In the shape's own terms. */
  readonly place: PartShape;
  readonly maxLength: number;
  /** Enter begins a new line instead of ending the editing. */
  readonly isLong?: boolean | undefined;
}

export function InPlaceText({ shape, edits, place, maxLength, isLong = false }: InPlaceTextProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const [text, setText] = useState(shape.props.text);
  const field = useRef<HTMLTextAreaElement>(null);
  const written = useRef<string | null>(null);
  const { id, type } = shape;

  useEffect(() => {
    const area = field.current;
    area?.focus();
    // what is there already is gone on with, never written over by the next letter
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);

  useEffect(() => {
    // Editing ends in many ways (Enter, a click elsewhere, another tool): whatever ended it, what was written counts.
    return () => {
      const value = written.current;
      const now = editor.getShape(id);
      written.current = null;
      if (value === null || now?.type !== (type as string)) return;
      // Shapes of our own are not in tldraw's list of types.
      editor.updateShape({ id, type, props: { text: value } });
    };
  }, [editor, id, type]);

  const end = () => editor.complete();
  return (
    <textarea
      ref={field}
      className="frame-edit"
      aria-label={t(`frame.edit.${edits}`)}
      style={{
        left: place.x,
        top: place.y,
        width: place.width,
        height: place.height,
        fontSize: place.size,
        textAlign: place.align ?? 'left',
      }}
      value={text}
      maxLength={maxLength}
      spellCheck
      onChange={(event) => {
        const value = isLong ? event.target.value : event.target.value.replaceAll(/\s*\n\s*/g, ' ');
        setText(value);
        written.current = value;
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        // Escape keeps what was written, as in tldraw's own notes; undo takes it back.
        if (event.key === 'Escape') end();
        else if (event.key === 'Enter' && !(isLong && event.shiftKey)) {
          event.preventDefault();
          end();
        }
      }}
      onPointerDown={stopEventPropagation}
      onTouchEnd={stopEventPropagation}
    />
  );
}

/** A sheet, a group or a note on the canvas: its drawing, what is pressed in it, and the field in which it is written. */
import { SVGContainer, stopEventPropagation, useEditor, useIsEditing } from '@tldraw/tldraw';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sheetScreenPalette } from '#shared/views/sheet/sheetPalette.ts';
import type { PartShape } from '#shared/drawings/Shape.ts';
import { Drawn, partOf } from '../drawn/Drawn.tsx';
import { openedOn } from '../projected/openedOn.ts';
import { TextInPlace } from '../projected/TextInPlace.tsx';
import { drawOnSheet } from './drawOnSheet.ts';
import type { SheetShape } from './sheetShapes.ts';
import { sheetShapeTypes } from './sheetShapeTypes.ts';
import { useSheetWords } from './useSheetWords.ts';

const mostLetters = {
  [sheetShapeTypes.sheet]: 300,
  [sheetShapeTypes.group]: 300,
  [sheetShapeTypes.idea]: 10_000,
} as const;

export function OnSheet({ shape }: { readonly shape: SheetShape }) {
  const { t } = useTranslation();
  const { type, props } = shape;
  const words = useSheetWords();
  const isEditing = useIsEditing(shape.id);
  const drawing = useMemo(
    () => drawOnSheet({ type, props }, { palette: sheetScreenPalette, words }),
    [type, props, words],
  );
  const isIdea = type === sheetShapeTypes.idea;
  const place = isEditing ? partOf(drawing, 'write') : undefined;
  const fold = partOf(drawing, 'fold');
  const more = partOf(drawing, 'more');
  return (
    <>
      <SVGContainer>
        <Drawn drawing={drawing} />
      </SVGContainer>
      {fold && !isEditing && shape.type === sheetShapeTypes.group && (
        <PartButton
          part={fold}
          label={t(shape.props.isFolded ? 'sheet.unfold' : 'sheet.fold', { title: props.text || t('sheet.untitled') })}
          isOpen={!shape.props.isFolded}
          of={shape.props.groupId}
          next={(now) => 1 - now}
        />
      )}
      {more && shape.type === sheetShapeTypes.sheet && (
        <PartButton
          part={more}
          label={t('sheet.more', { count: shape.props.hidden })}
          of={shape.props.sheetId}
          next={(now) => now + 1}
        />
      )}
      {place && (
        <TextInPlace
          shape={shape}
          label={t(`sheet.edit.${type === sheetShapeTypes.sheet ? 'question' : isIdea ? 'idea' : 'title'}`)}
          place={place}
          maxLength={mostLetters[type]}
          mayBeEmpty={!isIdea}
          {...(isIdea ? {} : { leastHeight: 40 })}
          hasLines={isIdea}
        />
      )}
    </>
  );
}

interface PartButtonProps {
  readonly part: PartShape;
  readonly label: string;
  readonly isOpen?: boolean;
  /** Of what it opens something for this person alone, and how far, made of how far it is open. */
  readonly of: string;
  readonly next: (now: number) => number;
}

function PartButton({ part, label, isOpen, of, next }: PartButtonProps) {
  const editor = useEditor();
  const press = () => openedOn(editor).update((opened) => new Map([...opened, [of, next(opened.get(of) ?? 0)]]));
  return (
    <button
      type="button"
      tabIndex={-1}
      className="sheet-part"
      aria-label={label}
      aria-expanded={isOpen}
      title={label}
      style={{ left: part.x, top: part.y, width: part.width, height: part.height }}
      onPointerDown={stopEventPropagation}
      onPointerUp={stopEventPropagation}
      onTouchEnd={stopEventPropagation}
      onClick={(event) => {
        event.stopPropagation();
        press();
      }}
    />
  );
}

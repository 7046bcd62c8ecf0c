/** A thing of the frame on the canvas: its drawing, and the field in which its text is written. */
import { SVGContainer, useIsEditing, type SvgExportContext } from '@tldraw/tldraw';
import { useMemo } from 'react';
import type { Detail, FrameLook } from '#shared/drawings/FrameLook.ts';
import type { Drawing } from '#shared/drawings/Shape.ts';
import { framePalettes, screenPalette } from '#shared/views/frame/framePalette.ts';
import { Drawn, partOf } from '../drawn/Drawn.tsx';
import type { FrameShape } from './frameShapes.ts';
import { InPlaceText, type InPlaceTextProps } from './InPlaceText.tsx';
import { useDetail } from './useDetail.ts';
import { useFrameWords } from './useFrameWords.ts';

interface DrawnThingProps<S extends FrameShape> {
  readonly shape: S;
  readonly draw: (props: S['props'], look: FrameLook) => Drawing;
  /** Browsers show it where the pointer rests. */
  readonly title?: string;
}

export interface FrameThingProps<S extends FrameShape>
  extends DrawnThingProps<S>, Pick<InPlaceTextProps, 'edits' | 'maxLength' | 'isLong'> {
  readonly detail?: Detail;
}

export function FrameThing<S extends FrameShape>(thing: FrameThingProps<S>) {
  const { shape, draw, title, edits, maxLength, isLong, detail = 'full' } = thing;
  const { props } = shape;
  const isEditing = useIsEditing(shape.id);
  const words = useFrameWords();
  const drawing = useMemo(() => draw(props, { palette: screenPalette, words, detail }), [draw, props, words, detail]);
  const place = isEditing ? partOf(drawing, 'write') : undefined;
  return (
    <>
      <SVGContainer>
        <Drawn drawing={drawing} title={title} />
      </SVGContainer>
      {place && <InPlaceText shape={shape} edits={edits} place={place} maxLength={maxLength} isLong={isLong} />}
    </>
  );
}

export interface LevelledThingProps<S extends FrameShape> extends FrameThingProps<S> {
  /** Of its letters to plain ones. */
  readonly ratio: number;
}

/** Says less the smaller it is on the screen. */
export function LevelledFrameThing<S extends FrameShape>({ ratio, ...thing }: LevelledThingProps<S>) {
  return <FrameThing {...thing} detail={useDetail(ratio)} />;
}

export interface FiledThingProps<S extends FrameShape> extends DrawnThingProps<S> {
  readonly context: SvgExportContext;
}

/** In a picture file of the canvas: everything, in plain colors. */
export function FiledFrameThing<S extends FrameShape>({ shape, draw, title, context }: FiledThingProps<S>) {
  const words = useFrameWords();
  const palette = context.isDarkMode ? framePalettes.dark : framePalettes.light;
  return <Drawn drawing={draw(shape.props, { palette, words, detail: 'full' })} title={title} onPaper />;
}

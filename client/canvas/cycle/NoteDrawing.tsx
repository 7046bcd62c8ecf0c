/** A note of a stage: a tinted sheet with its text as large as it goes, and what is known about it at its foot. */
import { cycleMeasures } from '#shared/views/cycle/cycleMeasures.ts';
import { fitParagraph } from '#shared/views/cycle/fitParagraph.ts';
import { fitText } from '#shared/views/frame/fitText.ts';
import { Lines } from '../frame/Lines.tsx';
import { stageColors, type CyclePalette } from '#shared/views/cycle/cyclePalette.ts';
import type { NoteProps } from './cycleShapes.ts';
import type { CycleWords } from './useCycleWords.ts';

export interface NoteDrawingProps {
  readonly note: NoteProps;
  readonly palette: CyclePalette;
  readonly words: CycleWords;
  /** Seen from afar: fewer words, larger letters. */
  readonly isFar: boolean;
}

const { width, height, padding, footer } = cycleMeasures.note;

export function NoteDrawing({ note, palette, words, isFar }: NoteDrawingProps) {
  const { fill, line, strong } = stageColors(palette, note.stage);
  const facts = isFar ? '' : words.noteFacts(note);
  const isEmpty = note.text.trim() === '';
  const room = height - padding * 2 - (facts === '' ? 0 : footer - 4);
  const text = fitParagraph(isEmpty ? words.emptyNote : note.text, {
    width: width - padding * 2,
    height: room,
    fontSizes: isFar ? [27, 25, 23, 21, 19.5] : [17, 16, 15, 14, 13, 12.5, 12, 11.5, 11],
    leading: isFar ? 1.14 : 1.24,
  });
  return (
    <g transform={note.ratio === 1 ? undefined : `scale(${note.ratio})`}>
      <title>{note.text}</title>
      {!note.parked && (
        <rect x={1} y={3} width={width - 1} height={height - 1} rx={9} fill={palette.shade} opacity={0.35} />
      )}
      <rect
        x={0.5}
        y={0.5}
        width={width - 1}
        height={height - 1}
        rx={9}
        fill={note.parked ? palette.plate : fill}
        stroke={note.parked ? palette.line : line}
        strokeWidth={1}
        {...(note.parked ? { strokeDasharray: '5 4' } : {})}
      />
      <Lines
        lines={text.lines}
        x={padding}
        y={padding - 1}
        fontSize={text.fontSize}
        lineHeight={text.lineHeight}
        weight={550}
        color={isEmpty || note.parked ? palette.soft : palette.ink}
      />
      {facts !== '' && (
        <Lines
          lines={fitText(facts, { width: width - padding * 2, maxLines: 1, fontSizes: [11, 10], leading: 1.2 }).lines}
          x={padding}
          y={height - footer - 3}
          fontSize={11}
          lineHeight={14}
          weight={650}
          color={strong}
        />
      )}
    </g>
  );
}

/** A note of a sheet: its text whole, how often it was written, its votes, and what it became. */
import type { MadeCollection } from '../map/readings/madeCollections.ts';
import { fitText } from '../views/frame/fitText.ts';
import { textWidth } from '../views/frame/textWidth.ts';
import { noteLines } from '../views/sheet/noteSize.ts';
import { sheetMeasures } from '../views/sheet/sheetMeasures.ts';
import { noteColors } from '../views/sheet/sheetPalette.ts';
import type { Drawing, Shape } from './Shape.ts';
import { sheet } from './sheet.ts';
import { becameWords, timesWords, type SheetLook } from './SheetLook.ts';
import { textLines } from './textLines.ts';
import { voteDots } from './voteDots.ts';

export interface IdeaFacts {
  readonly w: number;
  readonly h: number;
  readonly text: string;
  /** How many people wrote it. */
  readonly times: number;
  readonly votes: number | null;
  readonly became: readonly MadeCollection[];
  /** The place of its group, where notes are colored by it. */
  readonly tint: number | null;
}

const { note, foot } = sheetMeasures;
const pill = { height: 18, size: 12, padX: 6 } as const;

/** How many rows stand at its foot. */
export function ideaFoot({ times, votes, became }: Pick<IdeaFacts, 'times' | 'votes' | 'became'>): number {
  return (times > 1 || votes !== null ? 1 : 0) + (became.length > 0 ? 1 : 0);
}

/** Its upper left corner at the origin. */
export function drawIdea(idea: IdeaFacts, look: SheetLook): Drawing {
  const { palette, words } = look;
  const { w, h, text, tint } = idea;
  const { fill, line } = noteColors(palette, tint);
  const isEmpty = text.trim() === '';
  const lines = noteLines(isEmpty ? words.say('noText') : text, w);
  const below = ideaFoot(idea) * foot;
  const height = lines.length * note.line;
  const top = Math.max(note.padY, (h - below - height) / 2);
  return [
    ...sheet({
      width: w,
      height: h,
      radius: note.radius,
      fill,
      stroke: line,
      shade: { fill: palette.shade, opacity: 0.3 },
    }),
    ...textLines({
      lines,
      fontSize: note.size,
      lineHeight: note.line,
      x: note.padX,
      y: top,
      weight: 500,
      fill: isEmpty ? palette.soft : palette.ink,
    }),
    ...footOf(idea, look, top + height),
    { kind: 'part', part: 'write', x: 0, y: 0, width: w, height: h, size: note.size },
  ];
}

function footOf({ w, times, votes, became }: IdeaFacts, { palette, words }: SheetLook, top: number): readonly Shape[] {
  const shapes: Shape[] = [];
  let y = top + (foot - pill.height) / 2;
  const word = timesWords(times, words);
  const width = word === '' ? 0 : textWidth(word, pill.size) + pill.padX * 2;
  if (word !== '') {
    const line = {
      lines: [word],
      fontSize: pill.size,
      lineHeight: pill.height,
      weight: 700,
      fill: palette.onMark,
    } as const;
    shapes.push(
      { kind: 'rect', x: note.padX - 4, y, width, height: pill.height, radius: 5, fill: palette.mark },
      ...textLines({ ...line, x: note.padX - 4 + pill.padX, y }),
    );
  }
  if (votes !== null) {
    shapes.push(
      ...voteDots({
        votes,
        right: w - note.padX,
        y: y + pill.height / 2,
        room: w - note.padX * 2 - width,
        fill: palette.dot,
        ink: palette.ink,
      }),
    );
  }
  if (times > 1 || votes !== null) y += foot;
  const made = becameWords(became, words);
  if (made !== '') {
    const fitted = fitText(made, { width: w - note.padX * 2, maxLines: 1, fontSizes: [12, 11], leading: 1.5 });
    shapes.push(...textLines({ ...fitted, lineHeight: pill.height, x: note.padX, y, weight: 700, fill: palette.made }));
  }
  return shapes;
}

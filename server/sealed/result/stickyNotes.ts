/**
 * Revealed ideas as tldraw's sticky notes in a grid around a point, below the question that they answer. tldraw measures a
 * text only when somebody types, so the heights are computed here, from widths that are never too small: no note covers
 * another.
 */
import type { CanvasRecord } from '#shared/board/record.ts';
import { plainRuns, runsToRichText } from '#shared/board/text.ts';
import { textWidth } from '#shared/views/frame/textWidth.ts';
import { indexSequence } from '#shared/map/fractionalIndex.ts';
import { type Box, freePlace } from './freePlace.ts';

/** As tldraw 3.15 draws notes. */
const noteSize = 200;
const padding = 16;
const lineHeight = 1.35;
const fontSizes = { m: 22, s: 18 } as const;
const smallestFont = 14;
const gap = 20;
const maxColumns = 10;
/** the grid is wider than high, as screens are */
const aspect = 1.6;
/** texts up to this length have tldraw's usual letters */
const shortText = 70;

/**
 * The question stands over the first three notes of a row, so that a telephone shows it whole at a size at which notes can be
 * read. Letters as tldraw 3.15 draws texts, smaller ones for longer questions.
 */
const headingWidth = 3 * (noteSize + gap) - gap;
const headingSizes = [
  { upTo: 60, size: 'xl', fontSize: 44 },
  { upTo: 140, size: 'l', fontSize: 36 },
  { upTo: Infinity, size: 'm', fontSize: 24 },
] as const;
const headingGap = 32;

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Measured {
  readonly size: 's' | 'm';
  readonly fontSize: number;
  readonly height: number;
}

/** How many lines a text takes; what is wider than a line is broken. */
function linesOf(text: string, width: number, fontSize: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(/\s+/)) {
      const wide = textWidth(word, fontSize);
      const needed = used === 0 ? wide : used + textWidth(' ', fontSize) + wide;
      if (needed <= width) {
        used = needed;
        continue;
      }
      if (used > 0) lines += 1;
      lines += Math.max(0, Math.ceil(wide / width) - 1);
      used = wide > width ? wide % width : wide;
    }
  }
  return lines;
}

function measure(text: string): Measured {
  const size = text.length <= shortText ? 'm' : 's';
  const width = noteSize - 2 * padding - 1;
  const words = text.split(/\s+/);
  let fontSize: number = fontSizes[size];
  while (fontSize > smallestFont && words.some((word) => textWidth(word, fontSize) > width)) fontSize -= 1;
  const height = Math.ceil(linesOf(text, width, fontSize) * fontSize * lineHeight + 2 * padding);
  return { size, fontSize, height: Math.max(noteSize, height) };
}

export interface StickyIdea {
  readonly id: string;
  readonly text: string;
}

/** Of which round they are: it stands on each record, so that screens can show them together. */
export interface StickySheet {
  readonly round: string;
  /** empty: no heading */
  readonly question: string;
}

/** `taken`: what stands on the page already. `above`: an index below which everything on the page is. */
export function stickyNotes(
  ideas: readonly StickyIdea[],
  { round, question }: StickySheet,
  at: Point & { readonly page: string },
  taken: readonly Box[],
  above: string,
): CanvasRecord[] {
  const columns = Math.min(maxColumns, Math.max(1, Math.ceil(Math.sqrt(ideas.length * aspect))));
  const measured = ideas.map((idea) => ({ ...idea, ...measure(idea.text) }));
  const rows = Array.from({ length: Math.ceil(ideas.length / columns) }, (_, row) =>
    measured.slice(row * columns, (row + 1) * columns),
  );
  const heights = rows.map((row) => Math.max(...row.map(({ height }) => height)));
  const heading = question === '' ? null : measureHeading(question);
  const grid = { w: columns * (noteSize + gap) - gap, h: heights.reduce((sum, height) => sum + height + gap, -gap) };
  const headed = heading === null ? 0 : heading.height + headingGap;
  const w = heading === null ? grid.w : Math.max(grid.w, headingWidth);
  const h = grid.h + headed;
  const place = freePlace({ x: at.x - w / 2, y: at.y - h / 2, w, h }, taken);
  const indexes = indexSequence(ideas.length + 1).map((index) => above + index);
  const records: CanvasRecord[] = [];
  let top = place.y + headed;
  rows.forEach((row, number) => {
    row.forEach((idea, column) => {
      const corner = { x: place.x + column * (noteSize + gap), y: top };
      records.push(noteRecord(idea, round, corner, at.page, indexes[records.length] ?? above));
    });
    top += (heights[number] ?? noteSize) + gap;
  });
  if (heading === null) return records;
  return [headingRecord(question, heading, round, place, at.page, indexes.at(-1) ?? above), ...records];
}

/** Id of the record that holds the question of a round. */
export function headingId(round: string): string {
  return `shape:${round}`;
}

interface MeasuredHeading {
  readonly size: (typeof headingSizes)[number]['size'];
  readonly height: number;
}

function measureHeading(question: string): MeasuredHeading {
  const { size, fontSize } = headingSizes.find(({ upTo }) => question.length <= upTo) ?? headingSizes[2];
  return { size, height: Math.ceil(linesOf(question, headingWidth - 1, fontSize) * fontSize * lineHeight) };
}

const shapeOf = (id: string, at: Point, page: string, index: string, round: string) => ({
  id,
  typeName: 'shape',
  x: at.x,
  y: at.y,
  rotation: 0,
  index,
  parentId: page,
  isLocked: false,
  opacity: 1,
  meta: { round },
});

const richTextOf = (text: string) => runsToRichText(plainRuns(`${text}\n`));

function headingRecord(
  question: string,
  { size }: MeasuredHeading,
  round: string,
  at: Point,
  page: string,
  index: string,
): CanvasRecord {
  const record = {
    ...shapeOf(headingId(round), at, page, index, round),
    type: 'text',
    props: {
      color: 'black',
      size,
      font: 'sans',
      textAlign: 'start',
      w: headingWidth,
      autoSize: false,
      scale: 1,
      richText: richTextOf(question),
    },
  };
  return record;
}

function noteRecord(idea: StickyIdea & Measured, round: string, at: Point, page: string, index: string): CanvasRecord {
  const record = {
    ...shapeOf(`shape:${idea.id}`, at, page, index, round),
    type: 'note',
    props: {
      color: 'yellow',
      labelColor: 'black',
      size: idea.size,
      font: 'sans',
      fontSizeAdjustment: idea.fontSize,
      align: 'middle',
      verticalAlign: 'middle',
      growY: idea.height - noteSize,
      url: '',
      scale: 1,
      richText: richTextOf(idea.text),
    },
  };
  return record;
}

/**
 * Revealed ideas as tldraw's sticky notes in a grid around a point. tldraw measures a text only when somebody types, so the
 * heights are computed here, from widths that are never too small: no note covers another.
 */
import type { CanvasRecord } from '#shared/board/record.ts';
import { plainRuns, runsToRichText } from '#shared/board/text.ts';
import { textWidth } from '#shared/frame/textWidth.ts';
import { indexSequence } from '#shared/map/fractionalIndex.ts';
import { type Box, freePlace } from './freePlace.ts';

/** As tldraw 3.15 draws notes. */
const noteSize = 200;
const padding = 16;
const lineHeight = 1.35;
const fontSizes = { m: 22, s: 18 } as const;
const smallestFont = 14;
const gap = 20;
const maxColumns = 8;
/** texts up to this length have tldraw's usual letters */
const shortText = 70;

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

/** `round` stands on each note. `taken`: what stands on the page already. `above`: an index below which everything on the page is. */
export function stickyNotes(
  ideas: readonly StickyIdea[],
  round: string,
  at: Point & { readonly page: string },
  taken: readonly Box[],
  above: string,
): CanvasRecord[] {
  const columns = Math.min(maxColumns, Math.max(1, Math.ceil(Math.sqrt(ideas.length))));
  const measured = ideas.map((idea) => ({ ...idea, ...measure(idea.text) }));
  const rows = Array.from({ length: Math.ceil(ideas.length / columns) }, (_, row) =>
    measured.slice(row * columns, (row + 1) * columns),
  );
  const heights = rows.map((row) => Math.max(...row.map(({ height }) => height)));
  const w = columns * (noteSize + gap) - gap;
  const h = heights.reduce((sum, height) => sum + height + gap, -gap);
  const place = freePlace({ x: at.x - w / 2, y: at.y - h / 2, w, h }, taken);
  const indexes = indexSequence(ideas.length);
  const records: CanvasRecord[] = [];
  let top = place.y;
  rows.forEach((row, number) => {
    row.forEach((idea, column) => {
      const index = above + (indexes[records.length] ?? '1');
      const corner = { x: place.x + column * (noteSize + gap), y: top };
      records.push(noteRecord(idea, round, corner, at.page, index));
    });
    top += (heights[number] ?? noteSize) + gap;
  });
  return records;
}

function noteRecord(idea: StickyIdea & Measured, round: string, at: Point, page: string, index: string): CanvasRecord {
  const record = {
    id: `shape:${idea.id}`,
    typeName: 'shape',
    type: 'note',
    x: at.x,
    y: at.y,
    rotation: 0,
    index,
    parentId: page,
    isLocked: false,
    opacity: 1,
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
      richText: runsToRichText(plainRuns(`${idea.text}\n`)),
    },
    meta: { round },
  };
  return record;
}

/** One page for whoever decides and was not there: goal and gap, the table, what to talk about, what was decided, who does what. */
import type { PaperSize } from '#shared/wire/paper.ts';
import { actionsPart } from './actionsPart.ts';
import { decidedPart } from './decidedPart.ts';
import { countedTable, namedTable } from './drawTable.ts';
import { firstThings } from './firstThings.ts';
import { foot, footHeight } from './foot.ts';
import { goalDisc } from './goalDisc.ts';
import { goalRow } from './goalRow.ts';
import { leastSizes, onePageSizes, type Paper } from './Paper.ts';
import { paperPalette as palette, type PaperContext, type Piece } from './pieces.ts';
import { sheetHead } from './sheetHead.ts';
import { moved, tableHead } from './tableHead.ts';
import { tableFacts } from './tableFacts.ts';
import type { DrawnTable, TableOptions } from './tableParts.ts';

const margin = 24;
const goalHeight = 93;
const gap = 9;
const discRadius = 33;
/** Half of the table's height. */
const highest = 200;
/** Room that the three things may take. */
const mostThings = 98;
/** Room for decisions and actions: they are shortened before names go. */
const mostLowers = [150, 128, 112, 98] as const;
const names = [11, 10.4, 9.8, 9.2, 8.7, 8.3, 7.9, 7.6, 7.3, 7.1, leastSizes.onePage];

/** Between the goal and the foot. */
interface Middle {
  readonly top: number;
  readonly bottom: number;
  readonly inner: number;
}

export function onePage(context: PaperContext, size: PaperSize): Paper {
  const { index, words } = context;
  const [width, height] = onePageSizes[size];
  const { paper } = words.texts;
  const inner = width - margin * 2;
  const head = sheetHead(context, { x: margin, y: 20, width: inner, height: 44 }, paper.onePage);
  const goalTop = 20 + head.height + 8;
  const goal = goalRow(context, { x: margin, y: goalTop, width: inner, height: goalHeight });
  const footTop = height - 16 - footHeight;
  const middle = middlePieces(context, { top: goalTop + goalHeight + gap, bottom: footTop - gap, inner });
  const pieces = [head, goal, ...middle, foot(context, { x: margin, y: footTop, width: inner })];
  return {
    width,
    height,
    language: words.language,
    title: `${index.map.partnership.name}: ${paper.onePage}`,
    ground: pieces.flatMap((piece) => piece.ground),
    parts: pieces.flatMap((piece) => piece.parts),
  };
}

function middlePieces(context: PaperContext, middle: Middle): readonly Piece[] {
  const facts = tableFacts(context.index);
  const { top, inner } = middle;
  const titled = (form: DrawnTable['form']) => tableHead(context, facts, { x: margin, y: top, width: inner }, form);
  const lowers = mostLowers.map((most) => lowerParts(context, middle, most));
  const title = titled('names');
  for (const [at, lower] of lowers.entries()) {
    // what is no shorter than before leaves no more room
    if (lower.top === lowers[at - 1]?.top) continue;
    const { look, at: place } = tableIn(context, middle, title, lower);
    const table = namedTable(facts, look);
    if (table !== null) return [title, moved(table, place), ...lower.pieces];
  }
  const lower = lowers[0] ?? lowerParts(context, middle, 0);
  // says that the names do not stand there, and may be higher then
  const counted = titled('counts');
  const { look, at: place } = tableIn(context, middle, counted, lower);
  return [counted, moved(countedTable(facts, look), place), ...lower.pieces];
}

/** The table between what is above and below it. */
function tableIn({ index, words }: PaperContext, { top, inner }: Middle, title: Piece, lower: Lower) {
  const [from, to] = [top + title.height + 5, lower.top - gap - 2];
  const look: TableOptions = {
    words,
    palette,
    shape: { a: inner / 2 - 3, b: Math.min(highest, (to - from) / 2), ring: discRadius + 4, gap: 2.1, edge: 3.2 },
    style: 'names',
    sizes: names,
    headingSize: (letters) => Math.max(7.9, letters * 1.12),
    goal: goalDisc(index, words, palette, { radius: discRadius, least: leastSizes.onePage, isShort: true }),
  };
  return { look, at: { x: margin + inner / 2, y: (from + to) / 2 } };
}

/** What stands below the table, as high as it needs to be. */
interface Lower {
  readonly top: number;
  readonly pieces: readonly Piece[];
}

function lowerParts(context: PaperContext, { bottom, inner }: Middle, mostLower: number): Lower {
  const left = inner * 0.34;
  const at = (y: number): readonly Piece[] => [
    decidedPart(context, { x: margin, y, width: left - 16, height: mostLower }),
    actionsPart(context, { x: margin + left, y, width: inner - left, height: mostLower }),
  ];
  const lowTop = bottom - Math.max(...at(0).map(({ height }) => height));
  const room = { x: margin, width: inner, height: mostThings };
  const top = lowTop - gap - firstThings(context, { ...room, y: 0 }).height;
  return { top, pieces: [firstThings(context, { ...room, y: top }), ...at(lowTop)] };
}

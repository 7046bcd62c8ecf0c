/** A group on a sheet: its card with title, how many notes, its votes, and what it became. */
import type { MadeCollection } from '../map/readings/madeCollections.ts';
import { fitText } from '../views/frame/fitText.ts';
import { groupHead, titleLines } from '../views/sheet/layoutSheets.ts';
import { sheetMeasures } from '../views/sheet/sheetMeasures.ts';
import { noteColors } from '../views/sheet/sheetPalette.ts';
import type { Drawing, Shape } from './Shape.ts';
import { becameWords, type SheetLook } from './SheetLook.ts';
import { textLines } from './textLines.ts';
import { voteDots } from './voteDots.ts';

export interface GroupFacts {
  readonly w: number;
  readonly h: number;
  /** Its title. */
  readonly text: string;
  readonly count: number;
  readonly votes: number | null;
  readonly became: readonly MadeCollection[];
  readonly isFolded: boolean;
  /** Its place among the groups, where notes are colored by it. */
  readonly tint: number | null;
}

const { group: of, emptyGroup, note } = sheetMeasures;
const { fold } = of;

/** Its upper left corner at the origin. */
export function drawGroup(facts: GroupFacts, { palette, words }: SheetLook): Drawing {
  const { w, h, text, count, votes, became, isFolded, tint } = facts;
  const isUntitled = text.trim() === '';
  const title = titleLines(isUntitled ? words.say('untitled') : text);
  const y = of.top + title.length * of.titleLine + of.factsGap;
  const head = groupHead({ title: isUntitled ? '' : text, rows: became.length > 0 ? 1 : 0 });
  const line = { lineHeight: of.facts, x: of.titlePad, fill: palette.soft } as const;
  const made = becameWords(became, words);
  const madeText = fitText(made, { width: w - of.titlePad * 2, maxLines: 1, fontSizes: [12.5, 11.5], leading: 1.5 });
  const notes = words.say('notes', { count });
  return [
    {
      kind: 'rect',
      x: 0.75,
      y: 0.75,
      width: w - 1.5,
      height: h - 1.5,
      radius: of.radius,
      fill: palette.group,
      stroke: palette.groupLine,
      strokeWidth: 1.5,
    },
    ...(tint === null ? [] : [stripe(w, noteColors(palette, tint).line)]),
    ...textLines({
      lines: title,
      fontSize: of.titleSize,
      lineHeight: of.titleLine,
      x: of.titlePad,
      y: of.top,
      weight: 700,
      fill: isUntitled ? palette.soft : palette.ink,
    }),
    ...textLines({ ...line, lines: [notes], fontSize: 12.5, weight: 600, y }),
    ...(votes === null
      ? []
      : voteDots({
          votes,
          right: w - of.titlePad,
          y: y + of.facts / 2,
          room: w - 110,
          fill: palette.dot,
          ink: palette.ink,
        })),
    ...(made === ''
      ? []
      : textLines({ ...line, ...madeText, lineHeight: of.facts, weight: 700, fill: palette.made, y: y + of.facts })),
    ...(count === 0 && !isFolded ? [emptySlot(head, palette.groupLine), ...emptyWord(head)] : []),
    { kind: 'part', part: 'write', x: 4, y: 4, width: w - 8 - fold, height: y - 4, size: of.titleSize },
    { kind: 'part', part: 'fold', x: w - fold - 4, y: 4, width: fold, height: fold, shapes: [chevron(w, isFolded)] },
  ];

  function emptyWord(top: number): readonly Shape[] {
    const at = { x: w / 2, y: top + (emptyGroup - 20) / 2, anchor: 'middle' } as const;
    return textLines({
      ...at,
      lines: [words.say('noNotes')],
      fontSize: 13,
      lineHeight: 20,
      weight: 500,
      fill: palette.soft,
    });
  }

  function chevron(width: number, isRight: boolean): Shape {
    const [x, top] = [width - 4 - fold / 2, 4 + fold / 2];
    const d = isRight
      ? `M${x - 3} ${top - 6}L${x + 3} ${top}L${x - 3} ${top + 6}`
      : `M${x - 6} ${top - 3}L${x} ${top + 3}L${x + 6} ${top - 3}`;
    return { kind: 'path', d, stroke: palette.soft, strokeWidth: 2, round: true };
  }
}

/** Along the upper edge, in the color of its notes. */
function stripe(width: number, fill: string): Shape {
  return { kind: 'rect', x: of.radius, y: 2, width: width - of.radius * 2, height: 4, radius: 2, fill };
}

function emptySlot(top: number, stroke: string): Shape {
  const width = note.width * 2 + note.gap;
  return {
    kind: 'rect',
    x: of.side,
    y: top,
    width,
    height: emptyGroup,
    radius: 7,
    stroke,
    strokeWidth: 1.5,
    dash: [6, 5],
  };
}

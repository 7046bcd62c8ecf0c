/** A sheet: its plate, its question, how much stands on it, and the words over what is in no group. */
import type { Box } from '../views/frame/FrameLayout.ts';
import { questionLines } from '../views/sheet/layoutSheets.ts';
import { sheetMeasures } from '../views/sheet/sheetMeasures.ts';
import type { Drawing } from './Shape.ts';
import { spot } from './spot.ts';
import type { SheetLook } from './SheetLook.ts';
import { textLines } from './textLines.ts';

export interface SheetFacts {
  readonly w: number;
  readonly h: number;
  /** Its question. */
  readonly text: string;
  readonly notes: number;
  readonly groups: number;
  /** In no group. */
  readonly loose: number;
  /** Where these stand; null where there are none. */
  readonly ungrouped: Box | null;
  /** What asks for the next of them; null where all are shown. */
  readonly more: Box | null;
  readonly hidden: number;
}

const { question, summary, ungrouped: word } = sheetMeasures;

/** Its upper left corner at the origin. */
export function drawSheet(facts: SheetFacts, { palette, words }: SheetLook): Drawing {
  const { w, h, text, notes, groups, loose, ungrouped, more } = facts;
  const isEmpty = text.trim() === '';
  const lines = questionLines(isEmpty ? words.say('noQuestion') : text, w);
  const below = question.top + lines.length * question.line;
  const counts = [
    words.say('notes', { count: notes }),
    ...(groups === 0 ? [] : [words.say('groups', { count: groups })]),
    ...(groups === 0 ? [] : [loose === 0 ? words.say('allGrouped') : words.say('summary', { count: loose })]),
  ].join(' · ');
  return [
    {
      kind: 'rect',
      x: 0.75,
      y: 0.75,
      width: w - 1.5,
      height: h - 1.5,
      radius: 16,
      fill: palette.plate,
      stroke: palette.plateLine,
      strokeWidth: 1.5,
    },
    ...textLines({
      lines,
      fontSize: question.size,
      lineHeight: question.line,
      x: question.left,
      y: question.top,
      weight: 700,
      fill: isEmpty ? palette.soft : palette.ink,
    }),
    ...textLines({
      lines: [counts],
      fontSize: summary.size,
      lineHeight: summary.line,
      x: question.left,
      y: below,
      weight: 600,
      fill: palette.soft,
    }),
    ...(ungrouped && groups > 0
      ? textLines({
          lines: [`${words.say('ungrouped')}  ${words.say('notes', { count: loose })}`],
          fontSize: word.size,
          lineHeight: word.line,
          x: ungrouped.x + sheetMeasures.group.side,
          y: ungrouped.y + word.above,
          weight: 700,
          fill: palette.ink,
        })
      : []),
    ...(more
      ? [
          {
            ...spot(more, {
              label: words.say('more', { count: facts.hidden }),
              fill: palette.ink,
              stroke: palette.soft,
              ratio: 1,
            }),
            part: 'more' as const,
          },
        ]
      : []),
    { kind: 'part', part: 'write', x: 8, y: 6, width: w - 16, height: below - 2, size: question.size },
  ];
}

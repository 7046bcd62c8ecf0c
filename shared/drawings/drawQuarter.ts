/** A quarter of the circle: its plate, its name with how much it holds, the question of the stage, and the spot for the next note. */
import type { Stage } from '#shared/kinds/values.ts';
import { cycleMeasures } from '../views/cycle/cycleMeasures.ts';
import { stageColors } from '../views/cycle/cyclePalette.ts';
import { fitText } from '../views/frame/fitText.ts';
import type { Box } from '../views/frame/FrameLayout.ts';
import { textWidth } from '../views/frame/textWidth.ts';
import type { CycleLook, CycleWords, PromptNumber } from './CycleLook.ts';
import type { Drawing, PartShape, Shape } from './Shape.ts';
import { spot } from './spot.ts';
import { textLines } from './textLines.ts';

export interface QuarterFacts {
  readonly stage: Stage;
  /** An open round asks its questions. */
  readonly isOpen: boolean;
  /** `lit`: this stage runs now; `dim`: another one does. */
  readonly light: 'none' | 'lit' | 'dim';
  readonly path: string;
  readonly ratio: number;
  readonly wordRatio: number;
  readonly heading: Box;
  readonly align: 'start' | 'end';
  readonly count: number;
  /** Of the notes of the round, 0 to 1. */
  readonly share: number;
  /** Where the next note will stand. */
  readonly next: Box | null;
}

const { nameSize, promptSize, promptLine, promptLines } = cycleMeasures.heading;

/** The middle of its round at the origin. */
export function drawQuarter(quarter: QuarterFacts, look: CycleLook, prompt: PromptNumber = 1): Drawing {
  const { palette, words } = look;
  const { stage, heading, ratio, wordRatio, light, next } = quarter;
  const { fill, line, strong } = stageColors(palette, stage);
  const isLit = light === 'lit';
  const plate: Shape = {
    kind: 'path',
    d: quarter.path,
    fill: palette.plate,
    stroke: isLit ? strong : light === 'dim' ? palette.plateLine : line,
    strokeWidth: isLit ? 6 : 1.6,
    round: true,
  };
  // paler than the notes that lie on it
  const tint: Shape = { kind: 'path', d: quarter.path, fill, opacity: 0.4 };
  return [
    { kind: 'group', scale: ratio, shapes: isLit ? [plate, tint] : [plate] },
    ...(next ? [spot(next, { label: words.say('addNote'), fill: strong, stroke: line, ratio })] : []),
    { kind: 'group', x: heading.x, y: heading.y, scale: wordRatio, shapes: headingOf(quarter, look, prompt) },
    ...(quarter.isOpen ? [turn(quarter)] : []),
  ];
}

function headingOf(quarter: QuarterFacts, { palette, words }: CycleLook, prompt: PromptNumber): readonly Shape[] {
  const { stage, heading, align, wordRatio, isOpen, light } = quarter;
  const { strong } = stageColors(palette, stage);
  const width = heading.width / wordRatio;
  const name = fitText(words.say(`stage.${stage}`), {
    width,
    maxLines: 1,
    fontSizes: [nameSize, 25, 23, 21],
    leading: 1.25,
  });
  const question = fitText(words.say(`prompts.${stage}.q${prompt}`), {
    width: width - 34,
    maxLines: promptLines,
    fontSizes: [promptSize],
    leading: promptLine / promptSize,
  });
  const used = 36 + 26 + (isOpen ? question.lines.length * promptLine : 0);
  const top = isUpper(quarter) ? heading.height / wordRatio - used : 0;
  const notes = notesOf(quarter, words);
  const at = { x: align === 'start' ? 0 : width, anchor: align };
  const count = { lines: [notes], fontSize: 16, lineHeight: 22, weight: 600, fill: palette.soft } as const;
  const shapes: Shape[] = [
    ...textLines({ ...name, ...at, lineHeight: 34, y: top, weight: 700, fill: strong }),
    ...textLines({ ...count, ...at, y: top + 35 }),
  ];
  if (light === 'lit') {
    const text = words.say('now');
    const badge = { y: top + 35, width: textWidth(text, 14) + 18, height: 20 };
    const beside = textWidth(notes, 16) + 8;
    const x = align === 'start' ? beside : width - beside - badge.width;
    const line = { lines: [text], fontSize: 14, lineHeight: 20, weight: 700, fill: palette.plate } as const;
    shapes.push(
      { kind: 'rect', x, ...badge, radius: 10, fill: strong },
      ...textLines({ ...line, x: x + badge.width / 2, y: badge.y, anchor: 'middle' }),
    );
  }
  if (isOpen) shapes.push(...textLines({ ...question, ...at, y: top + 62, weight: 500, fill: palette.ink }));
  return shapes;
}

function notesOf({ count, share }: QuarterFacts, words: CycleWords): string {
  const notes = words.say('notes', { count });
  return count === 0 ? notes : `${notes} · ${words.percent(share)}`;
}

/** Upper headings stand on their circle, lower ones hang below it. */
function isUpper({ heading }: QuarterFacts): boolean {
  return heading.y < 0;
}

/** Beside the question: shows the next one. */
function turn(quarter: QuarterFacts): PartShape {
  const { heading, align, wordRatio } = quarter;
  const side = 34 * wordRatio;
  return {
    kind: 'part',
    part: 'turn',
    x: align === 'start' ? heading.x + heading.width - side : heading.x,
    y: isUpper(quarter) ? heading.y + heading.height - side : heading.y + 60 * wordRatio,
    width: side,
    height: side,
  };
}

/** A note of a stage: a tinted sheet with its text as large as it goes, and what is known about it at its foot. */
import type { Stage } from '#shared/kinds/values.ts';
import { cycleMeasures } from '../views/cycle/cycleMeasures.ts';
import { stageColors } from '../views/cycle/cyclePalette.ts';
import { fitParagraph } from '../views/cycle/fitParagraph.ts';
import { fitText } from '../views/frame/fitText.ts';
import { type CycleLook, type CycleWords, inOneLine, type NoteTag, type WorkLevel } from './CycleLook.ts';
import type { Drawing, Shape } from './Shape.ts';
import { sheet } from './sheet.ts';
import { textLines } from './textLines.ts';

export interface NoteFacts {
  /** Less than 1 in an earlier round. */
  readonly ratio: number;
  readonly stage: Stage;
  readonly text: string;
  readonly tag: NoteTag | null;
  readonly level: WorkLevel | null;
  readonly votes: number | null;
  readonly parked: boolean;
}

const { width, height, padding, footer } = cycleMeasures.note;
const inner = width - padding * 2;

/** Its upper left corner at the origin. */
export function drawNote(note: NoteFacts, { palette, words, isFar }: CycleLook): Drawing {
  const { ratio, parked } = note;
  const { fill, line, strong } = stageColors(palette, note.stage);
  const facts = isFar ? '' : factsOf(note, words);
  const isEmpty = note.text.trim() === '';
  const text = fitParagraph(isEmpty ? words.say('unnamed.note') : note.text, {
    width: inner,
    height: height - padding * 2 - (facts === '' ? 0 : footer - 4),
    fontSizes: isFar ? [27, 25, 23, 21, 19.5] : [17, 16, 15, 14, 13, 12.5, 12, 11.5, 11],
    leading: isFar ? 1.14 : 1.24,
  });
  const paper = parked
    ? { fill: palette.plate, stroke: palette.line, dash: [5, 4] as const }
    : { fill, stroke: line, shade: { fill: palette.shade, opacity: 0.35 } };
  const shapes: Shape[] = [
    ...sheet({ width, height, radius: 9, ...paper }),
    ...textLines({
      ...text,
      x: padding,
      y: padding - 1,
      weight: 500,
      fill: isEmpty || parked ? palette.soft : palette.ink,
    }),
  ];
  if (facts !== '') {
    const { lines } = fitText(facts, { width: inner, maxLines: 1, fontSizes: [11, 10], leading: 1.2 });
    const y = height - footer - 3;
    shapes.push(...textLines({ lines, fontSize: 11, lineHeight: 14, x: padding, y, weight: 600, fill: strong }));
  }
  return [
    { kind: 'group', scale: ratio, shapes },
    { kind: 'part', part: 'write', x: 0, y: 0, width: width * ratio, height: height * ratio, size: 14 * ratio },
  ];
}

function factsOf({ tag, votes, level, parked }: NoteFacts, words: CycleWords): string {
  return inOneLine([
    parked ? words.say('setAside') : '',
    tag === null ? '' : words.say(`tag.${tag}`),
    level === null ? '' : words.say(`level.${level}`),
    votes === null ? '' : words.say('votes', { count: votes }),
  ]);
}

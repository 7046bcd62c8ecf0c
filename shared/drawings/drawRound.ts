/** The middle of a round: its number, its question, the way round; above it its title and the sentence that goes on. */
import { cycleMeasures } from '../views/cycle/cycleMeasures.ts';
import { fitParagraph } from '../views/cycle/fitParagraph.ts';
import { fitText } from '../views/frame/fitText.ts';
import type { Box } from '../views/frame/FrameLayout.ts';
import type { CycleLook, CycleWords } from './CycleLook.ts';
import type { Drawing, Shape } from './Shape.ts';
import { spot } from './spot.ts';
import { textLines } from './textLines.ts';

export interface RoundFacts {
  readonly number: number;
  readonly isOpen: boolean;
  /** The focus question. */
  readonly text: string;
  readonly title: string;
  /** The sentence of this round, once it is closed; of the round before, while it is open. */
  readonly sentence: string;
  readonly ratio: number;
  readonly wordRatio: number;
  readonly heading: Box;
  readonly lane: Box;
  /** Where the next experiment will stand. */
  readonly next: Box | null;
}

const { hub, title: measures } = cycleMeasures;

/** Its middle at the origin. */
export function drawRound(round: RoundFacts, look: CycleLook): Drawing {
  const { palette, words } = look;
  const { ratio, wordRatio, heading, lane, next } = round;
  const around = { radius: 14 * ratio, strokeWidth: 1.2 * ratio };
  const { radius } = hub;
  return [
    { kind: 'group', x: heading.x, y: heading.y, scale: wordRatio, shapes: above(round, look) },
    { kind: 'rect', ...lane, ...around, fill: palette.lane, stroke: palette.plateLine },
    ...(next
      ? [spot(next, { label: words.say('addExperiment'), fill: palette.soft, stroke: palette.line, ratio })]
      : []),
    { kind: 'group', scale: ratio, shapes: middle(round, look) },
    {
      kind: 'part',
      part: 'write',
      x: -radius * ratio * 0.8,
      y: -radius * ratio * 0.5,
      width: radius * ratio * 1.6,
      height: radius * ratio,
      size: 15 * ratio,
      align: 'center',
    },
  ];
}

export function roundTitle(
  { number, title }: { readonly number: number; readonly title: string },
  words: CycleWords,
): string {
  return title.trim() === ''
    ? words.say('round', { number })
    : words.say('roundTitled', { number, title: title.trim() });
}

function above(round: RoundFacts, { palette, words }: CycleLook): readonly Shape[] {
  const width = round.heading.width / round.wordRatio;
  const title = fitText(roundTitle(round, words), {
    width,
    maxLines: 1,
    fontSizes: [measures.size, 30, 26, 22],
    leading: 1.2,
  });
  const sentence = fitText(sentenceOf(round, words), {
    width: width * 0.86,
    maxLines: 2,
    fontSizes: [measures.sentenceSize, 15, 14],
    leading: 1.35,
  });
  const at = { x: width / 2, anchor: 'middle' } as const;
  return [
    ...textLines({ ...title, ...at, lineHeight: 42, y: 0, weight: 700, fill: palette.ink }),
    ...textLines({ ...sentence, ...at, y: 48, weight: 500, fill: palette.soft }),
  ];
}

function sentenceOf({ sentence: written, isOpen, number }: RoundFacts, words: CycleWords): string {
  const sentence = written.trim();
  if (sentence === '') return '';
  return isOpen ? words.say('carried', { number: number - 1, sentence }) : words.say('carries', { sentence });
}

function middle({ number, isOpen, text }: RoundFacts, { palette, words }: CycleLook): readonly Shape[] {
  const { radius } = hub;
  const height = radius * 1.02;
  const isAsked = text.trim() === '';
  const question = fitParagraph(isAsked ? words.say('noFocus') : text.trim(), {
    width: radius * 1.62,
    height,
    fontSizes: [19, 18, 17, 16, 15, 14, 13, 12],
    leading: 1.24,
  });
  const state = `${words.say('round', { number })} · ${words.say(isOpen ? 'open' : 'closed')}`;
  const lines = [state.toLocaleUpperCase(words.language)];
  const at = { x: 0, weight: 600, anchor: 'middle' } as const;
  return [
    { kind: 'circle', x: 0, y: 0, radius, fill: palette.hub },
    { kind: 'circle', x: 0, y: 0, radius: radius - 6, stroke: palette.gold, strokeWidth: 3, opacity: 0.9 },
    ...wayRound(palette.line),
    ...textLines({ lines, fontSize: 12, lineHeight: 16, ...at, y: -radius * 0.66, fill: palette.onHubSoft }),
    ...textLines({
      ...question,
      ...at,
      y: -radius * 0.5 + (height - question.lines.length * question.lineHeight) / 2,
      fill: isAsked ? palette.onHubSoft : palette.onHub,
    }),
  ];
}

/** Little arrows between the quarters: clockwise, as the stages follow each other. */
function wayRound(stroke: string): readonly Shape[] {
  const away = hub.radius + hub.gap * 0.52;
  const arrows = [
    `M-4 ${-away - 5}L4 ${-away}L-4 ${-away + 5}`,
    `M${away + 5} -4L${away} 4L${away - 5} -4`,
    `M4 ${away + 5}L-4 ${away}L4 ${away - 5}`,
    `M${-away - 5} 4L${-away} -4L${-away + 5} 4`,
  ];
  return arrows.map((d) => ({ kind: 'path', d, stroke, strokeWidth: 2, round: true }));
}

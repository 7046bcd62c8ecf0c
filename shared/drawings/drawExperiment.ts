/** An experiment: what we try, what we believe, what we count and from when on we are right; then what we saw and decided. */
import { cycleMeasures } from '../views/cycle/cycleMeasures.ts';
import { fitParagraph } from '../views/cycle/fitParagraph.ts';
import { fitText } from '../views/frame/fitText.ts';
import { textWidth } from '../views/frame/textWidth.ts';
import {
  type CycleLook,
  type CycleWords,
  type ExperimentDecision,
  type ExperimentStatus,
  inOneLine,
  type WorkLevel,
} from './CycleLook.ts';
import type { Drawing, Shape } from './Shape.ts';
import { sheet } from './sheet.ts';
import { textLines } from './textLines.ts';

export interface ExperimentFacts {
  /** Less than 1 in an earlier round. */
  readonly ratio: number;
  /** Its title. */
  readonly text: string;
  readonly belief: string;
  readonly measure: string;
  readonly threshold: string;
  readonly result: string;
  readonly status: ExperimentStatus;
  readonly decision: ExperimentDecision | null;
  readonly level: WorkLevel | null;
  readonly owner: string;
  /** ISO day. */
  readonly endOn: string | null;
  /** The end is over and no result is written down. */
  readonly isLate: boolean;
}

const { width, height, padding } = cycleMeasures.experiment;
const inner = width - padding * 2;

/** Its upper left corner at the origin. */
export function drawExperiment(experiment: ExperimentFacts, look: CycleLook): Drawing {
  const { palette, words, isFar } = look;
  const { ratio, status } = experiment;
  const isEmpty = experiment.text.trim() === '';
  const title = fitText(isEmpty ? words.say('unnamed.experiment') : experiment.text, {
    width: inner - 6,
    maxLines: isFar ? 3 : 2,
    fontSizes: isFar ? [27, 25, 23, 21] : [15, 14, 13],
    leading: isFar ? 1.14 : 1.2,
  });
  const isOver = status === 'finished' || status === 'stopped';
  const stateSize = isFar ? 19 : 11;
  const state = fitText(stateOf(experiment, words), {
    width: inner,
    maxLines: 1,
    fontSizes: [stateSize],
    leading: isFar ? 24 / 19 : 14 / 11,
  });
  const top = padding + 18 + title.lines.length * title.lineHeight + 5;
  const shade = { fill: palette.shade, opacity: 0.4 };
  const shapes: readonly Shape[] = [
    ...sheet({ width, height, radius: 10, fill: palette.card, stroke: palette.cardLine, shade }),
    {
      kind: 'path',
      d: `M10 0.5H${width - 10}A9.5 9.5 0 0 1 ${width - 0.5} 7H0.5A9.5 9.5 0 0 1 10 0.5Z`,
      fill: isOver ? palette.reflectionStrong : palette.gold,
    },
    ...textLines({
      ...state,
      x: padding,
      y: padding,
      weight: 700,
      fill: isOver ? palette.reflectionStrong : palette.solutionStrong,
    }),
    ...textLines({
      ...title,
      x: padding,
      y: padding + (isFar ? 28 : 17),
      weight: 700,
      fill: isEmpty ? palette.soft : palette.ink,
    }),
    ...(isFar ? [] : [...rows(experiment, top, look), ...foot(experiment, look)]),
  ];
  return [
    { kind: 'group', scale: ratio, shapes },
    {
      kind: 'part',
      part: 'write',
      x: 4 * ratio,
      y: 22 * ratio,
      width: (width - 8) * ratio,
      height: 54 * ratio,
      size: 14 * ratio,
    },
  ];
}

function stateOf({ status, decision, level }: ExperimentFacts, words: CycleWords): string {
  return inOneLine([
    words.say(`status.${status}`),
    decision === null ? '' : words.say(`decision.${decision}`),
    level === null ? '' : words.say(`level.${level}`),
  ]);
}

/** Belief, measure, threshold or result; what is missing leaves its room to the others. */
function rows(experiment: ExperimentFacts, top: number, look: CycleLook): readonly Shape[] {
  const { belief, measure, threshold, result } = experiment;
  const last = result.trim() === '' ? (['right', threshold] as const) : (['saw', result] as const);
  const all = [['believe', belief] as const, ['count', measure] as const, last];
  const room = height - top - 20;
  const missing = all.filter(([, value]) => value.trim() === '').length;
  const short = missing === all.length ? room / missing : 17;
  const long = Math.min(40, (room - missing * short) / Math.max(1, all.length - missing));
  let y = top;
  return all.flatMap(([label, value]) => {
    const pitch = value.trim() === '' ? short : long;
    y += pitch;
    return row(look.words.say(label), value.trim(), y - pitch, pitch, look);
  });
}

/** A missing part is a dashed place with a question mark, as an empty chair on the ring is. */
function row(label: string, value: string, y: number, room: number, { palette, words }: CycleLook): readonly Shape[] {
  const size = 11.5;
  const left = padding + textWidth(label, size) + 6;
  const line = { fontSize: size, lineHeight: 15, y } as const;
  const name = textLines({ ...line, lines: [label], x: padding, weight: 600, fill: palette.soft });
  if (value !== '') {
    // as much of it as can be read, on two lines where one would cut it
    const fontSizes = [size, 11, 10.5, 10, 9.5, 9];
    const fitted = fitParagraph(value, { width: width - padding - left, height: room - 1.5, fontSizes, leading: 1.15 });
    const beside = y + 0.6 + (size - fitted.fontSize) * 0.45;
    return [...name, ...textLines({ ...fitted, x: left, y: beside, weight: 500, fill: palette.ink })];
  }
  const dashed = { x: left, y: y + 0.5, width: 60, height: 14, radius: 4 };
  const ask = {
    lines: [words.say('unknown')],
    x: left + 30,
    weight: 700,
    fill: palette.soft,
    anchor: 'middle',
  } as const;
  return [
    ...name,
    { kind: 'rect', ...dashed, stroke: palette.line, strokeWidth: 1, dash: [3, 3] },
    ...textLines({ ...line, ...ask }),
  ];
}

/** Until when, and who. */
function foot({ endOn, isLate, owner }: ExperimentFacts, { palette, words }: CycleLook): readonly Shape[] {
  const when = endOn === null ? '' : words.say(isLate ? 'ended' : 'until', { when: words.day(endOn) });
  const line = { y: height - 20, weight: 500, fill: palette.soft } as const;
  const fit = (text: string, room: number) =>
    fitText(text, { width: room, maxLines: 1, fontSizes: [11, 10.5, 10, 9.5], leading: 1.27 });
  const late = isLate ? ({ weight: 700, fill: palette.warn } as const) : {};
  const used = when === '' ? 0 : Math.min(inner * 0.74, textWidth(when, 11));
  return [
    ...textLines({ ...fit(when, inner * 0.74), ...line, ...late, x: padding }),
    ...textLines({
      ...fit(owner || words.say('noOwner'), inner - 10 - used),
      ...line,
      x: width - padding,
      anchor: 'end',
    }),
  ];
}

/** A trust pulse as bars: how many gave each answer, for the whole group only. */
import { fitText } from '../views/frame/fitText.ts';
import { framePalettes, type FramePalette } from '../views/frame/framePalette.ts';
import type { EntityOf } from '../map/collections.ts';
import type { MapIndex } from '../map/MapIndex.ts';
import { pulseItems } from '../map/readings/pulse.ts';
import { meanText } from '../map/readings/meanText.ts';
import type { ReportWords } from '#shared/picture/ReportWords.ts';
import type { Shape } from '../drawings/Shape.ts';
import type { Picture } from './Picture.ts';
import { textLines } from '../drawings/textLines.ts';

const answerColors = ['#b03060', '#d98a6a', '#d9d2c1', '#7fb8ae', '#0b5f57'];
const onAnswer = ['#ffffff', '#1c2733', '#1c2733', '#1c2733', '#ffffff'];
const rowHeight = 46;
const bar = { left: 260, width: 360, height: 26 };

/** Null while too few people answered. */
export function drawPulse(
  index: MapIndex,
  pulse: EntityOf<'trust_pulses'>,
  words: ReportWords,
  palette: FramePalette = framePalettes.light,
): Picture | null {
  const items = pulseItems(index, pulse);
  if (items === null || items.length === 0) return null;
  const { picture } = words.texts;
  const shapes: Shape[] = [];
  for (const [at, { item, mean, counts, divided }] of items.entries()) {
    const y = 20 + at * rowHeight;
    const name = fitText(words.pulseItem(index, item), {
      width: bar.left - 44,
      maxLines: 2,
      fontSizes: [14, 13, 12],
      leading: 1.2,
    });
    const top = y + (bar.height - name.lines.length * name.lineHeight) / 2;
    shapes.push(...textLines({ ...name, x: 24, y: top, weight: 500, fill: palette.ink }));
    shapes.push(...answerBar(counts, y, palette));
    if (mean !== null)
      shapes.push({
        kind: 'text',
        text:
          words.fill(picture.mean, { value: meanText(mean, words.language) }) +
          (divided ? ` · ${picture.divided}` : ''),
        x: bar.left + bar.width + 14,
        y: y + bar.height / 2 + 4.5,
        size: 12.5,
        weight: 600,
        fill: palette.ink,
      });
  }
  const legendY = 28 + items.length * rowHeight;
  shapes.push(...answerLegend(legendY, palette));
  return {
    x: 0,
    y: 0,
    width: bar.left + bar.width + 190,
    height: legendY + 34,
    background: palette.card,
    title: words.fill(picture.pulseTitle, { when: words.day(pulse.closed_on) }),
    description: [
      picture.pulseDescription,
      ...items.map(({ item, mean, counts, divided }) =>
        words.fill(divided ? picture.pulseDivided : picture.pulseItem, {
          item: words.pulseItem(index, item),
          mean: mean === null ? '–' : meanText(mean, words.language),
          counts: counts.map((count) => words.number(count)).join(', '),
        }),
      ),
    ].join(' '),
    shapes,
  };
}

/** How many gave each answer, side by side; a number where there is room for it. */
function answerBar(counts: readonly number[], y: number, palette: FramePalette): readonly Shape[] {
  const shapes: Shape[] = [];
  const whole = counts.reduce((sum, count) => sum + count, 0);
  let x = bar.left;
  for (const [answer, count] of counts.entries()) {
    const width = whole === 0 ? 0 : (count / whole) * bar.width;
    if (width <= 0) continue;
    shapes.push({ kind: 'rect', x, y, width, height: bar.height, fill: answerColors[answer] ?? palette.soft });
    if (width > 14)
      shapes.push({
        kind: 'text',
        text: String(count),
        x: x + width / 2,
        y: y + bar.height / 2 + 4.5,
        size: 12,
        weight: 600,
        fill: onAnswer[answer] ?? palette.ink,
        anchor: 'middle',
      });
    x += width;
  }
  return shapes;
}

function answerLegend(y: number, palette: FramePalette): readonly Shape[] {
  return answerColors.flatMap((color, at): readonly Shape[] => [
    { kind: 'rect', x: bar.left + at * 44, y, width: 14, height: 14, radius: 3, fill: color },
    {
      kind: 'text',
      text: String(at + 1),
      x: bar.left + at * 44 + 20,
      y: y + 11.5,
      size: 12,
      weight: 500,
      fill: palette.soft,
    },
  ]);
}

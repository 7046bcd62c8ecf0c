/** The goal in the middle of the table on paper, in letters that can be read there. */
import { standing } from '../../drawings/drawGoal.ts';
import { frameWords } from '../../drawings/FrameLook.ts';
import type { Shape } from '../../drawings/Shape.ts';
import type { MapIndex } from '../../map/MapIndex.ts';
import { goalProgress } from '../../views/frame/frameContents.ts';
import type { FramePalette } from '../../views/frame/framePalette.ts';
import type { ReportWords } from '../../picture/ReportWords.ts';
import { setToFit } from './setText.ts';

export interface DiscOptions {
  readonly radius: number;
  /** no letters are smaller */
  readonly least: number;
  /** the sentence and where it stands stand elsewhere on the sheet */
  readonly isShort: boolean;
}

export function goalDisc(
  index: MapIndex,
  words: ReportWords,
  palette: FramePalette,
  { radius, least, isShort }: DiscOptions,
): readonly Shape[] {
  const { target, unit, statement } = index.map.goal;
  const { paper } = words.texts;
  const say = frameWords(words.language, words.t);
  const progress = goalProgress(index);
  const large = {
    sizes: downTo(radius * 0.42, least),
    fill: palette.onGoal,
    weight: 700,
    height: radius * 0.5,
  } as const;
  const plain = { sizes: downTo(least * 1.15, least), fill: palette.onGoal, weight: 500, height: least * 1.4 } as const;
  const amount = target.value === null ? [] : [{ text: words.amount(target.value, unit), ...large }];
  if (isShort) {
    const until = target.date === null ? '' : say.say('by', { when: words.month(target.date) });
    const below = amount.length > 0 ? until : paper.goal;
    return disc([...amount, { text: below, ...plain }], radius, palette);
  }
  const now = progress ? say.say('now', { value: words.amount(progress.latest, unit) }) : '';
  const gap = progress ? standing(progress, unit, say) : '';
  const sentence = {
    text: statement.trim() || say.say('goalQuestion'),
    sizes: downTo(least * 1.25, least),
    fill: palette.onGoal,
    weight: 600,
    height: radius * (amount.length === 0 ? 1.2 : 0.62),
  } as const;
  return disc(
    [
      { text: paper.ourGoal, ...plain, fill: palette.onGoalSoft },
      ...amount,
      sentence,
      { text: now, ...plain, fill: palette.gold, weight: 700 },
      { text: gap, ...plain, fill: palette.gold },
    ],
    radius,
    palette,
  );
}

interface Row {
  readonly text: string;
  /** the largest first */
  readonly sizes: readonly number[];
  readonly fill: string;
  readonly weight: 500 | 600 | 700;
  /** most that it takes */
  readonly height: number;
}

function downTo(most: number, least: number): readonly number[] {
  return [most, most * 0.92, most * 0.84, most * 0.76, least].filter((size) => size >= least);
}

const leading = 1.15;

/** The rows in the disc; the last ones go where the disc would be too narrow for them. */
function disc(rows: readonly Row[], radius: number, palette: FramePalette): readonly Shape[] {
  const wanted = rows.filter(({ text }) => text.trim() !== '');
  for (let count = wanted.length; count > 0; count -= 1) {
    const set = wanted
      .slice(0, count)
      .map(({ text, sizes, fill, weight, height }) =>
        setToFit(
          text,
          { weight, fill, anchor: 'middle', leading },
          { x: 0, y: 0, width: radius * 1.66, height, sizes, isEven: true },
        ),
      );
    const all = set.reduce((sum, { height }) => sum + height, 0);
    let y = -all / 2;
    const placed = set.map(({ shapes, height, width }) => {
      const far = Math.max(Math.abs(y), Math.abs(y + height));
      const isInside = Math.hypot(far, width / 2) <= radius * 0.97;
      const group: Shape = { kind: 'group', x: 0, y, shapes };
      y += height;
      return { group, isInside };
    });
    if (count === 1 || placed.every(({ isInside }) => isInside))
      return [{ kind: 'circle', x: 0, y: 0, radius, fill: palette.goal }, ...placed.map(({ group }) => group)];
  }
  return [{ kind: 'circle', x: 0, y: 0, radius, fill: palette.goal }];
}

/** The goal, where its number stands, and how it came there: three fields beside each other. */
import { standing } from '../../drawings/drawGoal.ts';
import { frameWords } from '../../drawings/FrameLook.ts';
import { actualMeasurements, goalGaps, goalPath, headlineIndicator, latestOf } from '../../map/readings/goalPath.ts';
import { smallSeries } from '../../picture/smallSeries.ts';
import type { PaperPart } from './Paper.ts';
import { paperPalette as palette, type PaperContext, type Piece, type Place, sizes } from './pieces.ts';
import { setText, setToFit } from './setText.ts';

const gap = 14;

export function goalRow(context: PaperContext, place: Place): Piece {
  const { index, words } = context;
  const { x, y, width, height } = place;
  const card = { ...place, width: width * 0.33 };
  const rest = width - card.width - gap;
  const chartWidth = rest * 0.58;
  const series = smallSeries(index, words, palette, { width: chartWidth, height: height - 2, size: sizes.small });
  const numbers = { x: x + card.width + gap, y, height, width: series === null ? rest : rest - chartWidth - gap / 2 };
  const goal = goalCard(context, card);
  const chart: readonly PaperPart[] =
    series === null
      ? []
      : [
          {
            role: 'Figure',
            alt: `${words.fill(words.texts.picture.seriesTitle, { indicator: indicatorName(context) })}. ${series.description}`,
            box: [x + width - chartWidth, y, x + width, y + height],
            shapes: [{ kind: 'group', x: x + width - chartWidth, y, shapes: series.shapes }],
          },
        ];
  return { ground: goal.ground, parts: [...goal.parts, ...numberParts(context, numbers), ...chart], height };
}

function indicatorName({ index }: PaperContext): string {
  return headlineIndicator(index)?.name.trim() || index.map.goal.statement.trim();
}

function goalCard({ index, words }: PaperContext, { x, y, width, height }: Place): Piece {
  const { statement, status, agreed_on: agreed } = index.map.goal;
  const { paper } = words.texts;
  const [left, inner] = [x + 11, width - 22];
  const said =
    status === 'agreed' && agreed !== null
      ? words.fill(paper.ourGoalAgreed, { day: words.day(agreed) })
      : paper.ourGoal;
  const kicker = setText(
    said,
    { size: sizes.small, weight: 600, fill: palette.onGoalSoft },
    { x: left, y: y + 9, width: inner, mostLines: 2 },
  );
  const top = y + 9 + kicker.height + 2;
  const goal = setToFit(
    statement.trim() || words.texts.goal.none,
    { weight: 700, fill: palette.onGoal, leading: 1.22 },
    { x: left, y: top, width: inner, height: y + height - 8 - top, sizes: [14, 13, 12, 11, 10, 9, 8, 7] },
  );
  return {
    height,
    ground: [{ kind: 'rect', x, y, width, height, radius: 8, fill: palette.goal }],
    parts: [
      { role: 'P', shapes: kicker.shapes },
      { role: 'P', shapes: goal.shapes },
    ],
  };
}

/** Number now, from where, and the gap; or in one sentence why there is none. */
function numberParts({ index, words }: PaperContext, { x, y, width, height }: Place): readonly PaperPart[] {
  const { goal } = index.map;
  const { paper } = words.texts;
  const indicator = headlineIndicator(index);
  const rows = indicator ? actualMeasurements(index, indicator.id).filter(({ group }) => group === 'all') : [];
  const latest = latestOf(rows);
  const path = goalPath(index);
  const parts: PaperPart[] = [];
  let top = y;
  const add = (text: string, size: number, weight: 500 | 600 | 700, fill: string, mostLines: number): void => {
    const room = Math.max(1, Math.min(mostLines, Math.floor((y + height - top) / (size * 1.25))));
    const set = setText(text, { size, weight, fill, leading: 1.25 }, { x, y: top, width, mostLines: room });
    parts.push({ role: 'P', shapes: set.shapes });
    top += set.height;
  };
  if (latest) {
    const big = setToFit(
      words.amount(latest.value, goal.unit),
      { weight: 800, fill: palette.ink, leading: 1.08 },
      { x, y: top, width: width * 0.96, height: 42, sizes: [36, 32, 28, 24, 20, 16] },
    );
    parts.push({ role: 'P', shapes: big.shapes });
    top += big.height;
    add(words.fill(paper.on, { day: words.day(latest.date) }), sizes.body, 500, palette.ink, 2);
    if (goal.baseline.value !== null && goal.baseline.date !== null)
      add(
        words.fill(paper.from, {
          value: words.amount(goal.baseline.value, goal.unit),
          day: words.day(goal.baseline.date),
        }),
        sizes.body,
        500,
        palette.soft,
        2,
      );
    top += 2;
  }
  if (path) {
    add(standing(path, goal.unit, frameWords(words.language, words.t)), 11.5, 700, palette.ink, 2);
    add(
      words.fill(paper.expected, { value: words.amount(path.expected, goal.unit) }),
      sizes.body,
      500,
      palette.soft,
      2,
    );
    return parts;
  }
  const missing = goalGaps(goal).map((one) => words.missing(one));
  const why = missing.length > 0 ? words.fill(paper.cannotTell, { list: words.list(missing) }) : paper.noValue;
  add(why, latest ? sizes.body : 10.5, 600, palette.ink, 7);
  return parts;
}

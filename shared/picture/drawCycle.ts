/** The problem-solving cycle as a picture: all rounds, or one of them alone. */
import { cycleInput } from '../views/cycle/cycleInput.ts';
import type { CycleLayout, LinkLine, QuarterLayout, RoundLayout } from '../views/cycle/CycleLayout.ts';
import { cycleMeasures } from '../views/cycle/cycleMeasures.ts';
import { fitParagraph } from '../views/cycle/fitParagraph.ts';
import { layoutCycle } from '../views/cycle/layoutCycle.ts';
import { fitText } from '../views/frame/fitText.ts';
import type { EntityOf } from '../map/collections.ts';
import type { MapIndex } from '../map/MapIndex.ts';
import type { ReportWords } from '#shared/words/ReportWords.ts';
import { cyclePalettes, stageColors } from '../views/cycle/cyclePalette.ts';
import { framePalettes } from '../views/frame/framePalette.ts';
import { drawExperiment, drawNote } from './drawWork.ts';
import { short, type GroupShape, type Shape } from '../drawings/Shape.ts';
import type { Picture } from './Picture.ts';
import { textLines } from '../drawings/textLines.ts';

/** Picture files are on paper. */
const colors = cyclePalettes.light;

const margin = 40;

/** Null while there is no round. */
export function drawCycle(index: MapIndex, words: ReportWords, only: number | null = null): Picture | null {
  const { map } = index;
  const isShown = (round: number | null) => only === null || round === only;
  // Alone every round is laid out as a closed one: nobody presses a free spot on paper.
  const input = cycleInput(
    {
      ...map,
      iterations: map.iterations
        .filter(({ number }) => isShown(number))
        .map((round) => (only === null ? round : { ...round, status: 'closed' as const })),
      notes: map.notes.filter(({ iteration }) => isShown(iteration)),
      experiments: map.experiments.filter(({ iteration }) => isShown(iteration)),
    },
    0,
  );
  const layout = layoutCycle(input);
  if (layout.bounds === null) return null;
  const { bounds } = layout;
  const { picture } = words.texts;
  const round = map.iterations.find(({ number }) => number === only);
  return {
    x: bounds.x - margin,
    y: bounds.y - margin,
    width: bounds.width + margin * 2,
    height: bounds.height + margin * 2,
    background: framePalettes.light.paper,
    title: round ? roundTitle(round, words) : picture.cycleTitle,
    description: words.fill(picture.cycleDescription, {
      rounds: layout.rounds.length,
      notes: layout.notes.length,
      experiments: layout.experiments.length,
    }),
    shapes: drawLayout(index, layout, words),
  };
}

function drawLayout(index: MapIndex, layout: CycleLayout, words: ReportWords): readonly Shape[] {
  const { map } = index;
  const rounds = new Map(map.iterations.map((round) => [round.id, round]));
  const experiments = new Map(map.experiments.map((one) => [one.id, one]));
  const shapes: Shape[] = [];
  for (const place of layout.rounds) {
    const round = rounds.get(place.id);
    if (!round) continue;
    shapes.push(drawRound(index, round, place, words));
    for (const quarter of place.quarters) shapes.push(drawQuarter(index, round, quarter, place, words));
  }
  shapes.push(...layout.links.flatMap(drawLink));
  for (const { id, box, ratio } of layout.notes) {
    const note = index.notes.get(id);
    if (note) shapes.push(placed(box, ratio, note.text, drawNote(note, words)));
  }
  for (const { id, box, ratio } of layout.experiments) {
    const experiment = experiments.get(id);
    if (experiment) shapes.push(placed(box, ratio, experiment.title, drawExperiment(index, experiment, words)));
  }
  return shapes;
}

function placed(
  at: { readonly x: number; readonly y: number },
  scale: number,
  title: string,
  shapes: readonly Shape[],
): GroupShape {
  return { kind: 'group', x: at.x, y: at.y, scale, title, shapes };
}

function roundTitle(round: EntityOf<'iterations'>, words: ReportWords): string {
  const name = words.fill(words.texts.picture.round, { number: String(round.number) });
  return round.title.trim() === '' ? name : `${name}: ${round.title.trim()}`;
}

function drawRound(index: MapIndex, round: EntityOf<'iterations'>, place: RoundLayout, words: ReportWords): Shape {
  const { ratio, wordRatio, center, lane, title: box } = place;
  const { hub, title: measures } = cycleMeasures;
  const { picture } = words.texts;
  const width = box.width / wordRatio;
  const isOpen = round.status === 'open';
  const before = index.map.iterations.find(({ number }) => number === round.carries_from);
  const carried = isOpen ? (before?.carried_insight ?? '') : round.carried_insight;
  const title = fitText(roundTitle(round, words), {
    width,
    maxLines: 1,
    fontSizes: [measures.size, 30, 26, 22],
    leading: 1.2,
  });
  const sentence = fitText(
    carried.trim() === '' ? '' : words.fill(isOpen ? picture.carriesOn : picture.learned, { sentence: carried.trim() }),
    { width, maxLines: 2, fontSizes: [measures.sentenceSize, 15, 14], leading: 1.35 },
  );
  const question = fitParagraph(round.focus_question, {
    width: hub.radius * 1.62,
    height: hub.radius * 1.02,
    fontSizes: [19, 18, 17, 16, 15, 14, 13, 12],
    leading: 1.24,
  });
  const state = words.fill(isOpen ? picture.openRound : picture.closedRound, { number: String(round.number) });
  return {
    kind: 'group',
    title: roundTitle(round, words),
    shapes: [
      {
        kind: 'group',
        x: box.x,
        y: box.y,
        scale: wordRatio,
        shapes: [
          ...textLines({ ...title, lineHeight: 42, x: 0, y: 0, weight: 700, fill: colors.ink }),
          ...textLines({ ...sentence, x: 0, y: 48, weight: 500, fill: colors.soft }),
        ],
      },
      {
        kind: 'rect',
        x: lane.x,
        y: lane.y,
        width: lane.width,
        height: lane.height,
        radius: 14 * ratio,
        fill: colors.lane,
        stroke: colors.plateLine,
        strokeWidth: 1.2 * ratio,
      },
      {
        kind: 'group',
        x: center.x,
        y: center.y,
        scale: ratio,
        shapes: [
          { kind: 'circle', x: 0, y: 0, radius: hub.radius, fill: colors.hub },
          { kind: 'circle', x: 0, y: 0, radius: hub.radius - 6, stroke: colors.gold, strokeWidth: 3, opacity: 0.9 },
          ...wayRound(),
          ...textLines({
            lines: [state.toLocaleUpperCase(words.language)],
            fontSize: 12,
            lineHeight: 16,
            x: 0,
            y: -hub.radius * 0.66,
            weight: 600,
            fill: colors.onHubSoft,
            anchor: 'middle',
          }),
          ...textLines({
            ...question,
            x: 0,
            y: -hub.radius * 0.5 + (hub.radius * 1.02 - question.lines.length * question.lineHeight) / 2,
            weight: 600,
            fill: colors.onHub,
            anchor: 'middle',
          }),
        ],
      },
    ],
  };
}

/** Little arrows between the quarters: clockwise, as the stages follow each other. */
function wayRound(): readonly Shape[] {
  const away = cycleMeasures.hub.radius + cycleMeasures.hub.gap * 0.52;
  const paint = { stroke: colors.line, strokeWidth: 2, round: true } as const;
  return [
    { kind: 'path', d: `M-4 ${-away - 5}L4 ${-away}L-4 ${-away + 5}`, ...paint },
    { kind: 'path', d: `M${away + 5} -4L${away} 4L${away - 5} -4`, ...paint },
    { kind: 'path', d: `M4 ${away + 5}L-4 ${away}L4 ${away - 5}`, ...paint },
    { kind: 'path', d: `M${-away - 5} 4L${-away} -4L${-away + 5} 4`, ...paint },
  ];
}

function drawQuarter(
  index: MapIndex,
  round: EntityOf<'iterations'>,
  quarter: QuarterLayout,
  place: RoundLayout,
  words: ReportWords,
): Shape {
  const { stage, heading, align } = quarter;
  const { ratio, wordRatio, center } = place;
  const { nameSize, promptSize, promptLine, promptLines } = cycleMeasures.heading;
  const { line, strong } = stageColors(colors, stage);
  const { picture, stage: stages, stageQuestion } = words.texts;
  const width = heading.width / wordRatio;
  const anchor = align === 'start' ? 'start' : 'end';
  const x = align === 'start' ? 0 : width;
  const name = fitText(stages[stage], { width, maxLines: 1, fontSizes: [nameSize, 21, 19], leading: 1.25 });
  const question = fitText(stageQuestion[stage], {
    width: width - 34,
    maxLines: promptLines,
    fontSizes: [promptSize],
    leading: promptLine / promptSize,
  });
  const count = index.map.notes.filter(
    (note) => note.iteration === round.number && note.stage === stage && !note.parked,
  ).length;
  // Upper headings stand on their circle, lower ones hang below it.
  const isUpper = heading.y < center.y;
  const top = isUpper ? heading.height / wordRatio - 54 - question.lines.length * promptLine : 0;
  return {
    kind: 'group',
    title: stages[stage],
    shapes: [
      {
        kind: 'group',
        x: center.x,
        y: center.y,
        scale: ratio,
        shapes: [{ kind: 'path', d: quarter.path, fill: colors.plate, stroke: line, strokeWidth: 1.6, round: true }],
      },
      {
        kind: 'group',
        x: heading.x,
        y: heading.y,
        scale: wordRatio,
        shapes: [
          ...textLines({ ...name, lineHeight: 30, x, y: top, weight: 700, fill: strong, anchor }),
          ...textLines({
            lines: [words.count(picture.notes, count)],
            fontSize: 14,
            lineHeight: 20,
            x,
            y: top + 31,
            weight: 600,
            fill: colors.soft,
            anchor,
          }),
          ...textLines({ ...question, x, y: top + 54, weight: 400, fill: colors.ink, anchor }),
        ],
      },
    ],
  };
}

function drawLink({ start, bend, end, ratio, kind }: LinkLine): readonly Shape[] {
  const angle = Math.atan2(end.y - bend.y, end.x - bend.x);
  const turned = (x: number, y: number) =>
    `${short(end.x + (x * Math.cos(angle) - y * Math.sin(angle)) * ratio)} ${short(end.y + (x * Math.sin(angle) + y * Math.cos(angle)) * ratio)}`;
  const paint = { stroke: colors.line, strokeWidth: 1.8 * ratio, round: true } as const;
  const point = (at: { readonly x: number; readonly y: number }) => `${short(at.x)} ${short(at.y)}`;
  return [
    {
      kind: 'path',
      d: `M${point(start)}Q${point(bend)} ${point(end)}`,
      ...paint,
      dash: kind === 'buildsOn' ? undefined : [5 * ratio, 5 * ratio],
    },
    { kind: 'path', d: `M${turned(-8, -4.5)}L${point(end)}L${turned(-8, 4.5)}`, ...paint },
  ];
}

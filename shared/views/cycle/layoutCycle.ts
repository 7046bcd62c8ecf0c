/**
 * Lays the rounds of the problem-solving cycle out beside the ring. Open rounds stand in full size from left to right, closed
 * ones smaller behind them, the newest first; without an open round the last one is large. A pure function: the same on every screen.
 */
import type { Box, Point } from '#shared/views/frame/FrameLayout.ts';
import { type Stage, stages } from '#shared/kinds/values.ts';
import type {
  CycleExperiment,
  CycleInput,
  CycleLayout,
  CycleNote,
  CycleRound,
  ExperimentPlace,
  NotePlace,
  QuarterLayout,
  RoundLayout,
} from './CycleLayout.ts';
import { cycleMeasures } from './cycleMeasures.ts';
import { linkLines } from './linkLines.ts';
import { planRound, type RoundPlan } from './roundPlan.ts';

const { roundGap, smallRatio } = cycleMeasures;

interface Content {
  readonly round: CycleRound;
  readonly plan: RoundPlan;
  readonly notes: Readonly<Record<Stage, readonly CycleNote[]>>;
  readonly experiments: readonly CycleExperiment[];
}

export function layoutCycle(input: CycleInput): CycleLayout {
  const rounds = input.rounds.toSorted((one, other) => one.number - other.number);
  const open = rounds.filter((round) => round.isOpen);
  const large = open.length > 0 ? open : rounds.slice(-1);
  const small = rounds.filter((round) => !large.includes(round)).toReversed();
  const homeless = large.at(-1)?.number ?? null;
  const contentOf = (round: CycleRound): Content => contentsOf(round, input, homeless);

  const layouts: RoundLayout[] = [];
  const notes: NotePlace[] = [];
  const experiments: ExperimentPlace[] = [];
  const put = (content: Content, ratio: number, center: Point): RoundLayout => {
    const layout = placeRound(content, ratio, center);
    layouts.push(layout);
    for (const stage of stages) {
      const slots = layout.quarters.find((quarter) => quarter.stage === stage)?.slots ?? [];
      for (const [at, note] of content.notes[stage].entries()) {
        const box = slots[at];
        if (box) notes.push({ id: note.id, round: content.round.id, stage, box, ratio });
      }
    }
    for (const [at, experiment] of content.experiments.entries()) {
      const box = content.plan.experiments[at];
      if (box) experiments.push({ id: experiment.id, round: content.round.id, box: moved(box, ratio, center), ratio });
    }
    return layout;
  };

  let { left } = input;
  for (const round of large) {
    const content = contentOf(round);
    put(content, 1, { x: left - content.plan.bounds.x, y: 0 });
    left += content.plan.bounds.width + roundGap;
  }
  const ends = layouts.map(({ bounds }) => bounds);
  const [top, bottom] = [Math.min(...ends.map(({ y }) => y)), Math.max(...ends.map(({ y, height }) => y + height))];
  let y = top;
  let columnWidth = 0;
  for (const round of small) {
    const content = contentOf(round);
    const { bounds } = content.plan;
    const [width, height] = [bounds.width * smallRatio, bounds.height * smallRatio];
    if (y > top && y + height > bottom) {
      left += columnWidth + roundGap / 2;
      columnWidth = 0;
      y = top;
    }
    put(content, smallRatio, { x: left - bounds.x * smallRatio, y: y - bounds.y * smallRatio });
    y += height + roundGap / 2;
    columnWidth = Math.max(columnWidth, width);
  }
  return {
    rounds: layouts,
    notes,
    experiments,
    links: linkLines(input, layouts, notes, experiments),
    bounds: around(layouts.map(({ bounds }) => bounds)),
  };
}

function contentsOf(round: CycleRound, input: CycleInput, homeless: number | null): Content {
  const own = input.notes.filter((note) => note.round === round.number);
  const of = (stage: Stage) => own.filter((note) => note.stage === stage);
  const notes = {
    problem_defining: of('problem_defining'),
    interpreting_hypothesizing: of('interpreting_hypothesizing'),
    solution_finding: of('solution_finding'),
    analyzing_reflecting: of('analyzing_reflecting'),
  };
  const known = new Set(input.rounds.map(({ number }) => number));
  const experiments = input.experiments.filter((one) =>
    one.round !== null && known.has(one.round) ? one.round === round.number : round.number === homeless,
  );
  const counts = {
    problem_defining: notes.problem_defining.length,
    interpreting_hypothesizing: notes.interpreting_hypothesizing.length,
    solution_finding: notes.solution_finding.length,
    analyzing_reflecting: notes.analyzing_reflecting.length,
  };
  return { round, notes, experiments, plan: planRound(counts, experiments.length, round.isOpen) };
}

function placeRound({ round, plan }: Content, ratio: number, center: Point): RoundLayout {
  const place = (box: Box): Box => moved(box, ratio, center);
  return {
    id: round.id,
    number: round.number,
    isOpen: round.isOpen,
    ratio,
    wordRatio: plan.wordScale * ratio,
    center,
    radius: plan.radius * ratio,
    hubRadius: cycleMeasures.hub.radius * ratio,
    quarters: plan.quarters.map((quarter): QuarterLayout => ({
      ...quarter,
      heading: place(quarter.heading),
      slots: quarter.slots.map(place),
      next: quarter.next && place(quarter.next),
    })),
    lane: place(plan.lane),
    nextExperiment: plan.nextExperiment && place(plan.nextExperiment),
    title: place(plan.title),
    bounds: place(plan.bounds),
  };
}

function moved({ x, y, width, height }: Box, ratio: number, center: Point): Box {
  return { x: center.x + x * ratio, y: center.y + y * ratio, width: width * ratio, height: height * ratio };
}

function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

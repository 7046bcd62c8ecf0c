/** The cycle as things with their places: what stands on the canvas of everybody who sees this map on this day, and in a picture of it. */
import type { ExperimentFacts } from './drawExperiment.ts';
import type { LinkFacts } from './drawLink.ts';
import type { NoteFacts } from './drawNote.ts';
import type { QuarterFacts } from './drawQuarter.ts';
import type { RoundFacts } from './drawRound.ts';
import { type Stage, stages } from '#shared/kinds/values.ts';
import type { EntityOf } from '../map/collections.ts';
import type { PartnershipMap } from '../map/PartnershipMap.ts';
import { beliefOf } from '../map/readings/beliefOf.ts';
import type { Box, Point } from '../views/frame/FrameLayout.ts';
import { cycleInput } from '../views/cycle/cycleInput.ts';
import type {
  CycleLayout,
  ExperimentPlace,
  LinkLine,
  NotePlace,
  QuarterLayout,
  RoundLayout,
} from '../views/cycle/CycleLayout.ts';
import { layoutCycle } from '../views/cycle/layoutCycle.ts';

export interface CycleSight {
  /** ISO day. */
  readonly asOf: string;
  /** Where the cycle begins (`cycleLeft`). */
  readonly left: number;
  /** The stage that runs now; null = people roam. */
  readonly litStage: Stage | null;
  /** The number of the round that is shown, in full and without free spots; null = all, as on the canvas. */
  readonly only?: number | null;
}

export interface QuarterThing {
  readonly quarter: QuarterLayout;
  readonly facts: QuarterFacts;
}

export interface RoundThing {
  readonly round: EntityOf<'iterations'>;
  readonly place: RoundLayout;
  /** Its middle, and that of its quarters. */
  readonly at: Point;
  readonly facts: RoundFacts;
  readonly quarters: readonly QuarterThing[];
}

export interface NoteThing {
  readonly note: EntityOf<'notes'>;
  readonly place: NotePlace;
  readonly facts: NoteFacts;
}

export interface ExperimentThing {
  readonly experiment: EntityOf<'experiments'>;
  readonly place: ExperimentPlace;
  readonly facts: ExperimentFacts;
}

export interface LinkThing {
  readonly line: LinkLine;
  readonly at: Point;
  readonly facts: LinkFacts;
}

export interface CycleThings {
  readonly layout: CycleLayout;
  readonly rounds: readonly RoundThing[];
  readonly links: readonly LinkThing[];
  readonly notes: readonly NoteThing[];
  readonly experiments: readonly ExperimentThing[];
}

export function cycleThings(map: PartnershipMap, sight: CycleSight): CycleThings {
  const layout = layoutCycle(inputOf(map, sight));
  const rounds = byId(map.iterations);
  const notes = byId(map.notes);
  const experiments = byId(map.experiments);
  const owners = byId(map.organizations);
  return {
    layout,
    rounds: layout.rounds.flatMap((place) => {
      const round = rounds.get(place.id);
      return round ? [roundThing(map, round, place, sight)] : [];
    }),
    links: layout.links.map(linkThing),
    notes: layout.notes.flatMap((place) => {
      const note = notes.get(place.id);
      return note ? [{ note, place, facts: noteFacts(note, place) }] : [];
    }),
    experiments: layout.experiments.flatMap((place) => {
      const experiment = experiments.get(place.id);
      if (!experiment) return [];
      const owner = owners.get(experiment.owner_org_id ?? '')?.name ?? '';
      const facts = experimentFacts(experiment, beliefOf(notes, experiment), owner, place, sight.asOf);
      return [{ experiment, place, facts }];
    }),
  };
}

function byId<T extends { readonly id: string }>(entities: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entities.map((entity) => [entity.id, entity]));
}

/** A round alone is laid out as a closed one: without free spots, as nobody presses them there. */
function inputOf(map: PartnershipMap, { left, only = null }: CycleSight) {
  if (only === null) return cycleInput(map, left);
  const iterations = map.iterations.filter(({ number }) => number === only);
  return cycleInput(
    {
      ...map,
      iterations: iterations.map((round) => ({ ...round, status: 'closed' })),
      notes: map.notes.filter(({ iteration }) => iteration === only),
      experiments: map.experiments.filter(({ iteration }) => iteration === only),
    },
    left,
  );
}

function roundThing(
  map: PartnershipMap,
  round: RoundThing['round'],
  place: RoundLayout,
  sight: CycleSight,
): RoundThing {
  const { number, focus_question: text, title } = round;
  const isOpen = round.status === 'open';
  const before = map.iterations.find((one) => one.number === round.carries_from);
  const within = (box: Box): Box => ({ ...box, x: box.x - place.center.x, y: box.y - place.center.y });
  const { ratio, wordRatio, nextExperiment } = place;
  const counts = countNotes(map, number);
  const total = stages.reduce((sum, stage) => sum + counts[stage], 0);
  const { litStage, only = null } = sight;
  return {
    round,
    place,
    at: place.center,
    facts: {
      number,
      isOpen,
      text,
      title,
      sentence: isOpen ? (before?.carried_insight ?? '') : round.carried_insight,
      ratio,
      wordRatio,
      heading: within(place.title),
      lane: within(place.lane),
      next: nextExperiment && within(nextExperiment),
    },
    quarters: place.quarters.map((quarter) => ({
      quarter,
      facts: {
        stage: quarter.stage,
        isOpen: isOpen || only !== null,
        light: litStage === null || !isOpen ? 'none' : litStage === quarter.stage ? 'lit' : 'dim',
        path: quarter.path,
        ratio,
        wordRatio,
        heading: within(quarter.heading),
        align: quarter.align,
        count: counts[quarter.stage],
        share: total === 0 ? 0 : counts[quarter.stage] / total,
        next: quarter.next && within(quarter.next),
      },
    })),
  };
}

/** Parked notes do not count. */
function countNotes(map: PartnershipMap, round: number): Readonly<Record<Stage, number>> {
  const counts = { problem_defining: 0, interpreting_hypothesizing: 0, solution_finding: 0, analyzing_reflecting: 0 };
  for (const note of map.notes) if (note.iteration === round && !note.parked) counts[note.stage] += 1;
  return counts;
}

function noteFacts({ text, tag, level, votes, parked }: NoteThing['note'], { stage, ratio }: NotePlace): NoteFacts {
  return { ratio, stage, text, tag, level, votes, parked };
}

function experimentFacts(
  experiment: ExperimentThing['experiment'],
  belief: string,
  owner: string,
  { ratio }: ExperimentPlace,
  asOf: string,
): ExperimentFacts {
  const { title: text, measure, success_threshold: threshold, result, status, decision, level } = experiment;
  const { end_on: endOn } = experiment;
  const isLate = endOn !== null && endOn < asOf && status !== 'stopped' && result.trim() === '';
  return { ratio, text, belief, measure, threshold, result, status, decision, level, owner, endOn, isLate };
}

function linkThing(line: LinkLine): LinkThing {
  const { kind, ratio, start, bend, end } = line;
  const at = { x: Math.min(start.x, end.x), y: Math.min(start.y, end.y) };
  const own = ({ x, y }: Point): Point => ({ x: x - at.x, y: y - at.y });
  return { line, at, facts: { kind, ratio, start: own(start), bend: own(bend), end: own(end) } };
}

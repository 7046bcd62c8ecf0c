/** The rounds of the map as shapes: a pure function with stable ids, like the ring's. */
import type { TLPageId, TLShapeId } from '@tldraw/tldraw';
import { cycleInput } from '#shared/views/cycle/cycleInput.ts';
import type {
  CycleLayout,
  ExperimentPlace,
  LinkLine,
  NotePlace,
  QuarterLayout,
  RoundLayout,
} from '#shared/views/cycle/CycleLayout.ts';
import { layoutCycle } from '#shared/views/cycle/layoutCycle.ts';
import type { EntityOf } from '#shared/map/collections.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { type Stage, stages } from '#shared/kinds/values.ts';
import { cycleLeft } from '#shared/views/cycle/cycleMeasures.ts';
import { stackIndex, type Layer } from '../projected/stackIndex.ts';
import type { Project, Projection, ViewSetting } from '../projected/View.ts';
import { experimentShapeId, linkShapeId, noteShapeId, quarterShapeId, roundShapeId } from './cycleShapeIds.ts';
import type {
  CycleShape,
  ExperimentShape,
  LinkShape,
  NoteShape,
  QuarterShape,
  RoundShape,
  ShapeBox,
} from './cycleShapes.ts';
import { cycleShapeTypes } from './cycleShapeTypes.ts';

export type CycleProjection = Projection<CycleShape, CycleLayout>;

/** Right of the ring; null while that is not there. */
function leftOf({ areaOf }: ViewSetting): number | null {
  const ring = areaOf('frame');
  return ring && cycleLeft(ring.x + ring.width);
}

export function cycleSetting(setting: ViewSetting): string {
  return `${leftOf(setting)} ${setting.litStage}`;
}

const nothing: CycleProjection = {
  records: [],
  layout: { rounds: [], notes: [], experiments: [], links: [], bounds: null },
  area: null,
};

export function cycleProjecting(): Project<CycleShape, CycleLayout> {
  return (map, setting) => {
    const left = leftOf(setting);
    return left === null ? nothing : projectCycle(map, { ...setting, left });
  };
}

interface CycleSetting extends Pick<ViewSetting, 'asOf' | 'litStage' | 'page'> {
  /** Where the cycle begins (`cycleLeft`). */
  readonly left: number;
}

function projectCycle(map: PartnershipMap, view: CycleSetting): CycleProjection {
  const layout = layoutCycle(cycleInput(map, view.left));
  const rounds = new Map(map.iterations.map((round) => [round.id, round]));
  const notes = new Map(map.notes.map((note) => [note.id, note]));
  const experiments = new Map(map.experiments.map((experiment) => [experiment.id, experiment]));
  const owners = new Map(map.organizations.map(({ id, name }) => [id, name]));
  const isOpen = new Map(layout.rounds.map((round) => [round.id, round.isOpen]));
  const records: CycleShape[] = [];
  for (const round of layout.rounds) {
    const entity = rounds.get(round.id);
    if (!entity) continue;
    const counts = countNotes(map, entity.number);
    records.push(roundShape(map, entity, round, view.page));
    for (const quarter of round.quarters) records.push(quarterShape(quarter, round, counts, view));
  }
  for (const link of layout.links) records.push(linkShape(link, view.page));
  for (const place of layout.notes) {
    const note = notes.get(place.id);
    if (note) records.push(noteShape(note, place, isOpen.get(place.round) ?? false, view.page));
  }
  for (const place of layout.experiments) {
    const experiment = experiments.get(place.id);
    if (!experiment) continue;
    const belief = notes.get(experiment.hypothesis_note_id ?? '')?.text ?? experiment.hypothesis;
    const owner = owners.get(experiment.owner_org_id ?? '') ?? '';
    records.push(experimentShape(experiment, belief, owner, place, view));
  }
  return { records, layout, area: layout.bounds };
}

/** Parked notes do not count. */
function countNotes(map: PartnershipMap, round: number): Readonly<Record<Stage, number>> {
  const counts = { problem_defining: 0, interpreting_hypothesizing: 0, solution_finding: 0, analyzing_reflecting: 0 };
  for (const note of map.notes) if (note.iteration === round && !note.parked) counts[note.stage] += 1;
  return counts;
}

function base<I extends TLShapeId>(id: I, page: TLPageId, layer: Layer, x: number, y: number) {
  return {
    id,
    typeName: 'shape' as const,
    parentId: page,
    index: stackIndex(layer, id),
    x,
    y,
    rotation: 0,
    opacity: 1 as const,
    isLocked: false,
    meta: {},
  };
}

function within(box: ShapeBox, { center }: RoundLayout): ShapeBox {
  return { x: box.x - center.x, y: box.y - center.y, width: box.width, height: box.height };
}

function roundShape(
  map: PartnershipMap,
  entity: EntityOf<'iterations'>,
  round: RoundLayout,
  page: TLPageId,
): RoundShape {
  const id = roundShapeId(entity.id);
  const before = map.iterations.find((one) => one.number === entity.carries_from);
  return {
    ...base(id, page, 'u', round.center.x, round.center.y),
    type: cycleShapeTypes.round,
    props: {
      roundId: entity.id,
      number: entity.number,
      isOpen: round.isOpen,
      text: entity.focus_question,
      title: entity.title,
      sentence: round.isOpen ? (before?.carried_insight ?? '') : entity.carried_insight,
      ratio: round.ratio,
      wordRatio: round.wordRatio,
      radius: round.radius,
      hubRadius: round.hubRadius,
      lane: within(round.lane, round),
      next: round.nextExperiment && within(round.nextExperiment, round),
      heading: within(round.title, round),
    },
  };
}

function quarterShape(
  quarter: QuarterLayout,
  round: RoundLayout,
  counts: Readonly<Record<Stage, number>>,
  { page, litStage }: CycleSetting,
): QuarterShape {
  const id = quarterShapeId(round.id, quarter.stage);
  const total = stages.reduce((sum, stage) => sum + counts[stage], 0);
  const count = counts[quarter.stage];
  const light = litStage === null || !round.isOpen ? 'none' : litStage === quarter.stage ? 'lit' : 'dim';
  return {
    ...base(id, page, 't', round.center.x, round.center.y),
    type: cycleShapeTypes.quarter,
    props: {
      roundId: round.id,
      number: round.number,
      stage: quarter.stage,
      isOpen: round.isOpen,
      light,
      text: '',
      path: quarter.path,
      ratio: round.ratio,
      wordRatio: round.wordRatio,
      radius: round.radius,
      heading: within(quarter.heading, round),
      align: quarter.align,
      count,
      share: total === 0 ? 0 : count / total,
      next: quarter.next && within(quarter.next, round),
    },
  };
}

function noteShape(note: EntityOf<'notes'>, place: NotePlace, isOpen: boolean, page: TLPageId): NoteShape {
  const id = noteShapeId(note.id);
  return {
    ...base(id, page, 'w', place.box.x, place.box.y),
    type: cycleShapeTypes.note,
    props: {
      w: place.box.width,
      h: place.box.height,
      ratio: place.ratio,
      noteId: note.id,
      roundId: place.round,
      stage: place.stage,
      isOpen,
      text: note.text,
      tag: note.tag,
      level: note.level,
      votes: note.votes,
      parked: note.parked,
      pull: null,
    },
  };
}

function experimentShape(
  experiment: EntityOf<'experiments'>,
  belief: string,
  owner: string,
  place: ExperimentPlace,
  { asOf, page }: CycleSetting,
): ExperimentShape {
  const id = experimentShapeId(experiment.id);
  const { end_on: endOn, status, result } = experiment;
  return {
    ...base(id, page, 'w', place.box.x, place.box.y),
    type: cycleShapeTypes.experiment,
    props: {
      w: place.box.width,
      h: place.box.height,
      ratio: place.ratio,
      experimentId: experiment.id,
      roundId: place.round,
      text: experiment.title,
      belief,
      measure: experiment.measure,
      threshold: experiment.success_threshold,
      result,
      status,
      decision: experiment.decision,
      level: experiment.level,
      owner,
      endOn,
      isLate: endOn !== null && endOn < asOf && status !== 'stopped' && result.trim() === '',
      pull: null,
    },
  };
}

function linkShape(line: LinkLine, page: TLPageId): LinkShape {
  const id = linkShapeId(line);
  const x = Math.min(line.start.x, line.end.x);
  const y = Math.min(line.start.y, line.end.y);
  const own = (at: { readonly x: number; readonly y: number }) => ({ x: at.x - x, y: at.y - y });
  return {
    ...base(id, page, 'v', x, y),
    type: cycleShapeTypes.link,
    props: {
      text: '',
      kind: line.kind,
      from: line.from,
      to: line.to,
      ratio: line.ratio,
      start: own(line.start),
      bend: own(line.bend),
      end: own(line.end),
    },
  };
}

/** The rounds of the map as shapes: a pure function with stable ids, like the ring's. */
import type { TLPageId, TLShapeId } from '@tldraw/tldraw';
import {
  cycleThings,
  type ExperimentThing,
  type LinkThing,
  type NoteThing,
  type QuarterThing,
  type RoundThing,
} from '#shared/drawings/cycleThings.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { CycleLayout } from '#shared/views/cycle/CycleLayout.ts';
import { cycleLeft } from '#shared/views/cycle/cycleMeasures.ts';
import type { Point } from '#shared/views/frame/FrameLayout.ts';
import { type Layer, stackIndex } from '../projected/stackIndex.ts';
import type { Project, Projection, ViewSetting } from '../projected/View.ts';
import { experimentShapeId, linkShapeId, noteShapeId, quarterShapeId, roundShapeId } from './cycleShapeIds.ts';
import type { CycleShape, ExperimentShape, LinkShape, NoteShape, QuarterShape, RoundShape } from './cycleShapes.ts';
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
  const { layout, rounds, links, notes, experiments } = cycleThings(map, view);
  const open = new Set(layout.rounds.filter(({ isOpen }) => isOpen).map(({ id }) => id));
  const { page } = view;
  const records: CycleShape[] = [
    ...rounds.flatMap((thing) => [
      roundShape(thing, page),
      ...thing.quarters.map((quarter) => quarterShape(quarter, thing, page)),
    ]),
    ...links.map((thing) => linkShape(thing, page)),
    ...notes.map((thing) => noteShape(thing, open.has(thing.place.round), page)),
    ...experiments.map((thing) => experimentShape(thing, page)),
  ];
  return { records, layout, area: layout.bounds };
}

function base<I extends TLShapeId>(id: I, page: TLPageId, layer: Layer, { x, y }: Point) {
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

function roundShape({ round, place, at, facts }: RoundThing, page: TLPageId): RoundShape {
  const { radius, hubRadius } = place;
  return {
    ...base(roundShapeId(round.id), page, 'u', at),
    type: cycleShapeTypes.round,
    props: { ...facts, roundId: round.id, radius, hubRadius },
  };
}

function quarterShape({ facts }: QuarterThing, { round, place, at }: RoundThing, page: TLPageId): QuarterShape {
  return {
    ...base(quarterShapeId(round.id, facts.stage), page, 't', at),
    type: cycleShapeTypes.quarter,
    props: { ...facts, roundId: round.id, number: round.number, text: '', radius: place.radius },
  };
}

function noteShape({ note, place, facts }: NoteThing, isOpen: boolean, page: TLPageId): NoteShape {
  const { width: w, height: h } = place.box;
  return {
    ...base(noteShapeId(note.id), page, 'w', place.box),
    type: cycleShapeTypes.note,
    props: { ...facts, w, h, noteId: note.id, roundId: place.round, isOpen, pull: null },
  };
}

function experimentShape({ experiment, place, facts }: ExperimentThing, page: TLPageId): ExperimentShape {
  const { width: w, height: h } = place.box;
  return {
    ...base(experimentShapeId(experiment.id), page, 'w', place.box),
    type: cycleShapeTypes.experiment,
    props: { ...facts, w, h, experimentId: experiment.id, roundId: place.round, pull: null },
  };
}

function linkShape({ line, at, facts }: LinkThing, page: TLPageId): LinkShape {
  return {
    ...base(linkShapeId(line), page, 'v', at),
    type: cycleShapeTypes.link,
    props: { ...facts, text: '', from: line.from, to: line.to },
  };
}

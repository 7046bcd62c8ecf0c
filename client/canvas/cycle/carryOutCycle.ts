/** From what somebody did to a shape of the cycle to commands on the map. Knows neither store nor pointer. */
import type { WorkRef } from '#client/map/cycleActions.ts';
import type { CycleLayout } from '#shared/views/cycle/CycleLayout.ts';
import { cycleTarget } from '#shared/views/cycle/cycleTarget.ts';
import type { Point } from '#shared/views/frame/FrameLayout.ts';
import { stages } from '#shared/kinds/values.ts';
import type { CycleCommands, LinkHint } from './CycleCommands.ts';
import { experimentShapeId, noteShapeId } from './cycleShapeIds.ts';
import type { CycleShape, ExperimentShape, NoteShape } from './cycleShapes.ts';
import { cycleShapeTypes } from './cycleShapeTypes.ts';
import type { CycleProjection } from './projectCycle.ts';

export type StepWay = 'next' | 'previous' | 'nextStage' | 'previousStage';

export type CycleGesture =
  /** Let go with its middle at this point. */
  | { readonly do: 'move'; readonly shape: NoteShape | ExperimentShape; readonly at: Point }
  /** Arrow keys. */
  | { readonly do: 'step'; readonly shape: NoteShape; readonly way: StepWay }
  | { readonly do: 'write'; readonly shape: CycleShape; readonly before: string; readonly after: string }
  | { readonly do: 'delete'; readonly shape: CycleShape }
  /** A copy, or a new one from a tool or a spot, which has no entity yet. */
  | { readonly do: 'add'; readonly shape: CycleShape; readonly at: Point }
  /** tldraw's own note, put down on the cycle. */
  | { readonly do: 'sticky'; readonly at: Point }
  /** A line pulled out of a note or an experiment, or an arrow between two of them. */
  | { readonly do: 'pull'; readonly shape: NoteShape | ExperimentShape; readonly at: Point }
  | { readonly do: 'join'; readonly from: WorkRef; readonly to: WorkRef };

/** What people read under `cycle.hints`. */
export type CycleHint =
  | LinkHint
  | 'roundStays'
  | 'noteNeedsQuarter'
  | 'experimentNeedsLane'
  | 'linkNeedsEnd'
  | 'otherPage';

export interface CycleOutcome {
  readonly added?: { readonly id: string; readonly isUnnamed: boolean };
  readonly hint?: CycleHint;
}

export function carryOutCycle(
  gesture: CycleGesture,
  projection: CycleProjection,
  commands: CycleCommands,
): CycleOutcome {
  const { layout } = projection;
  switch (gesture.do) {
    case 'move':
      return move(gesture.shape, gesture.at, layout, commands);
    case 'step':
      return step(gesture.shape, gesture.way, layout, commands);
    case 'write':
      return write(gesture.shape, gesture.before, gesture.after, commands);
    case 'delete':
      return remove(gesture.shape, commands);
    case 'add':
      return add(gesture.shape, gesture.at, layout, commands);
    case 'sticky':
      return addAt(gesture.at, '', null, layout, commands);
    case 'pull': {
      const other = workAt(projection, gesture.at, gesture.shape.id);
      const own = workOf(gesture.shape);
      return { hint: other && own ? commands.link(own, other) : 'linkNeedsEnd' };
    }
    case 'join':
      return { hint: commands.link(gesture.from, gesture.to) };
  }
}

/** True where a note put down becomes a note of the cycle. */
export function takesNote(layout: CycleLayout, at: Point): boolean {
  const target = cycleTarget(layout, at);
  return target !== null && target.part !== 'hub' && target.round.isOpen;
}

/** The note or experiment that a shape shows. */
export function workOf(shape: CycleShape): WorkRef | null {
  if (shape.type === cycleShapeTypes.note && shape.props.noteId !== '')
    return { collection: 'notes', id: shape.props.noteId };
  if (shape.type === cycleShapeTypes.experiment && shape.props.experimentId !== '')
    return { collection: 'experiments', id: shape.props.experimentId };
  return null;
}

function move(
  shape: NoteShape | ExperimentShape,
  at: Point,
  layout: CycleLayout,
  commands: CycleCommands,
): CycleOutcome {
  const target = cycleTarget(layout, at);
  if (shape.type === cycleShapeTypes.note) {
    if (!shape.props.isOpen) return { hint: 'roundClosed' };
    if (target?.part !== 'quarter') return { hint: 'noteNeedsQuarter' };
    if (!target.round.isOpen) return { hint: 'roundClosed' };
    commands.moveNote(shape.props.noteId, {
      round: target.round.number,
      stage: target.stage,
      place: target.place,
    });
    return {};
  }
  if (target?.part !== 'lane') return { hint: 'experimentNeedsLane' };
  const others = layout.experiments.filter(
    (one) => one.round === target.round.id && one.id !== shape.props.experimentId,
  );
  const above = others.filter(({ box }) => box.y + box.height / 2 < at.y).length;
  commands.moveExperiment(shape.props.experimentId, { round: target.round.number, place: above });
  return {};
}

function step(shape: NoteShape, way: StepWay, layout: CycleLayout, commands: CycleCommands): CycleOutcome {
  const { noteId, roundId, stage, isOpen } = shape.props;
  if (!isOpen) return { hint: 'roundClosed' };
  const round = layout.rounds.find((one) => one.id === roundId);
  if (!round) return {};
  const there = layout.notes.filter((note) => note.round === roundId && note.stage === stage);
  const at = there.findIndex((note) => note.id === noteId);
  const by = way === 'next' || way === 'nextStage' ? 1 : -1;
  if (way === 'nextStage' || way === 'previousStage') {
    const next = stages[(stages.indexOf(stage) + by + stages.length) % stages.length] ?? stage;
    const place = layout.notes.filter((note) => note.round === roundId && note.stage === next).length;
    commands.moveNote(noteId, { round: round.number, stage: next, place });
    return {};
  }
  const place = at + by;
  if (place >= 0 && place < there.length) commands.moveNote(noteId, { round: round.number, stage, place });
  return {};
}

function write(shape: CycleShape, before: string, after: string, commands: CycleCommands): CycleOutcome {
  if (before === after) return {};
  switch (shape.type) {
    case cycleShapeTypes.note:
      commands.writeNote(shape.props.noteId, before, after);
      break;
    case cycleShapeTypes.experiment:
      commands.renameExperiment(shape.props.experimentId, after);
      break;
    case cycleShapeTypes.round:
      commands.writeFocus(shape.props.roundId, before, after);
      break;
    default:
  }
  return {};
}

function remove(shape: CycleShape, commands: CycleCommands): CycleOutcome {
  switch (shape.type) {
    case cycleShapeTypes.note:
      commands.removeNote(shape.props.noteId);
      return {};
    case cycleShapeTypes.experiment:
      commands.removeExperiment(shape.props.experimentId);
      return {};
    case cycleShapeTypes.link:
      commands.unlink(shape.props);
      return {};
    default:
      return { hint: 'roundStays' };
  }
}

function add(shape: CycleShape, at: Point, layout: CycleLayout, commands: CycleCommands): CycleOutcome {
  if (shape.type === cycleShapeTypes.note)
    return addAt(at, shape.props.text, shape.props.noteId || null, layout, commands);
  if (shape.type === cycleShapeTypes.experiment) {
    const target = cycleTarget(layout, at);
    if (target === null) return { hint: 'experimentNeedsLane' };
    const { text, experimentId } = shape.props;
    const id = commands.addExperiment(target.round.number, text, experimentId || null);
    return id === null ? {} : { added: { id: experimentShapeId(id), isUnnamed: text === '' } };
  }
  // copies of rounds, quarters and lines mean nothing
  return shape.type === cycleShapeTypes.link ? {} : { hint: 'roundStays' };
}

function addAt(
  at: Point,
  text: string,
  copyOf: string | null,
  layout: CycleLayout,
  commands: CycleCommands,
): CycleOutcome {
  const target = cycleTarget(layout, at);
  if (target === null || target.part === 'hub') return { hint: 'noteNeedsQuarter' };
  if (!target.round.isOpen) return { hint: 'roundClosed' };
  if (target.part === 'lane') {
    const id = commands.addExperiment(target.round.number, text, null);
    return id === null ? {} : { added: { id: experimentShapeId(id), isUnnamed: text === '' } };
  }
  const there = layout.notes.filter((note) => note.round === target.round.id && note.stage === target.stage);
  // a new note takes the spot that is free; a copy stands where it was put
  const place = copyOf === null ? there.length : target.place;
  const id = commands.addNote({ round: target.round.number, stage: target.stage, place }, text, copyOf);
  return id === null ? {} : { added: { id: noteShapeId(id), isUnnamed: text === '' } };
}

/** How near to a card a line may be let go beside it. */
const nearCard = 12;

function workAt({ records }: CycleProjection, at: Point, except: string): WorkRef | null {
  let [nearest, distance]: [WorkRef | null, number] = [null, nearCard];
  for (const record of records) {
    if (record.type !== cycleShapeTypes.note && record.type !== cycleShapeTypes.experiment) continue;
    if (record.id === except) continue;
    const x = Math.max(record.x - at.x, at.x - record.x - record.props.w, 0);
    const y = Math.max(record.y - at.y, at.y - record.y - record.props.h, 0);
    const away = Math.hypot(x, y);
    if (away < distance) [nearest, distance] = [workOf(record), away];
  }
  return nearest;
}

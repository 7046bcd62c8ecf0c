/** What hands do to the cycle, as commands on the map. Knows neither store nor pointer. */
import type { WorkRef } from '#client/map/cycleActions.ts';
import type { CycleLayout } from '#shared/views/cycle/CycleLayout.ts';
import { cycleTarget } from '#shared/views/cycle/cycleTarget.ts';
import type { Point } from '#shared/views/frame/FrameLayout.ts';
import type { StepWay } from '#shared/views/StepWay.ts';
import { stages } from '#shared/kinds/values.ts';
import type { Outcome as OutcomeOf, ViewActs } from '../projected/View.ts';
import { CycleCommands, type LinkHint } from './CycleCommands.ts';
import { cycleDrawings } from './cycleDrawings.ts';
import { experimentShapeId, noteShapeId } from './cycleShapeIds.ts';
import type { CycleShape, ExperimentShape, NoteShape } from './cycleShapes.ts';
import { cycleShapeTypes } from './cycleShapeTypes.ts';
import { giveCycleDrawings } from './lateDrawings.ts';
import { cycleProjecting, cycleSetting, type CycleProjection } from './projectCycle.ts';

/** What people read under `cycle.hints`. */
type CycleHint = LinkHint | 'roundStays' | 'noteNeedsQuarter' | 'experimentNeedsLane' | 'linkNeedsEnd';
type Outcome = OutcomeOf<CycleHint>;
type Work = NoteShape | ExperimentShape;

giveCycleDrawings(cycleDrawings);

export const cycleActs: ViewActs<CycleShape, CycleLayout, CycleHint> = {
  project: cycleProjecting,
  settingOf: cycleSetting,
  remove: (shape, port) => remove(shape, new CycleCommands(port)),
  hint: (t, hint) => t(`cycle.hints.${hint}`),
  carryOut(gesture, projection, port) {
    const { layout } = projection;
    const commands = new CycleCommands(port);
    switch (gesture.do) {
      case 'move':
        return isWork(gesture.shape) ? move(gesture.shape, gesture.at, layout, commands) : {};
      case 'step':
        return gesture.shape.type === cycleShapeTypes.note ? step(gesture.shape, gesture.way, layout, commands) : {};
      case 'write':
        return write(gesture.shape, gesture.before, gesture.after, commands);
      case 'delete':
        return remove(gesture.shape, commands);
      case 'add':
        return add(gesture.shape, gesture.at, layout, commands);
      case 'takeNote':
        return addAt(gesture.at, '', null, layout, commands);
      case 'pull':
        return join(gesture.shape, workAt(projection, gesture.at, gesture.shape.id), commands);
      case 'join':
        return join(gesture.from, workOf(gesture.to), commands);
      case 'group':
        return {};
    }
  },
  takesNote(layout, at) {
    const target = cycleTarget(layout, at);
    return target !== null && target.part !== 'hub' && target.round.isOpen;
  },
  joins: (from, to) => workOf(from) !== null && workOf(to) !== null,
  /** A line goes with what it joins. */
  goesWith(shape, deleted) {
    if (shape.type !== cycleShapeTypes.link) return false;
    const ends: readonly (string | undefined)[] = [shape.props.from, shape.props.to];
    return deleted.some((one) => ends.includes(workOf(one)?.id));
  },
};

function isWork(shape: CycleShape): shape is Work {
  return shape.type === cycleShapeTypes.note || shape.type === cycleShapeTypes.experiment;
}

/** The note or experiment that a shape shows. */
function workOf(shape: CycleShape): WorkRef | null {
  if (shape.type === cycleShapeTypes.note && shape.props.noteId !== '')
    return { collection: 'notes', id: shape.props.noteId };
  if (shape.type === cycleShapeTypes.experiment && shape.props.experimentId !== '')
    return { collection: 'experiments', id: shape.props.experimentId };
  return null;
}

function join(from: CycleShape, to: WorkRef | null, commands: CycleCommands): Outcome {
  const own = workOf(from);
  return { hint: own && to ? commands.link(own, to) : 'linkNeedsEnd' };
}

function move(shape: Work, at: Point, layout: CycleLayout, commands: CycleCommands): Outcome {
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

function step(shape: NoteShape, way: StepWay, layout: CycleLayout, commands: CycleCommands): Outcome {
  const { noteId, roundId, stage, isOpen } = shape.props;
  if (!isOpen) return { hint: 'roundClosed' };
  const round = layout.rounds.find((one) => one.id === roundId);
  if (!round) return {};
  const there = layout.notes.filter((note) => note.round === roundId && note.stage === stage);
  const at = there.findIndex((note) => note.id === noteId);
  const by = way === 'next' || way === 'nextPart' ? 1 : -1;
  if (way === 'nextPart' || way === 'previousPart') {
    const next = stages[(stages.indexOf(stage) + by + stages.length) % stages.length] ?? stage;
    const place = layout.notes.filter((note) => note.round === roundId && note.stage === next).length;
    commands.moveNote(noteId, { round: round.number, stage: next, place });
    return {};
  }
  const place = at + by;
  if (place >= 0 && place < there.length) commands.moveNote(noteId, { round: round.number, stage, place });
  return {};
}

function write(shape: CycleShape, before: string, after: string, commands: CycleCommands): Outcome {
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

function remove(shape: CycleShape, commands: CycleCommands): Outcome {
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

function add(shape: CycleShape, at: Point, layout: CycleLayout, commands: CycleCommands): Outcome {
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

function addAt(at: Point, text: string, copyOf: string | null, layout: CycleLayout, commands: CycleCommands): Outcome {
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
    if (!isWork(record) || record.id === except) continue;
    const x = Math.max(record.x - at.x, at.x - record.x - record.props.w, 0);
    const y = Math.max(record.y - at.y, at.y - record.y - record.props.h, 0);
    const away = Math.hypot(x, y);
    if (away < distance) [nearest, distance] = [workOf(record), away];
  }
  return nearest;
}

/** What a shape of the cycle shows, as the map names it: for the inspector, and for choosing the same thing in other views. */
import type { EntityRef } from '#client/map/Selection.ts';
import type { CycleShape } from './cycleShapes.ts';
import { cycleShapeTypes } from './cycleShapeTypes.ts';

/** Null for lines, which are part of a note, and for what has no entity yet. */
export function cycleRefOf(shape: CycleShape): EntityRef | null {
  switch (shape.type) {
    case cycleShapeTypes.round:
    case cycleShapeTypes.quarter:
      return { collection: 'iterations', id: shape.props.roundId };
    case cycleShapeTypes.note:
      return shape.props.noteId === '' ? null : { collection: 'notes', id: shape.props.noteId };
    case cycleShapeTypes.experiment:
      return shape.props.experimentId === '' ? null : { collection: 'experiments', id: shape.props.experimentId };
    case cycleShapeTypes.link:
      return null;
  }
}

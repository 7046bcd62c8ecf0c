/** The cycle as a view: rounds with their quarters, notes, experiments and the lines between them. */
import './cycle.css';
import { cycleShapeTypes } from './cycleShapeTypes.ts';
import type { CycleShape } from './cycleShapes.ts';
import { ExperimentShapeUtil } from './ExperimentShapeUtil.tsx';
import { LinkShapeUtil } from './LinkShapeUtil.tsx';
import { NoteShapeUtil } from './NoteShapeUtil.tsx';
import { QuarterShapeUtil } from './QuarterShapeUtil.tsx';
import { RoundShapeUtil } from './RoundShapeUtil.tsx';
import { fitOnScreen } from '../projected/fitOnScreen.ts';
import type { View } from '../projected/View.ts';

const { round, quarter, note, experiment, link } = cycleShapeTypes;

export const cycleView: View<CycleShape> = {
  types: cycleShapeTypes,
  ids: /^shape:(round|stage|note|experiment|link)\./,
  shapeUtils: [QuarterShapeUtil, RoundShapeUtil, LinkShapeUtil, NoteShapeUtil, ExperimentShapeUtil],
  tools: [],
  movable: [note, experiment],
  walking: [note],
  removable: [note, experiment],
  reads: ['iterations', 'notes', 'experiments', 'organizations'],
  typeName: (t, name) => t(`cycle.shapes.${name as keyof typeof cycleShapeTypes}`),
  refOf(shape) {
    switch (shape.type) {
      case round:
      case quarter:
        return { collection: 'iterations', id: shape.props.roundId };
      case note:
        return shape.props.noteId === '' ? null : { collection: 'notes', id: shape.props.noteId };
      case experiment:
        return shape.props.experimentId === '' ? null : { collection: 'experiments', id: shape.props.experimentId };
      case link:
        // part of what builds on the other
        return null;
    }
  },
  keyOf({ type, props }) {
    switch (type) {
      case note:
        return props.noteId;
      case experiment:
        return props.experimentId;
      case link:
        return `${props.kind} ${props.from} ${props.to}`;
      case quarter:
        return `${props.roundId} ${props.stage}`;
      case round:
        return props.roundId;
    }
  },
  reveal(editor, place, ref) {
    if (ref.collection === 'iterations')
      fitOnScreen(editor, { x: place.x, y: place.y, width: place.w, height: place.h });
    else if (!editor.getViewportPageBounds().contains(place) || editor.getZoomLevel() < 0.5)
      editor.zoomToBounds(place.clone().expandBy(360), { targetZoom: Math.max(0.75, editor.getZoomLevel()) });
  },
};

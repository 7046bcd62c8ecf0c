/** A board of a template, with the shapes of the frame as what they are: for tests. */
import type { FrameLayout, Point, WedgeLayout } from '#shared/views/frame/FrameLayout.ts';
import { pointAt } from '#shared/views/frame/wedgePosition.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { viewEditor, type ViewEditor } from '../../projected/testing/viewEditor.ts';
import type { CardShape, FrameShape } from '../frameShapes.ts';
import { frameShapeTypes } from '../frameShapeTypes.ts';

export interface FrameBoard extends ViewEditor {
  /** What stands of the frame, copies too. */
  frame(): readonly FrameShape[];
  cardsIn(interest: string): readonly CardShape[];
  interests(): readonly string[];
  layout(): FrameLayout;
}

const types: readonly string[] = Object.values(frameShapeTypes);

export function frameBoard(name = 'employment'): FrameBoard {
  const template = readTemplate(name);
  if (!template) throw new Error(name);
  const made = viewEditor(template.map, template.asOf);
  const frame = () => made.shown().filter(({ type }) => types.includes(type)) as unknown as readonly FrameShape[];
  return {
    ...made,
    frame,
    cardsIn: (interest) =>
      frame().filter(
        (shape): shape is CardShape => shape.type === frameShapeTypes.card && shape.props.interestId === interest,
      ),
    interests: () => made.map().interests.map(({ id }) => id),
    layout: () => made.projection('frame').layout as FrameLayout,
  };
}

/** Half of the way from goal to rim. */
export function middleOf(wedge: WedgeLayout | undefined): Point {
  if (!wedge) throw new Error('no wedge');
  return pointAt(wedge.edges, { angle: 0.5, radius: 0.5 });
}

/** A point of a wedge on which nothing stands. */
export function freeIn(board: FrameBoard, wedge: WedgeLayout | undefined): Point {
  if (!wedge) throw new Error('no wedge');
  for (let radius = 0.05; radius < 0.95; radius += 0.05)
    for (const angle of [0.5, 0.4, 0.6, 0.3, 0.7]) {
      const at = pointAt(wedge.edges, { angle, radius });
      if (board.editor.getShapesAtPoint(at, { hitInside: false, margin: 6 }).length === 0) return at;
    }
  throw new Error('a wedge is full');
}

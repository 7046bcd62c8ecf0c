/** A board of a template, with the shapes of the frame as what they are: for tests. */
import type { FrameLayout } from '#shared/views/frame/FrameLayout.ts';
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

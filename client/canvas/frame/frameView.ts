/** The frame as a view: goal, wedges, cards and tokens. */
import './frame.css';
import type { FrameLayout } from '#shared/views/frame/FrameLayout.ts';
import { frameFirst } from './projectFrame.ts';
import { openedArea } from './openedArea.ts';
import type { FrameShape } from './frameShapes.ts';
import { frameShapeTypes } from './frameShapeTypes.ts';
import { CardShapeUtil } from './CardShapeUtil.tsx';
import { GoalShapeUtil } from './GoalShapeUtil.tsx';
import { TokenShapeUtil } from './TokenShapeUtil.tsx';
import { WedgeShapeUtil } from './WedgeShapeUtil.tsx';
import { frameTools } from './frameTools.tsx';
import type { View } from '../projected/View.ts';

const { goal, wedge, card, token } = frameShapeTypes;

export const frameView: View<FrameShape> = {
  types: frameShapeTypes,
  ids: /^shape:(goal$|(interest|placement|organization|representative)\.)/,
  shapeUtils: [WedgeShapeUtil, GoalShapeUtil, CardShapeUtil, TokenShapeUtil],
  tools: frameTools,
  movable: [card, token],
  walking: [card],
  chosenInside: [wedge],
  writesAtDoubleClick: true,
  // with its interest a card loses its place, and is nothing of its own
  removable: [wedge, card, token],
  reads: [
    'goal',
    'indicators',
    'measurements',
    'sectors',
    'interests',
    'organizations',
    'placements',
    'representatives',
    'acknowledgements',
  ],
  first: frameFirst,
  opensOn: (projection, zoomToFit) => openedArea(projection.layout as FrameLayout, zoomToFit),
  typeName: (t, name) => t(`frame.shapes.${name as keyof typeof frameShapeTypes}`),
  refOf(shape) {
    switch (shape.type) {
      case goal:
        return { collection: 'goal', id: 'goal' };
      case wedge:
        return { collection: 'interests', id: shape.props.interestId };
      case card:
        return { collection: 'organizations', id: shape.props.organizationId };
      case token:
        return { collection: 'representatives', id: shape.props.representativeId };
    }
  },
  keyOf({ props }) {
    const { organizationId, interestId, representativeId } = {
      organizationId: '',
      interestId: '',
      representativeId: '',
      ...props,
    };
    return [organizationId, interestId, representativeId].join(' ');
  },
  alsoMarked: (shape) =>
    shape.type === card ? `placements ${shape.props.organizationId} ${shape.props.interestId ?? ''}` : '',
};

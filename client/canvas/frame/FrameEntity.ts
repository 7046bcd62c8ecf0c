/** What a shape of the frame shows: for the inspector, and for selecting the same thing in other views. */
import type { FrameShape } from './frameShapes.ts';
import { frameShapeTypes } from './frameShapeTypes.ts';

export type FrameEntity =
  | { readonly type: 'goal'; readonly id: 'goal' }
  | { readonly type: 'interest'; readonly id: string }
  | { readonly type: 'organization'; readonly id: string; readonly interestId: string | null }
  | { readonly type: 'representative'; readonly id: string; readonly interestId: string | null };

export function entityOf(shape: FrameShape): FrameEntity {
  switch (shape.type) {
    case frameShapeTypes.goal:
      return { type: 'goal', id: 'goal' };
    case frameShapeTypes.wedge:
      return { type: 'interest', id: shape.props.interestId };
    case frameShapeTypes.card:
      return { type: 'organization', id: shape.props.organizationId, interestId: shape.props.interestId };
    case frameShapeTypes.token:
      return { type: 'representative', id: shape.props.representativeId, interestId: shape.props.interestId };
  }
}

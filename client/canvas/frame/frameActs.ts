/** What hands do to the frame, as commands on the map. Knows neither store nor pointer. */
import { firstInterests } from '#shared/map/rules/firstInterests.ts';
import type { FrameLayout, Point } from '#shared/views/frame/FrameLayout.ts';
import { gestureToPosition, wedgeAround } from '#shared/views/frame/gestureToPosition.ts';
import { moveTarget } from '#shared/views/frame/moveTarget.ts';
import { positionAt } from '#shared/views/frame/wedgePosition.ts';
import type { StepWay } from '#shared/views/StepWay.ts';
import type { Outcome as OutcomeOf, ViewActs } from '../projected/View.ts';
import { FrameCommands } from './FrameCommands.ts';
import type { CardShape, FrameShape, TokenShape, WedgeShape } from './frameShapes.ts';
import { cardShapeId, interestShapeId, tokenShapeId } from './frameShapeIds.ts';
import { frameShapeTypes } from './frameShapeTypes.ts';
import { giveFirsts } from './lateFirsts.ts';
import { frameFirst, type FrameProjection } from './projectFrame.ts';

/** Why a gesture did nothing; people read `frame.hints.<hint>`. */
type FrameHint = 'goalStays' | 'alreadyThere' | 'tokenNeedsCard';
type Outcome = OutcomeOf<FrameHint>;

giveFirsts(firstInterests);

export const frameActs: ViewActs<FrameShape, FrameLayout, FrameHint> = {
  project: frameFirst,
  // made anew when what is to be talked about first is known
  settingOf: () => 'firsts',
  remove: (shape, port) => remove(shape, new FrameCommands(port)),
  hint: (t, hint) => t(`frame.hints.${hint}`),
  carryOut(gesture, projection, port) {
    const commands = new FrameCommands(port);
    switch (gesture.do) {
      case 'move':
        return move(gesture.shape, gesture.at, projection, commands);
      case 'step':
        return gesture.shape.type === frameShapeTypes.card
          ? step(gesture.shape, gesture.way, projection, commands)
          : {};
      case 'write':
        return write(gesture.shape, gesture.after.trim(), commands);
      case 'delete':
        return remove(gesture.shape, commands);
      case 'add':
        return add(gesture.shape, gesture.at, projection, commands);
      default:
        return {};
    }
  },
};

function move(shape: FrameShape, at: Point, projection: FrameProjection, commands: FrameCommands): Outcome {
  if (shape.type === frameShapeTypes.card) {
    const { organizationId, interestId, form } = shape.props;
    const target = gestureToPosition(projection.layout, at, form);
    if (target.interestId === null) {
      if (interestId !== null) commands.removePlacement({ organizationId, interestId });
      return {};
    }
    if (target.interestId !== interestId && isPlaced(projection, organizationId, target.interestId))
      return { hint: 'alreadyThere' };
    const position = target.position && ([target.position.angle, target.position.radius] as const);
    commands.moveCard({ organizationId, interestId }, { interestId: target.interestId, position });
    return {};
  }
  if (shape.type === frameShapeTypes.token) {
    const card = cardAt(projection, at);
    if (!card) return { hint: 'tokenNeedsCard' };
    const { representativeId, organizationId, interestId } = shape.props;
    const to = { organizationId: card.props.organizationId, interestId: card.props.interestId };
    if (to.organizationId !== organizationId || to.interestId !== interestId)
      commands.moveRepresentative(representativeId, { organizationId, interestId }, to);
  }
  return {};
}

function step(card: CardShape, way: StepWay, projection: FrameProjection, commands: FrameCommands): Outcome {
  const { organizationId, interestId } = card.props;
  const target = moveTarget(projection.layout, card.id, way);
  const standing = projection.layout.cards.find((one) => one.placementId === card.id);
  if (!target || interestId === null) return {};
  if (target.interestId !== interestId && isPlaced(projection, organizationId, target.interestId))
    return { hint: 'alreadyThere' };
  const other = projection.layout.cards.find((one) => one.placementId === target.instead);
  const position = target.position && ([target.position.angle, target.position.radius] as const);
  const wedge = projection.layout.wedges.find((one) => one.interestId === interestId);
  if (other && standing && wedge) {
    const { angle, radius } = positionAt(wedge.edges, standing.center);
    commands.moveCard(other, { interestId: other.interestId, position: [angle, radius] });
  }
  commands.moveCard({ organizationId, interestId }, { interestId: target.interestId, position });
  return {};
}

function write(shape: FrameShape, text: string, commands: FrameCommands): Outcome {
  if (text === shape.props.text.trim()) return {};
  switch (shape.type) {
    case frameShapeTypes.goal:
      commands.editGoalStatement(text);
      break;
    case frameShapeTypes.wedge:
      commands.renameInterest(shape.props.interestId, text);
      break;
    case frameShapeTypes.card:
      commands.renameOrganization(shape.props.organizationId, text);
      break;
    case frameShapeTypes.token:
      commands.renameRepresentative(shape.props.representativeId, text);
      break;
  }
  return {};
}

function remove(shape: FrameShape, commands: FrameCommands): Outcome {
  switch (shape.type) {
    case frameShapeTypes.goal:
      return { hint: 'goalStays' };
    case frameShapeTypes.wedge:
      commands.removeInterest(shape.props.interestId);
      break;
    case frameShapeTypes.card: {
      const { organizationId, interestId } = shape.props;
      if (interestId === null) commands.removeOrganization(organizationId);
      else commands.removePlacement({ organizationId, interestId });
      break;
    }
    case frameShapeTypes.token:
      commands.removeRepresentative(shape.props.representativeId, shape.props);
      break;
  }
  return {};
}

function add(shape: FrameShape, at: Point, projection: FrameProjection, commands: FrameCommands): Outcome {
  switch (shape.type) {
    case frameShapeTypes.goal:
      return { hint: 'goalStays' };
    case frameShapeTypes.wedge:
      return addInterest(shape, at, projection, commands);
    case frameShapeTypes.card:
      return addCard(shape, at, projection, commands);
    case frameShapeTypes.token:
      return addToken(shape, at, projection, commands);
  }
}

function addInterest(shape: WedgeShape, at: Point, projection: FrameProjection, commands: FrameCommands): Outcome {
  const isCopy = shape.props.interestId !== '';
  const after = isCopy ? shape.props.interestId : wedgeAround(projection.layout, at)?.interestId;
  const id = commands.addInterest({ title: shape.props.text, after });
  return id === null ? {} : { added: { id: interestShapeId(id), isUnnamed: !isCopy } };
}

function addCard(shape: CardShape, at: Point, projection: FrameProjection, commands: FrameCommands): Outcome {
  const target = gestureToPosition(projection.layout, at, shape.props.form);
  const position = target.position && ([target.position.angle, target.position.radius] as const);
  const { organizationId, text, sector } = shape.props;
  const isKnown = projection.records.some(
    (one) => one.type === frameShapeTypes.card && one.props.organizationId === organizationId,
  );
  if (isKnown) {
    // An organization stands in an interest once; a copy of its card means: there as well.
    if (target.interestId === null || isPlaced(projection, organizationId, target.interestId))
      return { hint: 'alreadyThere' };
    commands.placeCard({ organizationId, interestId: target.interestId }, position);
    return { added: { id: cardShapeId(organizationId, target.interestId), isUnnamed: false } };
  }
  const { interestId } = target;
  const id = commands.addOrganization({ name: text, sector, interestId, position });
  return id === null ? {} : { added: { id: cardShapeId(id, interestId), isUnnamed: text === '' } };
}

function addToken(shape: TokenShape, at: Point, projection: FrameProjection, commands: FrameCommands): Outcome {
  const card = cardAt(projection, at);
  if (!card) return { hint: 'tokenNeedsCard' };
  const { kind, text } = shape.props;
  const { organizationId, interestId } = card.props;
  const id = commands.addRepresentative({ organizationId, interestId }, kind, text);
  // several are put down one after the other: a token is chosen, and named when somebody opens it
  return id === null ? {} : { added: { id: tokenShapeId(id, interestId), isUnnamed: false } };
}

function isPlaced(projection: FrameProjection, organization: string, interest: string): boolean {
  const id = cardShapeId(organization, interest);
  return projection.records.some((one) => one.id === id);
}

/** How near to a card a token may be dropped beside it. */
const nearCard = 10;

function cardAt({ records }: FrameProjection, at: Point): CardShape | undefined {
  let nearest: CardShape | undefined;
  let distance = nearCard;
  for (const record of records) {
    if (record.type !== frameShapeTypes.card) continue;
    const { width, height } = record.props.form;
    const x = Math.max(record.x - at.x, at.x - record.x - width, 0);
    const y = Math.max(record.y - at.y, at.y - record.y - height, 0);
    const away = Math.hypot(x, y);
    if (away < distance || (away === 0 && !nearest)) {
      nearest = record;
      distance = away;
    }
  }
  return nearest;
}

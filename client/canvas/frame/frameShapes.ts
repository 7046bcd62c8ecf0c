/** The frame's shapes as tldraw sees them: types and props in one place, so that a newer tldraw needs changes here only. */
import { createShapePropsMigrationSequence, T, type RecordProps, type TLBaseShape } from '@tldraw/tldraw';
import type { CardFacts } from '#shared/drawings/drawCard.ts';
import type { GoalFacts } from '#shared/drawings/drawGoal.ts';
import type { TokenFacts } from '#shared/drawings/drawToken.ts';
import type { WedgeFacts } from '#shared/drawings/drawWedge.ts';
import { engagements, representativeKinds } from '#shared/kinds/values.ts';
import type { frameShapeTypes } from './frameShapeTypes.ts';

export type GoalProps = GoalFacts;

export interface WedgeProps extends WedgeFacts {
  readonly interestId: string;
}

export interface CardProps extends CardFacts {
  readonly organizationId: string;
}

export interface TokenProps extends TokenFacts {
  readonly representativeId: string;
  readonly organizationId: string;
  readonly interestId: string | null;
  readonly text: string;
}

export type GoalShape = TLBaseShape<typeof frameShapeTypes.goal, GoalProps>;
export type WedgeShape = TLBaseShape<typeof frameShapeTypes.wedge, WedgeProps>;
export type CardShape = TLBaseShape<typeof frameShapeTypes.card, CardProps>;
export type TokenShape = TLBaseShape<typeof frameShapeTypes.token, TokenProps>;
export type FrameShape = GoalShape | WedgeShape | CardShape | TokenShape;

const kind = T.literalEnum(...representativeKinds);
const amount = T.number.nullable();
const word = T.string.nullable();
const point = T.object({ x: T.number, y: T.number });
const divider = T.object({ rim: point, ring: point }).nullable();
const place = T.object({ x: T.number, y: T.number, size: T.positiveNumber });

export const goalProps: RecordProps<GoalShape> = {
  radius: T.positiveNumber,
  text: T.string,
  value: amount,
  unit: T.string,
  until: word,
  progress: T.object({
    now: T.number,
    expected: T.number,
    latest: T.number,
    gap: T.number,
    status: T.literalEnum('behind', 'on path', 'ahead'),
  }).nullable(),
};

export const wedgeProps: RecordProps<WedgeShape> = {
  interestId: T.string,
  text: T.string,
  essential: T.boolean,
  onlyAway: T.boolean,
  isFirst: T.boolean,
  edges: T.object({ start: T.number, end: T.number, from: divider, to: divider }),
  heading: T.object({
    x: T.number,
    y: T.number,
    width: T.number,
    height: T.number,
    lines: T.arrayOf(T.string),
    fontSize: T.positiveNumber,
    lineHeight: T.positiveNumber,
    isBeside: T.boolean,
    marks: T.arrayOf(place),
  }),
  chairs: T.arrayOf(place),
  voices: T.object({ designee: T.number, doer: T.number, decision_maker: T.number }),
};

export const cardProps: RecordProps<CardShape> = {
  organizationId: T.string,
  interestId: word,
  text: T.string,
  sector: word,
  sectorLabel: T.string,
  engagement: T.literalEnum(...engagements),
  tokenCount: T.number,
  form: T.object({
    width: T.positiveNumber,
    height: T.positiveNumber,
    ratio: T.positiveNumber,
    hasStrip: T.boolean,
    textX: T.number,
    textWidth: T.number,
    lines: T.arrayOf(T.string),
    second: T.arrayOf(T.string),
    isCut: T.boolean,
    more: T.number,
  }),
};

export const tokenProps: RecordProps<TokenShape> = {
  size: T.positiveNumber,
  representativeId: T.string,
  organizationId: T.string,
  interestId: word,
  kind,
  text: T.string,
  atTable: T.boolean,
};

/** Nothing of these shapes is stored, but pasted ones may come from another program: each type starts its own sequence. */
export const goalMigrations = createShapePropsMigrationSequence({ sequence: [] });
export const wedgeMigrations = createShapePropsMigrationSequence({ sequence: [] });
export const cardMigrations = createShapePropsMigrationSequence({ sequence: [] });
export const tokenMigrations = createShapePropsMigrationSequence({ sequence: [] });

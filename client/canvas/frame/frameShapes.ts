/** The frame's shapes as tldraw sees them: types and props in one place, so that a newer tldraw needs changes here only. */
import {
  createShapePropsMigrationSequence,
  T,
  type RecordProps,
  type TLBaseShape,
  type TLShapeId,
  type TLShapePartial,
} from '@tldraw/tldraw';
import type { GoalProgress } from '#shared/views/frame/frameContents.ts';
import { engagements, representativeKinds, type RepresentativeKind } from '#shared/kinds/values.ts';
import type { frameShapeTypes } from './frameShapeTypes.ts';

export type Engagement = (typeof engagements)[number];

export interface GoalProps {
  radius: number;
  text: string;
  value: number | null;
  unit: string;
  until: string | null;
  progress: GoalProgress | null;
}

export interface WedgeHeading {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly align: 'start' | 'center' | 'end';
  /** Designee, doer, decision-maker: middle and size. */
  readonly tokens: readonly { readonly x: number; readonly y: number; readonly size: number }[];
}

export interface WedgeProps {
  interestId: string;
  text: string;
  essential: boolean;
  start: number;
  end: number;
  innerRadius: number;
  outerRadius: number;
  path: string;
  /** How much thicker lines and letters are than on a small ring. Not `scale`: tldraw's export would scale the shape by it. */
  ringScale: number;
  heading: WedgeHeading;
  /** How many of each kind speak for the interest. */
  voices: Readonly<Record<RepresentativeKind, number>>;
}

export interface CardProps {
  w: number;
  h: number;
  organizationId: string;
  /** Null for an organization that is in no interest. */
  interestId: string | null;
  text: string;
  sector: string | null;
  /** The board's own word for the sector; empty where the interface has one. */
  sectorLabel: string;
  engagement: Engagement;
  tokenCount: number;
}

export interface TokenProps {
  size: number;
  representativeId: string;
  organizationId: string;
  interestId: string | null;
  kind: RepresentativeKind;
  text: string;
  /** False while the organization is not at the table. */
  atTable: boolean;
}

export type GoalShape = TLBaseShape<typeof frameShapeTypes.goal, GoalProps>;
export type WedgeShape = TLBaseShape<typeof frameShapeTypes.wedge, WedgeProps>;
export type CardShape = TLBaseShape<typeof frameShapeTypes.card, CardProps>;
export type TokenShape = TLBaseShape<typeof frameShapeTypes.token, TokenProps>;
export type FrameShape = GoalShape | WedgeShape | CardShape | TokenShape;
export type FrameShapeId = TLShapeId;
export type FrameShapePartial = TLShapePartial<FrameShape>;

const kind = T.literalEnum(...representativeKinds);
const amount = T.number.nullable();
const word = T.string.nullable();

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
  start: T.number,
  end: T.number,
  innerRadius: T.positiveNumber,
  outerRadius: T.positiveNumber,
  path: T.string,
  ringScale: T.positiveNumber,
  heading: T.object({
    x: T.number,
    y: T.number,
    width: T.number,
    height: T.number,
    lines: T.arrayOf(T.string),
    fontSize: T.positiveNumber,
    lineHeight: T.positiveNumber,
    align: T.literalEnum('start', 'center', 'end'),
    tokens: T.arrayOf(T.object({ x: T.number, y: T.number, size: T.positiveNumber })),
  }),
  voices: T.object({ designee: T.number, doer: T.number, decision_maker: T.number }),
};

export const cardProps: RecordProps<CardShape> = {
  w: T.positiveNumber,
  h: T.positiveNumber,
  organizationId: T.string,
  interestId: word,
  text: T.string,
  sector: word,
  sectorLabel: T.string,
  engagement: T.literalEnum(...engagements),
  tokenCount: T.number,
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

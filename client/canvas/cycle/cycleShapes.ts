/** The cycle's shapes as tldraw sees them: types and props in one place, so that a newer tldraw needs changes here only. */
import { createShapePropsMigrationSequence, T, type RecordProps, type TLBaseShape } from '@tldraw/tldraw';
import { cycleMeasures } from '#shared/views/cycle/cycleMeasures.ts';
import {
  experimentDecisions,
  experimentStatuses,
  noteTags,
  stages,
  type Stage,
  workLevels,
} from '#shared/kinds/values.ts';
import type { cycleShapeTypes } from './cycleShapeTypes.ts';

export interface ShapeBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Boxes are in the round's own terms: its center is the origin. */
export interface RoundProps {
  roundId: string;
  number: number;
  isOpen: boolean;
  /** The focus question. */
  text: string;
  title: string;
  /** The sentence of this round, once it is closed; of the round before, while it is open. */
  sentence: string;
  ratio: number;
  wordRatio: number;
  radius: number;
  hubRadius: number;
  lane: ShapeBox;
  next: ShapeBox | null;
  heading: ShapeBox;
}

export interface QuarterProps {
  roundId: string;
  number: number;
  stage: Stage;
  isOpen: boolean;
  /** `lit`: this stage runs now; `dim`: another one does. */
  light: 'none' | 'lit' | 'dim';
  text: string;
  path: string;
  ratio: number;
  wordRatio: number;
  radius: number;
  heading: ShapeBox;
  align: 'start' | 'end';
  count: number;
  /** 0 to 1. */
  share: number;
  next: ShapeBox | null;
}

/** Where somebody is dragging a line to, in the shape's own terms. */
type Pull = { readonly x: number; readonly y: number } | null;

export interface NoteProps {
  w: number;
  h: number;
  ratio: number;
  noteId: string;
  roundId: string;
  stage: Stage;
  isOpen: boolean;
  text: string;
  tag: (typeof noteTags)[number] | null;
  level: (typeof workLevels)[number] | null;
  votes: number | null;
  parked: boolean;
  pull: Pull;
}

export interface ExperimentProps {
  w: number;
  h: number;
  ratio: number;
  experimentId: string;
  roundId: string;
  text: string;
  belief: string;
  measure: string;
  threshold: string;
  result: string;
  status: (typeof experimentStatuses)[number];
  decision: (typeof experimentDecisions)[number] | null;
  level: (typeof workLevels)[number] | null;
  owner: string;
  endOn: string | null;
  /** The end is over and no result is written down. */
  isLate: boolean;
  pull: Pull;
}

export interface LinkProps {
  text: string;
  kind: 'buildsOn' | 'evidence' | 'hypothesis';
  from: string;
  to: string;
  ratio: number;
  start: { readonly x: number; readonly y: number };
  bend: { readonly x: number; readonly y: number };
  end: { readonly x: number; readonly y: number };
}

export type RoundShape = TLBaseShape<typeof cycleShapeTypes.round, RoundProps>;
export type QuarterShape = TLBaseShape<typeof cycleShapeTypes.quarter, QuarterProps>;
export type NoteShape = TLBaseShape<typeof cycleShapeTypes.note, NoteProps>;
export type ExperimentShape = TLBaseShape<typeof cycleShapeTypes.experiment, ExperimentProps>;
export type LinkShape = TLBaseShape<typeof cycleShapeTypes.link, LinkProps>;
export type CycleShape = RoundShape | QuarterShape | NoteShape | ExperimentShape | LinkShape;

const point = T.object({ x: T.number, y: T.number });
const box = T.object({ x: T.number, y: T.number, width: T.number, height: T.number });
const level = T.literalEnum(...workLevels).nullable();
const stage = T.literalEnum(...stages);

export const roundProps: RecordProps<RoundShape> = {
  roundId: T.string,
  number: T.number,
  isOpen: T.boolean,
  text: T.string,
  title: T.string,
  sentence: T.string,
  ratio: T.positiveNumber,
  wordRatio: T.positiveNumber,
  radius: T.positiveNumber,
  hubRadius: T.positiveNumber,
  lane: box,
  next: box.nullable(),
  heading: box,
};

export const quarterProps: RecordProps<QuarterShape> = {
  roundId: T.string,
  number: T.number,
  stage,
  isOpen: T.boolean,
  light: T.literalEnum('none', 'lit', 'dim'),
  text: T.string,
  path: T.string,
  ratio: T.positiveNumber,
  wordRatio: T.positiveNumber,
  radius: T.positiveNumber,
  heading: box,
  align: T.literalEnum('start', 'end'),
  count: T.number,
  share: T.number,
  next: box.nullable(),
};

export const noteProps: RecordProps<NoteShape> = {
  w: T.positiveNumber,
  h: T.positiveNumber,
  ratio: T.positiveNumber,
  noteId: T.string,
  roundId: T.string,
  stage,
  isOpen: T.boolean,
  text: T.string,
  tag: T.literalEnum(...noteTags).nullable(),
  level,
  votes: T.number.nullable(),
  parked: T.boolean,
  pull: point.nullable(),
};

export const experimentProps: RecordProps<ExperimentShape> = {
  w: T.positiveNumber,
  h: T.positiveNumber,
  ratio: T.positiveNumber,
  experimentId: T.string,
  roundId: T.string,
  text: T.string,
  belief: T.string,
  measure: T.string,
  threshold: T.string,
  result: T.string,
  status: T.literalEnum(...experimentStatuses),
  decision: T.literalEnum(...experimentDecisions).nullable(),
  level,
  owner: T.string,
  endOn: T.string.nullable(),
  isLate: T.boolean,
  pull: point.nullable(),
};

export const linkProps: RecordProps<LinkShape> = {
  text: T.string,
  kind: T.literalEnum('buildsOn', 'evidence', 'hypothesis'),
  from: T.string,
  to: T.string,
  ratio: T.positiveNumber,
  start: point,
  bend: point,
  end: point,
};

/** Nothing of these shapes is stored, but pasted ones may come from another program: each type starts its own sequence. */
export const cycleMigrations = {
  round: createShapePropsMigrationSequence({ sequence: [] }),
  quarter: createShapePropsMigrationSequence({ sequence: [] }),
  note: createShapePropsMigrationSequence({ sequence: [] }),
  experiment: createShapePropsMigrationSequence({ sequence: [] }),
  link: createShapePropsMigrationSequence({ sequence: [] }),
};

/** A note that has no entity yet: what a tool or a spot makes. */
export const emptyNote: NoteProps = {
  w: cycleMeasures.note.width,
  h: cycleMeasures.note.height,
  ratio: 1,
  noteId: '',
  roundId: '',
  stage: 'problem_defining',
  isOpen: true,
  text: '',
  tag: null,
  level: null,
  votes: null,
  parked: false,
  pull: null,
};

/** An experiment that has no entity yet. */
export const emptyExperiment: ExperimentProps = {
  w: cycleMeasures.experiment.width,
  h: cycleMeasures.experiment.height,
  ratio: 1,
  experimentId: '',
  roundId: '',
  text: '',
  belief: '',
  measure: '',
  threshold: '',
  result: '',
  status: 'proposed',
  decision: null,
  level: null,
  owner: '',
  endOn: null,
  isLate: false,
  pull: null,
};

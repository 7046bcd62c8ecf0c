/** The cycle's shapes as tldraw sees them: types and props in one place, so that a newer tldraw needs changes here only. */
import { createShapePropsMigrationSequence, T, type RecordProps, type TLBaseShape } from '@tldraw/tldraw';
import type { ExperimentFacts } from '#shared/drawings/drawExperiment.ts';
import type { LinkFacts } from '#shared/drawings/drawLink.ts';
import type { NoteFacts } from '#shared/drawings/drawNote.ts';
import type { QuarterFacts } from '#shared/drawings/drawQuarter.ts';
import type { RoundFacts } from '#shared/drawings/drawRound.ts';
import { experimentDecisions, experimentStatuses, noteTags, stages, workLevels } from '#shared/kinds/values.ts';
import type { cycleShapeTypes } from './cycleShapeTypes.ts';

/** Where somebody is dragging a line to, in the shape's own terms. */
type Pull = { readonly x: number; readonly y: number } | null;

export interface RoundProps extends RoundFacts {
  readonly roundId: string;
  readonly radius: number;
  readonly hubRadius: number;
}

export interface QuarterProps extends QuarterFacts {
  readonly roundId: string;
  readonly number: number;
  readonly text: string;
  readonly radius: number;
}

export interface NoteProps extends NoteFacts {
  readonly w: number;
  readonly h: number;
  readonly noteId: string;
  readonly roundId: string;
  readonly isOpen: boolean;
  readonly pull: Pull;
}

export interface ExperimentProps extends ExperimentFacts {
  readonly w: number;
  readonly h: number;
  readonly experimentId: string;
  readonly roundId: string;
  readonly pull: Pull;
}

export interface LinkProps extends LinkFacts {
  readonly text: string;
  readonly from: string;
  readonly to: string;
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

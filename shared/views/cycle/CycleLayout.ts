/** The words of the cycle's layout: what goes in, what comes out. Canvas units, on the canvas of the ring. */
import type { Box, Point } from '#shared/views/frame/FrameLayout.ts';
import type { Stage } from '#shared/kinds/values.ts';

export interface CycleRound {
  readonly id: string;
  readonly number: number;
  readonly isOpen: boolean;
}

/** Notes of one stage stand in the order of the list. */
export interface CycleNote {
  readonly id: string;
  readonly round: number;
  readonly stage: Stage;
  /** What it builds on or rests on: notes and experiments. */
  readonly notes: readonly string[];
  readonly experiment: string | null;
}

export interface CycleExperiment {
  readonly id: string;
  /** Experiments without a round stand in the one that is shown large. */
  readonly round: number | null;
  readonly hypothesis: string | null;
}

export interface CycleInput {
  readonly rounds: readonly CycleRound[];
  readonly notes: readonly CycleNote[];
  readonly experiments: readonly CycleExperiment[];
  /** Where the cycle begins (`cycleLeft`); its rounds have their middle at y = 0. */
  readonly left: number;
}

export interface QuarterLayout {
  readonly stage: Stage;
  /** An SVG path; the round's center is the origin. */
  readonly path: string;
  readonly heading: Box;
  readonly align: 'start' | 'end';
  /** Places for notes in reading order: those that are taken first. */
  readonly slots: readonly Box[];
  /** Where the next note will stand; null in a closed round. */
  readonly next: Box | null;
}

export interface RoundLayout {
  readonly id: string;
  readonly number: number;
  readonly isOpen: boolean;
  /** 1, or less for an earlier round: everything in it is that much smaller. */
  readonly ratio: number;
  /** How much larger than in a small circle the words of headings are; `ratio` is in it. */
  readonly wordRatio: number;
  readonly center: Point;
  readonly radius: number;
  readonly hubRadius: number;
  readonly quarters: readonly QuarterLayout[];
  /** The way from solution-finding to analyzing, with the experiments on it. */
  readonly lane: Box;
  readonly nextExperiment: Box | null;
  readonly title: Box;
  readonly bounds: Box;
}

export interface NotePlace {
  readonly id: string;
  readonly round: string;
  readonly stage: Stage;
  readonly box: Box;
  readonly ratio: number;
}

export interface ExperimentPlace {
  readonly id: string;
  readonly round: string;
  readonly box: Box;
  readonly ratio: number;
}

export type LinkKind = 'buildsOn' | 'evidence' | 'hypothesis';

/** A line from what was first to what builds on it. */
export interface LinkLine {
  readonly kind: LinkKind;
  /** What builds on the other: a note, or for `hypothesis` an experiment. */
  readonly from: string;
  /** What it builds on: a note, or for `evidence` an experiment. */
  readonly to: string;
  readonly start: Point;
  readonly bend: Point;
  readonly end: Point;
  readonly ratio: number;
}

export interface CycleLayout {
  readonly rounds: readonly RoundLayout[];
  readonly notes: readonly NotePlace[];
  readonly experiments: readonly ExperimentPlace[];
  readonly links: readonly LinkLine[];
  /** Null while there is no round. */
  readonly bounds: Box | null;
}

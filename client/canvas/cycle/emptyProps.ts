/** What shapes of the cycle are before the map says something: what tools and spots make, and what is pasted without its props. */
import { cycleMeasures } from '#shared/views/cycle/cycleMeasures.ts';
import type { ExperimentProps, LinkProps, NoteProps, QuarterProps, RoundProps } from './cycleShapes.ts';

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

const box = { x: 0, y: 0, width: 1, height: 1 };
const point = { x: 0, y: 0 };

const round: RoundProps = {
  roundId: '',
  number: 1,
  isOpen: true,
  text: '',
  title: '',
  sentence: '',
  ratio: 1,
  wordRatio: 1,
  radius: 1,
  hubRadius: 1,
  lane: box,
  next: null,
  heading: box,
};

const quarter: QuarterProps = {
  roundId: '',
  number: 1,
  stage: 'problem_defining',
  isOpen: true,
  light: 'none',
  text: '',
  path: '',
  ratio: 1,
  wordRatio: 1,
  radius: 1,
  heading: box,
  align: 'start',
  count: 0,
  share: 0,
  next: null,
};

const link: LinkProps = {
  text: '',
  kind: 'buildsOn',
  from: '',
  to: '',
  ratio: 1,
  start: point,
  bend: point,
  end: { x: 1, y: 1 },
};

export const emptyProps = { round, quarter, link, note: emptyNote, experiment: emptyExperiment } as const;

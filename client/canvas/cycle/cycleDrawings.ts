/** How the shapes of the cycle look and are written in; with the late parts of a board (decision 0100). */
import { DrawnExperiment, Experiment } from './Experiment.tsx';
import { DrawnNote, Note } from './Note.tsx';
import { DrawnQuarter, Quarter } from './Quarter.tsx';
import { DrawnRound, Round } from './Round.tsx';

export const cycleDrawings = {
  DrawnExperiment,
  DrawnNote,
  DrawnQuarter,
  DrawnRound,
  Experiment,
  Note,
  Quarter,
  Round,
} as const;

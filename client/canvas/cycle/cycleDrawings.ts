/** How the shapes of the cycle look, are called and are written in; with the late parts of a board (decision 0100). */
import { linkPath } from '#shared/drawings/drawLink.ts';
import { FiledCycleThing } from './FiledCycleThing.tsx';
import { emptyProps } from './emptyProps.ts';
import { Link } from './Link.tsx';
import { Quarter, Round } from './RoundThing.tsx';
import { spokenName } from './spokenName.ts';
import { Experiment, Note } from './WorkThing.tsx';

export const cycleDrawings = {
  emptyProps,
  Experiment,
  FiledCycleThing,
  Link,
  linkPath,
  Note,
  Quarter,
  Round,
  spokenName,
} as const;

/** How the shapes of the cycle look and are written in; with the late parts of a board (decision 0100). */
import { linkPath } from '#shared/drawings/drawLink.ts';
import { FiledCycleThing } from './FiledCycleThing.tsx';
import { Link } from './Link.tsx';
import { Quarter, Round } from './RoundThing.tsx';
import { Experiment, Note } from './WorkThing.tsx';

export const cycleDrawings = { Experiment, FiledCycleThing, Link, linkPath, Note, Quarter, Round } as const;

/** What comes of each view with the late parts of a board: how it is made of the map, and changed by hand. */
import { cycleActs } from './cycle/cycleActs.ts';
import { frameActs } from './frame/frameActs.ts';
import { sheetActs } from './sheet/sheetActs.ts';
import { Foresight } from './projected/Foresight.ts';
import { giveForesight } from './projected/lateForesight.ts';
import type { ViewActs } from './projected/View.ts';
import type { ViewName } from './views.ts';

giveForesight((setup) => new Foresight(setup));

export type LateViews = Readonly<Record<ViewName, ViewActs>>;

export const lateViews = { frame: frameActs, cycle: cycleActs, sheet: sheetActs } as const satisfies LateViews;

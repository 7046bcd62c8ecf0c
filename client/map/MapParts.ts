/** What a map needs beyond being shown: how it is read and changed. Loaded after the first picture (decision 0100). */
import { runCommands } from '#shared/map/commands/runCommand.ts';
import { readMapOn } from './MapReadings.ts';

export const mapParts = { readMapOn, runCommands } as const;
export type MapParts = typeof mapParts;

/** The words of a sheet's layout: what goes in, what comes out. Canvas units, on the canvas of the frame. */
import type { Box } from '#shared/views/frame/FrameLayout.ts';

export interface SheetIdea {
  readonly id: string;
  readonly text: string;
  /** Rows at its foot: how often it was written and its votes, what it became. */
  readonly foot: number;
}

export interface SheetGroup {
  readonly id: string;
  readonly title: string;
  /** Rows below its title beside the one with its count. */
  readonly rows: number;
  readonly ideas: readonly SheetIdea[];
}

export interface Sheet {
  readonly id: string;
  readonly question: string;
  readonly groups: readonly SheetGroup[];
  readonly ungrouped: readonly SheetIdea[];
}

/**
 * What somebody opened for themselves, on their own screen: by a group's id 1 where it is turned from how it stands by itself,
 * by a sheet's id how many further pages of ungrouped notes.
 */
export type OpenedByHand = ReadonlyMap<string, number>;

export const nothingOpened: OpenedByHand = new Map();

export interface SheetsInput {
  /** In the order of their making. */
  readonly sheets: readonly Sheet[];
  /** Where the first one begins (`sheetsTop`). */
  readonly top: number;
  /** Null: everything is open, as in a file. */
  readonly opened: OpenedByHand | null;
}

export interface IdeaPlace {
  readonly id: string;
  readonly sheet: string;
  /** Null = in no group. */
  readonly group: string | null;
  readonly box: Box;
}

export interface GroupPlace {
  readonly id: string;
  readonly sheet: string;
  readonly box: Box;
  readonly isFolded: boolean;
}

export interface SheetPlace {
  readonly id: string;
  readonly box: Box;
  /** Where notes without a group stand, with the word over them; null while there are none and everything is in groups. */
  readonly ungrouped: Box | null;
  /** Asks for the next notes; null where all are shown. */
  readonly more: Box | null;
  /** Notes without a group that are not shown yet. */
  readonly hidden: number;
}

export interface SheetsLayout {
  readonly sheets: readonly SheetPlace[];
  readonly groups: readonly GroupPlace[];
  /** Those that are shown, in reading order: groups first. */
  readonly ideas: readonly IdeaPlace[];
  /** Null while there is no sheet. */
  readonly bounds: Box | null;
}

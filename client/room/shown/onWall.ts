/** How notes and groups are laid on the wall: beside each other as many as leave the largest letters. Pure; lengths in units of the wall. */

/** Of how many notes a wall is laid; the columns of each stand in Notes.module.css. */
const walls = [1, 2, 3, 4, 6, 9, 12] as const;

/** The smallest wall on which so many find room. */
export function wallFor(count: number): number {
  return smallest(walls, count);
}

export function groupWallFor(count: number): number {
  return smallest(Object.keys(tiles).map(Number), count);
}

/** Of rooms in their order; the last one where there are more. */
function smallest(rooms: readonly number[], count: number): number {
  return rooms.find((room) => count <= room) ?? rooms.at(-1) ?? count;
}

/** Of one tile of a wall of groups: letters in a line of its heading and of a note, and height for both, in lines of a note. */
const tiles: Readonly<Record<number, { readonly heading: number; readonly note: number; readonly lines: number }>> = {
  1: { heading: 60, note: 84, lines: 13 },
  2: { heading: 28, note: 40, lines: 13 },
  3: { heading: 17, note: 26, lines: 13 },
  4: { heading: 35, note: 50, lines: 6 },
  6: { heading: 20, note: 30, lines: 6 },
  8: { heading: 14, note: 22, lines: 6 },
};
const headingLines = 1.3;
/** what a note's second line takes, measured in first ones */
const nextLine = 0.75;

export interface GroupTexts {
  readonly title: string;
  readonly hasDots: boolean;
  readonly notes: readonly string[];
}

/** How many of a group's notes fit into its tile, with a line for those that do not. */
export function notesThatFit({ title, hasDots, notes }: GroupTexts, wall: number): number {
  const { heading, note, lines } = tiles[wall] ?? { heading: 14, note: 22, lines: 6 };
  const free = lines - Math.max(0, linesOf(title, heading) - 1) * headingLines - (hasDots ? 1 : 0);
  let used = 0;
  for (const [at, text] of notes.entries()) {
    used += 1 + (Math.min(2, linesOf(text, note)) - 1) * nextLine;
    const isLast = at === notes.length - 1;
    if (used + (isLast ? 0 : 1) > free) return at;
  }
  return notes.length;
}

function linesOf(text: string, letters: number): number {
  return Math.max(1, Math.ceil(text.length / letters));
}

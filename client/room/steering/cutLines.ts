/** Where a line can be drawn under the first options of a vote: at each total that some have, so that no tie is cut. Pure. */

/** Most dots first; nothing without a dot is above any line. */
export function linesOf(totals: readonly number[]): readonly number[] {
  return [...new Set(totals.filter((total) => total > 0))].toSorted((a, b) => b - a);
}

/** Under about a third of the options. */
export function proposedLine(totals: readonly number[]): number {
  const lines = linesOf(totals);
  const wanted = Math.max(1, Math.round(totals.length / 3));
  const above = (line: number): number => totals.filter((total) => total >= line).length;
  return lines.find((line) => above(line) >= wanted) ?? lines.at(-1) ?? 1;
}

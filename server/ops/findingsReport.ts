/** What the findings command prints: findings and numbers of a board file, or its errors. */
import { parseBoardText } from '#shared/map/file/parseBoard.ts';
import { indexMap } from '#shared/map/MapIndex.ts';
import { boardNumbers } from '#shared/map/readings/boardNumbers.ts';
import { computeFindings } from '#shared/map/rules/computeFindings.ts';

export type FindingsReport =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly errors: readonly string[] };

/** The day: as asked, else the file's own, else today. */
export function findingsReport(source: string, asked: string | null, today: string): FindingsReport {
  const board = parseBoardText(source);
  if (!board.ok) {
    return {
      ok: false,
      errors: board.problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)),
    };
  }
  const as_of = asked ?? board.info.as_of ?? today;
  const index = indexMap(board.map, as_of);
  return {
    ok: true,
    text: JSON.stringify({ as_of, findings: computeFindings(index), ...boardNumbers(index) }, null, 1),
  };
}

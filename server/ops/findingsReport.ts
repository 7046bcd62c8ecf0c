/** What the findings command prints: findings and numbers of a template file or a board file, or its errors. */
import { boardFileFormat, firstBoardFormat } from '#shared/boardFile/boardFileFormat.ts';
import { readBoardFile } from '#shared/boardFile/readBoardFile.ts';
import { parseBoardText } from '#shared/map/file/parseBoard.ts';
import type { Problem } from '#shared/map/file/Problem.ts';
import { indexMap } from '#shared/map/MapIndex.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { boardNumbers } from '#shared/map/readings/boardNumbers.ts';
import { computeFindings } from '#shared/map/rules/computeFindings.ts';

export type FindingsReport =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly errors: readonly string[] };

/** The day: as asked, else the file's own, else today. */
export function findingsReport(source: string, asked: string | null, today: string): FindingsReport {
  const board = readMap(source);
  if (!board.ok) {
    return {
      ok: false,
      errors: board.problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)),
    };
  }
  const as_of = asked ?? board.asOf ?? today;
  const index = indexMap(board.map, as_of);
  return {
    ok: true,
    text: JSON.stringify({ as_of, findings: computeFindings(index), ...boardNumbers(index) }, null, 1),
  };
}

type ReadMap =
  | { readonly ok: true; readonly map: PartnershipMap; readonly asOf: string | null }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Of a whole board only the map counts here; it stands for the day on which the file was made. */
function readMap(source: string): ReadMap {
  const start = source.slice(0, 200);
  if ([boardFileFormat, firstBoardFormat].some((format) => start.includes(format))) {
    const read = readBoardFile(source);
    if (!read.ok) return read;
    return { ok: true, map: read.file.map, asOf: read.file.exportedAt?.slice(0, 10) ?? null };
  }
  const board = parseBoardText(source);
  return board.ok ? { ok: true, map: board.map, asOf: board.info.as_of } : board;
}

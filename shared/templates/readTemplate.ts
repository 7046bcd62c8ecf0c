/** A template as a map; with all dates moved when asked. */
import { daysBetween } from '../map/days.ts';
import { parseBoard } from '../map/file/parseBoard.ts';
import type { PartnershipMap } from '../map/PartnershipMap.ts';
import { shiftDates } from './shiftDates.ts';
import { englishTexts, isTemplateId, templatesIn } from './templates.ts';

export interface Template {
  readonly id: string;
  readonly title: string;
  readonly map: PartnershipMap;
  /** the day for which its dates stand now */
  readonly asOf: string;
}

/** The template with its dates as they are, or moved so that they stand for `day`; null when there is none of that name. */
export function readTemplate(id: string, day?: string, texts = englishTexts): Template | null {
  if (!isTemplateId(id)) return null;
  const file = templatesIn(texts)[id];
  const asOf = day ?? file.as_of;
  const board = parseBoard(file);
  if (!board.ok)
    throw new Error(`template ${id} does not fit its format: ${JSON.stringify(board.problems.slice(0, 5))}`);
  return { id, title: file.title, map: shiftDates(board.map, daysBetween(file.as_of, asOf)), asOf };
}

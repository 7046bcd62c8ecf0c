/** Who made and changed one thing of a board; for facilitators. */
import { ThingActs } from '#shared/wire/thingActs.ts';
import type { Answer, Api } from './Api.ts';

/** `key` as in the document. */
export function thingActs(
  api: Pick<Api, 'onBoard'>,
  board: string,
  seat: string,
  key: string,
): Promise<Answer<ThingActs>> {
  return api.onBoard(board, seat, `/acts?key=${encodeURIComponent(key)}`, ThingActs);
}

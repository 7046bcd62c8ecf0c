/** Who made and changed one thing of a board; for facilitators. */
import { ThingActs } from '#shared/wire/thingActs.ts';
import type { Answer } from './Api.ts';
import type { SeatApi } from './SeatApi.ts';

/** `key` as in the document. */
export function thingActs(server: SeatApi, key: string): Promise<Answer<ThingActs>> {
  return server.ask(`/acts?key=${encodeURIComponent(key)}`, ThingActs);
}

/** What one person did on a board, and taking it back; for facilitators. */
import { ActsPreview, TookBackActs, type Since } from '#shared/wire/takeBack.ts';
import type { Answer } from './Api.ts';
import type { SeatApi } from './SeatApi.ts';

const actsPath = (person: string): string => `/people/${encodeURIComponent(person)}/acts`;
/** Longer than it may take on the server. */
const longMs = 120_000;

export function previewActs(server: SeatApi, person: string, since: Since): Promise<Answer<ActsPreview>> {
  return server.ask(`${actsPath(person)}?since=${since}`, ActsPreview, { answerMs: longMs });
}

/** `since` in server milliseconds, as the preview named it. */
export function takeBackActs(server: SeatApi, person: string, since: number): Promise<Answer<TookBackActs>> {
  const body = { since };
  return server.ask(actsPath(person), TookBackActs, { method: 'POST', body, answerMs: longMs });
}

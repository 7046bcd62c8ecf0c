/** What one person did on a board, and taking it back; for facilitators. */
import { ActsPreview, TookBackActs, type Since } from '#shared/wire/takeBack.ts';
import type { Answer, Api } from './Api.ts';

const actsPath = (person: string): string => `/people/${encodeURIComponent(person)}/acts`;
/** Longer than it may take on the server. */
const longMs = 120_000;

export function previewActs(
  api: Pick<Api, 'onBoard'>,
  board: string,
  seat: string,
  person: string,
  since: Since,
): Promise<Answer<ActsPreview>> {
  return api.onBoard(board, seat, `${actsPath(person)}?since=${since}`, ActsPreview, { answerMs: longMs });
}

/** `since` in server milliseconds, as the preview named it. */
export function takeBackActs(
  api: Pick<Api, 'onBoard'>,
  board: string,
  seat: string,
  person: string,
  since: number,
): Promise<Answer<TookBackActs>> {
  const body = { since };
  return api.onBoard(board, seat, actsPath(person), TookBackActs, { method: 'POST', body, answerMs: longMs });
}

/** What is asked of the server for one file: what of the sensitive goes with it, since when, in which zone, on which paper. */
import type { PaperSize } from '#shared/wire/paper.ts';

export const choices = ['names', 'trust', 'internal'] as const;
export type Choice = (typeof choices)[number];

const boardFile = 'board.json';

/** `since`: a moment of the board, or nothing. */
export function takeHomeQuery(file: string, chosen: ReadonlySet<Choice>, since: string, paper: PaperSize): string {
  // The board file is a program's matter: it knows of names only.
  const used = choices.filter((one) => chosen.has(one) && (file !== boardFile || one === 'names'));
  const query = new URLSearchParams(used.map((one) => [one, '1']));
  if (file === boardFile) return query.toString();
  query.set('zone', new Intl.DateTimeFormat().resolvedOptions().timeZone);
  query.set('paper', paper);
  if (since !== '') query.set('since', since);
  return query.toString();
}

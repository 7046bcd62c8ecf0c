/** Words of other languages than English, each area a file of its own that comes when it is asked for. */

export type LoadWords = (language: string, area: string) => Promise<object | null>;

/** Areas of the pages before a board, and of what comes after its canvas; English ones stand in the code that needs them. */
export const beforeBoard = ['first', 'home', 'import', 'join'] as const;
export const withBoard = [
  'actions',
  'board',
  'csv',
  'cycle',
  'findings',
  'map',
  'people',
  'power',
  'record',
  'room',
  'runSheets',
  'sealed',
  'sheet',
  'snapshots',
  'structure',
  'takeHome',
  'work',
  'workshop',
  'yours',
] as const;

/** Areas whose English words come later than the board's, with the code that shows them. */
export const afterBoard = ['roomScreen'] as const;

const files = import.meta.glob<object>(['../../shared/words/*/*.json', '!../../shared/words/en/*.json'], {
  import: 'default',
});

/** Null where they cannot be had: English stands there, and whoever asks again may get them. */
export async function loadWords(language: string, area: string): Promise<object | null> {
  try {
    return (await files[`../../shared/words/${language}/${area}.json`]?.()) ?? null;
  } catch {
    return null;
  }
}

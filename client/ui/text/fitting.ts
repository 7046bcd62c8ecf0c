/** What of these names somebody may mean: all words that were typed stand in one, in any order. */
import { matchSorter } from 'match-sorter';
import { nameKey } from '#shared/map/nameKey.ts';

/** More would not be read. */
const most = 8;

/** Letters alone: nobody types the apostrophe of an office, or all of its commas. */
const lettersOf = (name: string): string => nameKey(name).replaceAll(/[^\p{L}\p{N}\s]/gu, '');

/** The best first; nothing for nothing. */
export function fitting(names: readonly string[], typed: string): readonly string[] {
  const words = lettersOf(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const options = { keys: [lettersOf], threshold: matchSorter.rankings.CONTAINS };
  return words.reduceRight<readonly string[]>((left, word) => matchSorter(left, word, options), names).slice(0, most);
}

/** The name of these that people would call the same. */
export function sameName(names: readonly string[], typed: string): string | undefined {
  const key = nameKey(typed);
  return key === '' ? undefined : names.find((name) => nameKey(name) === key);
}

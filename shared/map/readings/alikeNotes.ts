/** Notes of a sheet that may say the same, for people to look at: nothing is merged by itself. Pure. */
import { isTelling, normalizedWords, sharedWords } from '#shared/text/normalizedWords.ts';
import type { Sheet, SheetNote } from './sheets.ts';

/** Of the words of the longer one. */
const share = 0.5;

/** Notes that share at least half of their words with the first of them; the largest sets first. Each note stands in one at most. */
export function alikeNotes({ groups, ungrouped }: Sheet): readonly (readonly SheetNote[])[] {
  const rest = [...groups.flatMap(({ notes }) => notes), ...ungrouped].map((note) => ({
    note,
    words: normalizedWords(note.idea.text),
  }));
  const sets: SheetNote[][] = [];
  for (let first = rest.shift(); first !== undefined; first = rest.shift()) {
    const { note, words } = first;
    const alike = rest.filter((other) => isAlike(words, other.words));
    if (alike.length === 0) continue;
    for (const other of alike) rest.splice(rest.indexOf(other), 1);
    sets.push([note, ...alike.map((other) => other.note)]);
  }
  return sets.toSorted((a, b) => b.length - a.length);
}

function isAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const most = Math.max(one.size, other.size);
  const shared = sharedWords(one, other);
  return shared.length > 0 && shared.length >= share * most && (shared.some(isTelling) || shared.length === most);
}

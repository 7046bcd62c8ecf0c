/** Writing in a text in which others write, too. */
import { spliceOf } from '#shared/board/textEdit.ts';

/** What somebody wrote from `before` to `after`, put into a text that has moved on since: everybody's letters stay. */
export function rebased(before: string, after: string, now: string): string {
  if (now === before) return after;
  const mine = spliceOf(before, after);
  const others = spliceOf(before, now);
  const shift = others.insert.length - others.remove;
  if (mine.at + mine.remove <= others.at) return now.slice(0, mine.at) + mine.insert + now.slice(mine.at + mine.remove);
  if (mine.at >= others.at + others.remove)
    return now.slice(0, mine.at + shift) + mine.insert + now.slice(mine.at + shift + mine.remove);
  // both changed the same letters: what the others wrote stays, and mine stands behind it
  const end = others.at + others.insert.length;
  return now.slice(0, end) + mine.insert + now.slice(end);
}
